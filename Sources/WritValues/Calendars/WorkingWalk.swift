/// One way through the working hours of a calendar, forwards or backwards, until an amount of working time is used up or a
/// limit is reached. All times are microseconds since 1970.
struct WorkingWalk {
    struct Outcome {
        /// Working time passed, not negative.
        var worked: Int64
        /// Where it ended.
        var position: Int64
        /// Whether the budget was used up, there; otherwise the limit was reached.
        var isUsedUp: Bool
    }

    private let calendar: WorkingCalendar
    private let start: Int64
    private let limit: Int64
    private let budget: Int64
    private let isForward: Bool
    private var worked: Int64 = 0
    private var hours: WorkingHours
    /// The last date, in the direction of the walk, of the run of quiet days around here; see ``skipWeeks(from:)``.
    private var quietUntil: Int32?
    /// The day at which the cycle being measured ends, and the time worked before it; see ``skipCycles(from:last:)``.
    private var cycle: (end: Int32, worked: Int64)?
    private var isCycleUsed = false

    /// - Parameter budget: positive.
    init(calendar: WorkingCalendar, start: Int64, limit: Int64, budget: Int64) {
        self.calendar = calendar
        self.start = start
        self.limit = limit
        self.budget = budget
        isForward = start <= limit
        hours = WorkingHours(calendar: calendar)
    }

    mutating func run() -> Result<Outcome, CalendarFailure> {
        let atLimit = Outcome(worked: 0, position: limit, isUsedUp: false)
        if start == limit { return .success(atLimit) }
        let step: Int32 = isForward ? 1 : -1
        var day = hours.day(of: isForward ? start : start - 1)
        let last = hours.day(of: isForward ? limit - 1 : limit)
        while isForward ? day <= last : day >= last {
            let date = CivilDate(unchecked: day)
            guard calendar.isCovered(date) else { return .failure(.outsideCoverage) }
            if let position = work(on: date) {
                return .success(Outcome(worked: worked, position: position, isUsedUp: true))
            }
            day += step
            if budget - worked > calendar.microsecondsPerWeek {
                day += skipCycles(from: day, last: last) * step
                day += skipWeeks(from: day, last: last) * step
            }
        }
        return .success(Outcome(worked: worked, position: limit, isUsedUp: false))
    }

    /// Works through the hours of a day; the position where the budget is used up, if it is.
    private mutating func work(on date: CivilDate) -> Int64? {
        let stretches = hours.stretches(on: date)
        for stretch in isForward ? stretches : stretches.reversed() {
            let low = max(stretch.start, min(start, limit))
            let high = min(stretch.end, max(start, limit))
            if low >= high { continue }
            let rest = budget - worked
            if rest <= high - low {
                worked = budget
                return isForward ? low + rest : high - rest
            }
            worked += high - low
        }
        return nil
    }

    /// Passes over whole weeks that are like every other week, without using up the budget. How many days it passed over.
    private mutating func skipWeeks(from day: Int32, last: Int32) -> Int32 {
        if isForward ? day > last : day < last { return 0 }
        let known = quietUntil.map { isForward ? day <= $0 : day >= $0 } ?? false
        if !known { quietUntil = hours.quietRun(from: day, forward: isForward) }
        guard let quietUntil else { return 0 }
        // The last day may be cut by the limit, so it is walked; so is the last day of a cycle being measured, for the next
        // one is where the leap over cycles is made.
        let open = isCycleUsed ? nil : cycle
        let stop = open.map { isForward ? min(last, $0.end - 1) : max(last, $0.end + 1) } ?? last
        let end = isForward ? min(quietUntil, stop - 1) : max(quietUntil, stop + 1)
        let days = Int64(isForward ? end - day + 1 : day - end + 1)
        var weeks = max(0, days / 7)
        if calendar.microsecondsPerWeek > 0 {
            weeks = min(weeks, (budget - worked - 1) / calendar.microsecondsPerWeek)
        }
        worked += weeks * calendar.microsecondsPerWeek
        return Int32(weeks) * 7
    }

    /// Passes over 400-year cycles of the calendar of dates: whole weeks, after which every rule of a zone repeats. The first is
    /// walked and measured, the others are like it. Without this a hostile amount would meet each clock change up to the year
    /// 9999. How many days it passed over.
    private mutating func skipCycles(from day: Int32, last: Int32) -> Int32 {
        guard let measured = cycle, !isCycleUsed else {
            if cycle == nil, isRegular(day, cycleEnd: isForward ? day + Self.cycleDays : day - Self.cycleDays) {
                cycle = (isForward ? day + Self.cycleDays : day - Self.cycleDays, worked)
            }
            return 0
        }
        guard day == measured.end else { return 0 }
        isCycleUsed = true
        let perCycle = worked - measured.worked
        // Backwards no cycle may reach into the irregular years.
        let bound = isForward ? last - 1 : max(last + 1, hours.regularFrom + 1)
        var cycles = max(0, Int64(isForward ? bound - day : day - bound) / Int64(Self.cycleDays))
        if perCycle > 0 { cycles = min(cycles, (budget - worked - 1) / perCycle) }
        worked += cycles * perCycle
        return Int32(cycles) * Self.cycleDays
    }

    /// Whether nothing but the rules that repeat is met between a day and the end of a cycle.
    private func isRegular(_ day: Int32, cycleEnd: Int32) -> Bool {
        min(day, cycleEnd) > hours.regularFrom && CivilDate.dayNumbers.contains(cycleEnd)
    }

    private static let cycleDays: Int32 = 146_097
}
