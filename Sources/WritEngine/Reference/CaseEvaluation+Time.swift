import WritSemantics
import WritValues

extension CaseEvaluation {
    func time(_ term: Term, _ locals: Locals) -> Datum {
        switch term.kind {
        case .atTime(let date, let time, let zone):
            known([date, time, zone], locals) { self.instant(at: $0, date, time, term) }
        case .part(let part, let date): onDate(date, term, locals) { self.part(part, of: $0, term) }
        case .localPart(let part, let instant, let zone): localPart(part, instant, zone, term, locals)
        case .edge(let edge, let date): onDate(date, term, locals) { .date(edge.day(of: $0)) }
        case .isWorkingDay(let date, let calendar):
            onDate(date, calendar, term, locals) { date, calendar in calendar.isWorkingDay(date).map { .boolean($0) } }
        case .rollToWorkingDay(let date, let forward, let calendar):
            onDate(date, calendar, term, locals) { date, calendar in
                let rolled =
                    forward ? calendar.firstWorkingDay(onOrAfter: date) : calendar.lastWorkingDay(onOrBefore: date)
                return rolled.map { .date($0) }
            }
        default: preconditionFailure("not about time")
        }
    }

    private func instant(at values: [Datum], _ date: Term, _ time: Term, _ term: Term) -> Datum {
        withZone(values[2], term) { zone in
            let (day, clock) = (values[0].asCount, values[1].asCount)
            let date = CivilDate(count: day)
            let local = Int64(exactly: clock).flatMap(CivilTime.init(microseconds:))
            let instant = date.flatMap { date in local.flatMap { zone.instant(of: date, $0) } }
            let detail = "\(FaultDetail.text(day, .date)) \(FaultDetail.text(clock, .time)) \(zone.name)"
            return instant.map { .instant($0) } ?? .faulted(.dateOutOfRange, at: term, detail)
        }
    }

    private func localPart(
        _ part: Term.LocalPart, _ instant: Term, _ zone: Term, _ term: Term, _ locals: Locals
    ) -> Datum {
        known([instant, zone], locals) { values in
            self.withZone(values[1], term) { zone in
                self.withInstant(values[0], term) { instant in
                    guard let (date, time) = zone.exactLocalDateTime(of: instant) else {
                        let detail = "\(FaultDetail.text(values[0].asCount, .instant)) \(zone.name)"
                        return .faulted(.dateOutOfRange, at: term, detail)
                    }
                    return part == .date ? .date(date) : .count(Int128(time.microseconds))
                }
            }
        }
    }

    /// Weekdays start with Monday: the first case of an enumeration, 1 as a number.
    private func part(_ part: Term.DatePart, of date: CivilDate, _ term: Term) -> Datum {
        switch part {
        case .year: return .count(Int128(date.year))
        case .month: return .count(Int128(date.month))
        case .day: return .count(Int128(date.day))
        case .weekday:
            if case .variant = term.type { return .variant(date.weekday.rawValue - 1, []) }
            return .count(Int128(date.weekday.rawValue))
        }
    }

    private func onDate(_ date: Term, _ term: Term, _ locals: Locals, _ operation: (CivilDate) -> Datum) -> Datum {
        known([date], locals) { self.withDate($0[0], term, operation) }
    }

    private func onDate(
        _ date: Term, _ calendar: Term, _ term: Term, _ locals: Locals,
        _ operation: (CivilDate, WorkingCalendar) -> Result<Datum, CalendarFailure>
    ) -> Datum {
        known([date, calendar], locals) { values in
            self.withDate(values[0], term) { date in
                let calendar = self.calendar(values[1])
                return self.answered(operation(date, calendar), term) { "\(date) on \(calendar.name)" }
            }
        }
    }
}

// MARK: Values as the calendars take them

extension CaseEvaluation {
    func withDate(_ value: Datum, _ term: Term, _ operation: (CivilDate) -> Datum) -> Datum {
        CivilDate(count: value.asCount).map(operation)
            ?? .faulted(.dateOutOfRange, at: term, FaultDetail.text(value.asCount, .date))
    }

    func withInstant(_ value: Datum, _ term: Term, _ operation: (Instant) -> Datum) -> Datum {
        Instant(count: value.asCount).map(operation)
            ?? .faulted(.dateOutOfRange, at: term, FaultDetail.text(value.asCount, .instant))
    }

    func withZone(_ value: Datum, _ term: Term, _ operation: (Zone) -> Datum) -> Datum {
        guard case .text(let name) = value else { preconditionFailure("not a zone") }
        return Zone.named(name).map(operation) ?? .faulted(.unknownZone, at: term, name)
    }

    func calendar(_ value: Datum) -> WorkingCalendar {
        guard case .variant(let index, _) = value else { preconditionFailure("not a calendar") }
        return model[CalendarID(index)].calendar
    }

    func answered(_ result: Result<Datum, CalendarFailure>, _ term: Term, _ detail: () -> String) -> Datum {
        switch result {
        case .success(let datum): datum
        case .failure(.outOfRange): .faulted(.dateOutOfRange, at: term, detail())
        case .failure(.outsideCoverage): .faulted(.outsideCalendar, at: term, detail())
        case .failure(.noWorkingTime): .faulted(.noWorkingTime, at: term, detail())
        }
    }
}

extension CivilDate {
    init?(count: Int128) {
        guard let number = Int(exactly: count) else { return nil }
        self.init(dayNumber: number)
    }
}

extension Instant {
    init?(count: Int128) {
        guard let microseconds = Int64(exactly: count) else { return nil }
        self.init(microseconds: microseconds)
    }
}

extension Datum {
    static func date(_ date: CivilDate) -> Datum { .count(Int128(date.dayNumber)) }
    static func instant(_ instant: Instant) -> Datum { .count(Int128(instant.microseconds)) }
}

extension Term.PeriodEdge {
    func day(of date: CivilDate) -> CivilDate {
        switch self {
        case .startOfMonth: date.startOfMonth
        case .endOfMonth: date.endOfMonth
        case .startOfYear: CivilDate(year: date.year, month: 1, day: 1)!
        case .endOfYear: CivilDate(year: date.year, month: 12, day: 31)!
        }
    }
}
