/// The hours of a calendar as stretches on the time line.
///
/// Keeps the run of one offset around the last date asked for: going from day to day, the zone is looked up only where the
/// clocks change.
struct WorkingHours {
    private let calendar: WorkingCalendar
    private var span: ZoneRules.Span
    private static let day: Int64 = 86_400

    init(calendar: WorkingCalendar) {
        self.calendar = calendar
        span = ZoneRules.Span(start: 0, end: 0, offset: 0)
    }

    /// The hours of a date in microseconds since 1970; ascending and disjoint, also with those of the days around.
    mutating func stretches(on date: CivilDate) -> [Pauses.Stretch] {
        let intervals = calendar.intervals(on: date)
        if intervals.isEmpty { return [] }
        guard isQuiet(date.dayNumber) else { return stretchesAmongChanges(date, intervals) }
        let midnight = Int64(date.dayNumber) * CivilTime.microsecondsPerDay - Int64(span.offset) * 1_000_000
        return intervals.map {
            Pauses.Stretch(start: midnight + $0.start.microseconds, end: midnight + $0.end.microseconds)
        }
    }

    /// Near a clock change each time is looked up. Times that a gap moved may then run into later ones, also into those of the
    /// next day: what has been worked is not worked again.
    private func stretchesAmongChanges(_ date: CivilDate, _ intervals: [WorkingInterval]) -> [Pauses.Stretch] {
        var floor = Int64.min
        if let before = date.addingDays(-1) {
            for interval in calendar.intervals(on: before) { floor = max(floor, instant(before, interval.end)) }
        }
        var stretches: [Pauses.Stretch] = []
        for interval in intervals {
            let start = max(floor, instant(date, interval.start))
            let end = instant(date, interval.end)
            if start < end { stretches.append(Pauses.Stretch(start: start, end: end)) }
            floor = max(floor, end)
        }
        return stretches
    }

    private func instant(_ date: CivilDate, _ time: CivilTime) -> Int64 {
        let local = Int64(date.dayNumber) * CivilTime.microsecondsPerDay + time.microseconds
        return local - Int64(calendar.zone.rules.offset(atLocal: floorDivide(local, 1_000_000))) * 1_000_000
    }

    /// Whether the clocks of the zone do not change on this date, nor on the days beside it.
    private mutating func isQuiet(_ dayNumber: Int32) -> Bool {
        let midnight = Int64(dayNumber) * Self.day
        if covers(midnight) { return true }
        span = calendar.zone.rules.span(at: midnight)
        return covers(midnight)
    }

    private func covers(_ midnight: Int64) -> Bool {
        let margin = 2 * Self.day
        return (span.start == .min || midnight - margin >= span.start)
            && (span.end == .max || midnight + margin < span.end)
    }

    /// The last date, in a direction, of the run of days from here on which are quiet, covered and no exceptions; `nil` when
    /// this day is none.
    mutating func quietRun(from dayNumber: Int32, forward: Bool) -> Int32? {
        let date = CivilDate(unchecked: dayNumber)
        guard calendar.isCovered(date), isQuiet(dayNumber) else { return nil }
        let place = calendar.exceptionIndex(from: date)
        if place < calendar.exceptions.count, calendar.exceptions[place].date == date { return nil }
        let days = CivilDate.dayNumbers
        if forward {
            let change = span.end == .max ? Int64.max : span.end / Self.day - 3
            let exception = place < calendar.exceptions.count ? calendar.exceptions[place].date.dayNumber - 1 : .max
            let covered = calendar.coverage?.upperBound.dayNumber ?? days.upperBound
            return min(Int32(clamping: change), exception, covered)
        }
        let change = span.start == .min ? Int64.min : span.start / Self.day + 3
        let exception = place > 0 ? calendar.exceptions[place - 1].date.dayNumber + 1 : .min
        let covered = calendar.coverage?.lowerBound.dayNumber ?? days.lowerBound
        return max(Int32(clamping: change), exception, covered)
    }
}
