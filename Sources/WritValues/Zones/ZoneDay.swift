/// A day of every year and a time on it, as a POSIX `TZ` string names them.
struct ZoneDay: Hashable, Sendable {
    enum Rule: Hashable, Sendable {
        /// `Mm.w.d`: the w-th (5: the last) weekday d (0 is Sunday) of month m.
        case weekday(month: Int, week: Int, weekday: Int)
        /// `Jn`: day n of the year, 1 to 365; February 29 is never counted.
        case julian(Int)
        /// `n`: day n of the year from 0; February 29 is counted.
        case ordinal(Int)
    }

    var rule: Rule
    /// Seconds after midnight of that day; RFC 8536 allows -167 to 167 hours.
    var time: Int

    /// The second since 1970 that a clock of UTC would show this day and time in `year`.
    func seconds(in year: Int) -> Int64 { Int64(day(in: year)) * 86_400 + Int64(time) }

    private func day(in year: Int) -> Int {
        switch rule {
        case .ordinal(let n): return Self.newYear(year) + n
        case .julian(let n):
            let isPastLeapDay = n > 59 && CivilDate.days(inMonth: 2, year: year) == 29
            return Self.newYear(year) + n - 1 + (isPastLeapDay ? 1 : 0)
        case .weekday(let month, let week, let weekday):
            let first = Self.newYear(year) + (1..<month).reduce(0) { $0 + CivilDate.days(inMonth: $1, year: year) }
            // 1970-01-01 was a Thursday, weekday 4 of POSIX.
            let firstWeekday = (first % 7 + 7 + 4) % 7
            let day = first + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
            return day < first + CivilDate.days(inMonth: month, year: year) ? day : day - 7
        }
    }

    /// The day number of January 1. Also for the years 0 and 10000, whose rules reach into the years beside them.
    private static func newYear(_ year: Int) -> Int {
        let past = year - 1
        return past * 365 + Int(floorDivide(Int64(past), 4)) - Int(floorDivide(Int64(past), 100))
            + Int(floorDivide(Int64(past), 400)) + Int(CivilDate.first.dayNumber)
    }
}
