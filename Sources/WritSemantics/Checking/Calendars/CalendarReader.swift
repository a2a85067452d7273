import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

/// Reads the items of one calendar into a draft that starts as the calendar it is like.
///
/// What a calendar says itself takes the place of what it takes over: the hours of a weekday, the breaks, a date.
struct CalendarReader {
    let elaboration: Elaboration
    var draft: CalendarDraft
    /// What this calendar says itself, and where.
    var ownDays: [Weekday: SourceLocation] = [:]
    var ownDates: [CivilDate: (isHoliday: Bool, location: SourceLocation)] = [:]
    private var hasOwnBreaks = false
    private var zonePlace: SourceLocation?
    private var coverPlace: SourceLocation?

    init(elaboration: Elaboration, draft: CalendarDraft) {
        self.elaboration = elaboration
        self.draft = draft
    }

    mutating func read(_ items: [CalendarItemSyntax]) {
        draft.usual = usual(of: items) ?? draft.usual
        for item in items { read(item) }
        reportUncovered()
    }

    /// A day that the calendar does not cover changes nothing: whoever adds a year must widen what is covered.
    private func reportUncovered() {
        guard let coverage = draft.coverage else { return }
        var seen: Set<Int> = []
        for (date, said) in ownDates.sorted(by: { $0.key < $1.key }) where !coverage.contains(date) {
            guard seen.insert(said.location.range.lower).inserted else { continue }
            elaboration.warn(
                .outsideCoverage, "\(date) is outside what this calendar covers", at: said.location,
                "never looked at", also: coverPlace.map { [Label($0, "covered")] } ?? [],
                help: "widen `covers`, once all days of that year are here")
        }
    }

    private mutating func read(_ item: CalendarItemSyntax) {
        switch item {
        case .like: break
        case .zone(let item): readZone(item)
        case .hours(let item): setHours(item.days, to: intervals(item.times, isReported: true))
        case .days(let item): setHours(item.days, to: Self.wholeDay)
        case .break(let item): readBreak(item)
        case .holiday(let item): readHoliday(item)
        case .extra(let item): readExtra(item)
        case .covers(let item): readCovers(item)
        }
    }

    static let wholeDay = [WorkingInterval(.midnight, .endOfDay)!]

    /// The stretches of the first item that gives any.
    private func usual(of items: [CalendarItemSyntax]) -> [WorkingInterval]? {
        for item in items {
            if case .hours(let item) = item { return intervals(item.times, isReported: false) }
            if case .days = item { return Self.wholeDay }
        }
        return nil
    }

    // MARK: Zone and coverage

    private mutating func readZone(_ item: ZoneItemSyntax) {
        if let zonePlace { return reportAgain(item.location, zonePlace, "one time zone") }
        zonePlace = item.location
        draft.zone = item.zone.flatMap { ZoneNames.zone($0, elaboration) }
    }

    private mutating func readCovers(_ item: CoversItemSyntax) {
        if let coverPlace { return reportAgain(item.location, coverPlace, "one range that it covers") }
        coverPlace = item.location
        draft.coverage = item.dates.flatMap(range)
    }

    private func reportAgain(_ location: SourceLocation, _ first: SourceLocation, _ what: String) {
        elaboration.error(
            .calendarConflict, "a calendar has \(what)", at: location, "a second one",
            also: [Label(first, "already said here")],
            help: "keep one of them")
    }

    // MARK: Weekdays

    private mutating func setHours(_ ranges: [WeekdayRangeSyntax], to intervals: [WorkingInterval]) {
        for range in ranges {
            for day in weekdays(range) {
                let before = ownDays[day].map { ($0, draft.weekly[day] ?? []) }
                ownDays[day] = range.location
                guard let (place, earlier) = before else {
                    draft.weekly[day] = intervals
                    continue
                }
                if overlap(earlier, intervals) { return reportOverlap(day, range.location, place) }
                draft.weekly[day] = earlier + intervals
            }
        }
    }

    private func overlap(_ a: [WorkingInterval], _ b: [WorkingInterval]) -> Bool {
        a.contains { one in b.contains { $0.start < one.end && one.start < $0.end } }
    }

    private func reportOverlap(_ day: Weekday, _ location: SourceLocation, _ first: SourceLocation) {
        elaboration.error(
            .invalidTimes, "the hours of \(day.name) overlap", at: location, "again at the same time",
            also: [Label(first, "already at work then")], help: "write each weekday's hours once")
    }

    /// The days of `monday to friday`, round the week's end if need be.
    private func weekdays(_ range: WeekdayRangeSyntax) -> [Weekday] {
        guard let first = range.first.flatMap(weekday) else { return [] }
        guard let token = range.last else { return [first] }
        guard let last = weekday(token) else { return [] }
        let length = (last.rawValue - first.rawValue + 7) % 7
        return (0...length).compactMap { Weekday(rawValue: (first.rawValue - 1 + $0) % 7 + 1) }
    }

    private func weekday(_ token: SyntaxToken) -> Weekday? {
        let name = token.text
        if let day = Weekday.allCases.first(where: { $0.name == name }) { return day }
        let names = Weekday.allCases.map(\.name)
        let short = name.count >= 2 ? names.first { $0.hasPrefix(name.lowercased()) } : nil
        elaboration.error(
            .unknownWeekday, "there is no weekday `\(name)`", at: token.location, "not a weekday",
            help: short.map { "did you mean `\($0)`?" } ?? Spelling.question(name, among: names)
                ?? "the weekdays are `monday` to `sunday`")
        return nil
    }

    // MARK: Times

    private mutating func readBreak(_ item: BreakItemSyntax) {
        let times = intervals(item.times, isReported: true)
        draft.breaks = hasOwnBreaks ? draft.breaks + times : times
        hasOwnBreaks = true
    }

    /// The stretches of one item, in order; reversed and overlapping ones are reported and left out.
    func intervals(_ times: [TimeRangeSyntax], isReported: Bool) -> [WorkingInterval] {
        var intervals: [WorkingInterval] = []
        for range in times {
            guard let interval = interval(range, isReported: isReported) else { continue }
            if overlap(intervals, [interval]) {
                if isReported { reportOverlap(range) }
            } else {
                intervals.append(interval)
            }
        }
        return intervals
    }

    private func reportOverlap(_ range: TimeRangeSyntax) {
        elaboration.error(
            .invalidTimes, "the times overlap", at: range.location, "overlaps an earlier one",
            help: "write one stretch for both")
    }

    private func interval(_ range: TimeRangeSyntax, isReported: Bool) -> WorkingInterval? {
        guard let start = range.start, let end = range.end else { return nil }
        let first = CivilTime(start.text)
        let last = CivilTime(endingAt: end.text)
        if let first, let last, let interval = WorkingInterval(first, last) { return interval }
        guard isReported else { return nil }
        if first == nil { reportTime(start) }
        if last == nil { reportTime(end) }
        if first != nil, last != nil { reportReversed(range) }
        return nil
    }

    private func reportTime(_ token: SyntaxToken) {
        elaboration.error(
            .invalidTimes, "there is no time \(token.text)", at: token.location, "not a time of day",
            help: "times go from 00:00 to 23:59, and a stretch may end at 24:00")
    }

    private func reportReversed(_ range: TimeRangeSyntax) {
        elaboration.error(
            .invalidTimes, "the hours end before they begin", at: range.location, "runs backwards",
            help: "hours that pass midnight are two stretches: up to 24:00, and from 00:00 on the next day")
    }
}
