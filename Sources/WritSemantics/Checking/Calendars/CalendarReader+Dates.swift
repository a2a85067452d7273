import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension CalendarReader {
    /// A range longer than this is a mistyped year.
    private static let longestRange = 1_000

    mutating func readHoliday(_ item: HolidayItemSyntax) {
        let name = elaboration.fixed(item.doc, "the name of a holiday") ?? ""
        for date in dates(item.dates) {
            guard claim(date, isHoliday: true, at: item.dates?.location ?? item.location) else { return }
            draft.holidays[date] = name
            draft.extraDays[date] = nil
        }
    }

    mutating func readExtra(_ item: ExtraItemSyntax) {
        let written = intervals(item.times, isReported: true)
        guard let intervals = item.times.isEmpty ? draft.usual : written else {
            elaboration.error(
                .calendarConflict, "the calendar has no hours that this day could have", at: item.location,
                "from when to when?",
                help: "write its hours after the date, as in `working 2026-01-03 09:00 to 12:00`")
            return
        }
        for date in dates(item.dates) {
            guard claim(date, isHoliday: false, at: item.dates?.location ?? item.location) else { return }
            draft.extraDays[date] = intervals
            draft.holidays[date] = nil
        }
    }

    /// Each date is said once in a calendar; what it is like may have said otherwise.
    private mutating func claim(_ date: CivilDate, isHoliday: Bool, at location: SourceLocation) -> Bool {
        guard let first = ownDates[date] else {
            ownDates[date] = (isHoliday, location)
            return true
        }
        let message =
            first.isHoliday == isHoliday
            ? "\(date) stands twice in the calendar" : "\(date) is a holiday and an extra working day"
        elaboration.error(
            .calendarConflict, message, at: location, "again",
            also: [Label(first.location, first.isHoliday ? "a holiday here" : "a working day here")],
            help: "keep one of them")
        return false
    }

    private func dates(_ syntax: DateRangeSyntax?) -> [CivilDate] {
        guard let syntax, let range = range(syntax) else { return [] }
        let count = Int(range.upperBound.dayNumber - range.lowerBound.dayNumber) + 1
        guard count <= Self.longestRange else {
            elaboration.error(
                .invalidDates, "\(count) days in one range are more than a calendar takes", at: syntax.location,
                "at most \(Self.longestRange) days", help: "is the year right?")
            return []
        }
        return (0..<count).compactMap { range.lowerBound.addingDays($0) }
    }

    func range(_ syntax: DateRangeSyntax) -> ClosedRange<CivilDate>? {
        guard let first = syntax.first.flatMap(date) else { return nil }
        guard let token = syntax.last else { return first...first }
        guard let last = date(token) else { return nil }
        if first <= last { return first...last }
        elaboration.error(
            .invalidDates, "the dates are the wrong way round", at: syntax.location, "runs backwards",
            help: "write the earlier date first")
        return nil
    }

    private func date(_ token: SyntaxToken) -> CivilDate? {
        if let date = CivilDate(iso: token.text) { return date }
        elaboration.error(.invalidDates, "there is no day \(token.text)", at: token.location, "not in the calendar")
        return nil
    }
}
