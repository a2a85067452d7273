import WritSource
import WritValues

/// A calendar while its items are read: what another one can be `like`.
struct CalendarDraft {
    /// Whether something of it, or of what it is like, was lost with a mistake: what is not there may be that.
    var isIncomplete = false
    var zone: Zone?
    /// The stretches of each weekday; a weekday left out has none.
    var weekly: [Weekday: [WorkingInterval]] = [:]
    var breaks: [WorkingInterval] = []
    var holidays: [CivilDate: String] = [:]
    var extraDays: [CivilDate: [WorkingInterval]] = [:]
    var coverage: ClosedRange<CivilDate>?
    /// The stretches of the first `hours` or `days` item: those of an extra day that names none.
    var usual: [WorkingInterval]?

    /// Whether any day has time to work in.
    var hasWorkingTime: Bool {
        let days = Array(weekly.values) + Array(extraDays.values)
        return days.contains { !WorkingInterval.subtracting(breaks, from: $0).isEmpty }
    }

    func calendar(named name: String) -> WorkingCalendar {
        WorkingCalendar(
            name: name, zone: zone ?? .utc, weekly: weekly, breaks: breaks, holidays: holidays, extraDays: extraDays,
            coverage: coverage)
    }
}
