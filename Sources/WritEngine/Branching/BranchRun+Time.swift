import WritSemantics
import WritValues

/// Dates, instants, zones and calendars. Nil where something goes wrong, which the machine then tells; unknown where an
/// operand is.
extension BranchRun {
    func time(_ time: BranchTime, _ row: CaseRow) -> Int64? {
        guard let first = known(time.first), let second = known(time.second) else { return CaseRow.unknown }
        var zoneNumber: Int64 = 0
        if let place = time.zone {
            guard let number = known(place) else { return CaseRow.unknown }
            zoneNumber = number
        }
        var calendarNumber: Int64 = 0
        if let place = time.calendar {
            guard let number = known(place) else { return CaseRow.unknown }
            calendarNumber = number
        }
        var pauses = Pauses.none
        if let list = time.pauses {
            guard let found = self.pauses(list, row) else { return CaseRow.unknown }
            pauses = found
        }
        switch time.kind {
        case .shift(let kind, let isInstant, let isBefore):
            let signed = isBefore ? 0 - first : first
            switch (kind, isInstant) {
            case (.days, true), (.months, true):
                guard let zone = zone(zoneNumber, row), let instant = instant(second),
                    let (date, time) = zone.exactLocalDateTime(of: instant)
                else { return nil }
                return moved(date, kind, signed).flatMap { zone.instant(of: $0, time) }?.microseconds
            case (.days, false), (.months, false):
                return date(second).flatMap { moved($0, kind, signed) }?.cell
            case (.workingDays, _):
                guard let date = date(second) else { return nil }
                return (try? calendar(calendarNumber).workingDays(signed, after: date).get())?.cell
            case (.elapsed, _): return instant(second).flatMap { pauses.elapsed(signed, after: $0) }?.microseconds
            case (.workingTime, _):
                guard let instant = instant(second) else { return nil }
                let calendar = calendar(calendarNumber)
                return (try? calendar.instant(signed, after: instant, excluding: pauses).get())?.microseconds
            }
        case .between(let kind): return between(kind, first, second, calendarNumber, pauses)
        case .atTime:
            guard let zone = zone(zoneNumber, row), let date = date(first),
                let time = CivilTime(microseconds: second)
            else { return nil }
            return zone.instant(of: date, time)?.microseconds
        case .part(let code):
            guard let date = date(first) else { return nil }
            switch code {
            case 0: return Int64(date.year)
            case 1: return Int64(date.month)
            case 2: return Int64(date.day)
            default: return Int64(date.weekday.rawValue - (code == 3 ? 1 : 0))
            }
        case .localPart(let part):
            guard let zone = zone(zoneNumber, row), let instant = instant(first),
                let (date, time) = zone.exactLocalDateTime(of: instant)
            else { return nil }
            return part == .date ? date.cell : time.microseconds
        case .edge(let edge): return date(first).map { edge.day(of: $0).cell }
        case .isWorkingDay:
            guard let date = date(first) else { return nil }
            return (try? calendar(calendarNumber).isWorkingDay(date).get()).map { $0 ? 1 : 0 }
        case .roll(let forward):
            guard let date = date(first) else { return nil }
            let calendar = calendar(calendarNumber)
            let rolled = forward ? calendar.firstWorkingDay(onOrAfter: date) : calendar.lastWorkingDay(onOrBefore: date)
            return (try? rolled.get())?.cell
        }
    }

    private func between(
        _ kind: AmountKind, _ first: Int64, _ second: Int64, _ calendarNumber: Int64, _ pauses: Pauses
    ) -> Int64? {
        switch kind {
        case .days, .months, .workingDays:
            guard let start = date(first), let end = date(second) else { return nil }
            switch kind {
            case .days: return Int64(CivilDate.days(between: start, and: end))
            case .months: return Int64(CivilDate.months(between: start, and: end))
            default:
                return (try? calendar(calendarNumber).workingDays(between: start, and: end).get()).map { Int64($0) }
            }
        case .elapsed, .workingTime:
            guard let start = instant(first), let end = instant(second) else { return nil }
            if kind == .elapsed { return Int64(pauses.elapsed(between: start, and: end)) }
            let worked = calendar(calendarNumber).workingTime(between: start, and: end, excluding: pauses)
            return (try? worked.get()).map { Int64($0) }
        }
    }

    private func moved(_ date: CivilDate, _ kind: AmountKind, _ amount: Int64) -> CivilDate? {
        kind == .days ? date.addingDays(Int(amount)) : date.addingMonths(Int(amount))
    }

    private func date(_ cell: Int64) -> CivilDate? { CivilDate(dayNumber: Int(cell)) }

    private func instant(_ cell: Int64) -> Instant? { Instant(microseconds: cell) }

    private func zone(_ number: Int64, _ row: CaseRow) -> Zone? { Zone.named(text(number, row)) }

    private func calendar(_ number: Int64) -> WorkingCalendar { program.calendars[Int(number)] }

    /// The intervals that do not count; nil when one is unknown.
    private func pauses(_ plan: BranchPauses, _ row: CaseRow) -> Pauses? {
        guard let run = known(plan.list) else { return nil }
        var intervals: [(Instant, Instant)] = []
        for index in 0..<CaseRow.count(of: run) {
            let element = elements(run, row) + index * plan.width
            let (from, until) = (element[plan.from], element[plan.until])
            if from == CaseRow.unknown || until == CaseRow.unknown { return nil }
            // What is no point in time is no pause.
            if let start = instant(from), let end = instant(until) { intervals.append((start, end)) }
        }
        return Pauses(intervals)
    }
}

extension CivilDate {
    fileprivate var cell: Int64 { Int64(dayNumber) }
}
