/// The hours of a calendar as stretches on the time line.
///
/// Keeps the run of one offset around the last date asked for: going from day to day, the zone is looked up only where the
/// clocks change.
struct WorkingHours {
    private let calendar: WorkingCalendar
    private var span: ZoneRules.Span
    private static let day: Int64 = 86_400
    /// From this day on there are no exceptions, and the clocks follow one rule. The day after the range, when the calendar is
    /// covered for some dates only.
    let regularFrom: Int32

    init(calendar: WorkingCalendar) {
        self.calendar = calendar
        span = ZoneRules.Span(start: 0, end: 0, offset: 0)
        let lastChange = floorDivide(calendar.zone.rules.lastPublishedChange, Self.day)
        let lastException = calendar.exceptions.last?.date.dayNumber ?? CivilDate.first.dayNumber
        let isBounded = calendar.coverage != nil
        regularFrom = isBounded ? CivilDate.last.dayNumber + 1 : max(Int32(clamping: lastChange), lastException) + 3
    }

    /// What is worked in the window of a day, from its midnight to the next, in microseconds since 1970; ascending, disjoint.
    mutating func stretches(on date: CivilDate) -> [Pauses.Stretch] {
        guard isQuiet(date.dayNumber) else { return stretchesAmongChanges(date.dayNumber) }
        let midnight = Int64(date.dayNumber) * CivilTime.microsecondsPerDay - Int64(span.offset) * 1_000_000
        return calendar.intervals(on: date).map {
            Pauses.Stretch(start: midnight + $0.start.microseconds, end: midnight + $0.end.microseconds)
        }
    }

    /// Near a clock change each time is looked up. Times that a gap moved may run into later ones, and into the window of
    /// the day beside: a window holds its part of the union of all.
    private func stretchesAmongChanges(_ dayNumber: Int32) -> [Pauses.Stretch] {
        let (low, high) = (midnight(dayNumber), midnight(dayNumber + 1))
        var merged: [Pauses.Stretch] = []
        let dates = (dayNumber - 1...dayNumber + 1).compactMap { CivilDate(dayNumber: Int($0)) }
        let all = dates.flatMap { date in
            calendar.intervals(on: date).map {
                Pauses.Stretch(start: max(low, instant(date, $0.start)), end: min(high, instant(date, $0.end)))
            }
        }
        for next in all.sorted(by: { $0.start < $1.start }) where next.start < next.end {
            if let last = merged.last, next.start <= last.end {
                merged[merged.count - 1].end = max(last.end, next.end)
            } else {
                merged.append(next)
            }
        }
        return merged
    }

    /// The day in whose window an instant is: the one that clocks show, but for changes at midnight. Kept inside the range.
    func day(of microseconds: Int64) -> Int32 {
        let inRange = min(max(microseconds, Instant.first.microseconds), Instant.last.microseconds)
        let shown = calendar.zone.localDateTime(of: Instant(unchecked: inRange)).date.dayNumber
        if shown > CivilDate.first.dayNumber, microseconds < midnight(shown) { return shown - 1 }
        if shown < CivilDate.last.dayNumber, microseconds >= midnight(shown + 1) { return shown + 1 }
        return shown
    }

    private func midnight(_ dayNumber: Int32) -> Int64 {
        instant(local: Int64(dayNumber) * CivilTime.microsecondsPerDay)
    }

    private func instant(_ date: CivilDate, _ time: CivilTime) -> Int64 {
        instant(local: Int64(date.dayNumber) * CivilTime.microsecondsPerDay + time.microseconds)
    }

    private func instant(local: Int64) -> Int64 {
        local - Int64(calendar.zone.rules.offset(atLocal: floorDivide(local, 1_000_000))) * 1_000_000
    }

    /// Whether the clocks of the zone do not change on this date, nor on the days beside it.
    private mutating func isQuiet(_ dayNumber: Int32) -> Bool {
        let midnight = Int64(dayNumber) * Self.day
        if covers(midnight) { return true }
        span = calendar.zone.rules.span(at: midnight - Int64(span.offset))
        return covers(midnight)
    }

    private func covers(_ midnight: Int64) -> Bool {
        let start = midnight - Int64(span.offset)
        return (span.start == .min || start - Self.day >= span.start)
            && (span.end == .max || start + 2 * Self.day <= span.end)
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
