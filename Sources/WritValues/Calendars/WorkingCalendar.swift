/// The days and hours at which a business works, in a zone: a weekly pattern, and the days that differ from it.
///
/// A date with hours of its own (an extra working day) has these, whether it is also a holiday or not; any other holiday has
/// none; any other date has those of its weekday. A working day is one that has hours.
///
/// Questions are answered without going through the days one by one: working days by counting whole weeks and looking up
/// the exceptions (O(log e)), working time by jumping over the weeks between two exceptions or clock changes.
public struct WorkingCalendar: Hashable, Sendable {
    public let name: String
    public let zone: Zone
    /// The dates for which the holidays are known; `nil` when there is no end to them. Every question about a day outside
    /// fails with ``CalendarFailure/outsideCoverage``.
    public let coverage: ClosedRange<CivilDate>?
    /// The holidays, and their names if they have any.
    public let holidays: [CivilDate: String]

    /// By `Weekday.rawValue - 1`; sorted, disjoint.
    let weekly: [[WorkingInterval]]
    /// The dates that may differ from the weekly pattern, ascending.
    let exceptions: [Exception]
    let weeklyCount: WeeklyCount
    /// Microseconds of a whole week without exceptions and clock changes.
    let microsecondsPerWeek: Int64

    struct Exception: Hashable, Sendable {
        let date: CivilDate
        let intervals: [WorkingInterval]
        /// Working days up to this date, beyond what the weekly pattern says.
        let surplus: Int
    }

    /// A calendar from plain data.
    ///
    /// - Parameters:
    ///   - weekly: the hours of each weekday; a weekday left out has none. They may touch or overlap.
    ///   - breaks: taken out of the hours of every day, the extra ones included.
    ///   - holidays: the dates that have no hours, with a name or "".
    ///   - extraDays: the dates that have other hours than their weekday, or hours although they are holidays.
    ///   - coverage: the dates for which all this is known.
    public init(
        name: String, zone: Zone, weekly: [Weekday: [WorkingInterval]], breaks: [WorkingInterval] = [],
        holidays: [CivilDate: String] = [:], extraDays: [CivilDate: [WorkingInterval]] = [:],
        coverage: ClosedRange<CivilDate>? = nil
    ) {
        self.name = name
        self.zone = zone
        self.coverage = coverage
        self.holidays = holidays
        let weekly = Weekday.allCases.map { WorkingInterval.subtracting(breaks, from: weekly[$0] ?? []) }
        self.weekly = weekly
        weeklyCount = WeeklyCount(weekly.map { !$0.isEmpty })
        microsecondsPerWeek = weekly.joined().reduce(0) { $0 + $1.end.microseconds - $1.start.microseconds }
        var surplus = 0
        exceptions = Set(holidays.keys).union(extraDays.keys).sorted().map { date in
            let intervals = WorkingInterval.subtracting(breaks, from: extraDays[date] ?? [])
            let usual = !weekly[date.weekday.rawValue - 1].isEmpty
            surplus += (intervals.isEmpty ? 0 : 1) - (usual ? 1 : 0)
            return Exception(date: date, intervals: intervals, surplus: surplus)
        }
    }

    /// The hours of a date, whether it is covered or not.
    func intervals(on date: CivilDate) -> [WorkingInterval] {
        let place = exceptionIndex(from: date)
        if place < exceptions.count, exceptions[place].date == date { return exceptions[place].intervals }
        return weekly[date.weekday.rawValue - 1]
    }

    /// The place of the first exception on or after a date.
    func exceptionIndex(from date: CivilDate) -> Int {
        var low = 0
        var high = exceptions.count
        while low < high {
            let middle = (low + high) / 2
            if exceptions[middle].date < date { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func isCovered(_ date: CivilDate) -> Bool { coverage?.contains(date) ?? true }
}
