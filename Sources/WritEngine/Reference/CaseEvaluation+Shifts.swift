import WritSemantics
import WritValues

extension CaseEvaluation {
    /// So much after or before an anchor. What leaves the years 1 to 9999 is a fault.
    func shift(_ shift: Term.Shift, _ term: Term, _ locals: Locals) -> Datum {
        let operands = [shift.amount, shift.anchor] + [shift.calendar, shift.zone].compactMap(\.self)
        let values = operands.map { datum($0, locals) }
        let pauses = shift.pauses.map { self.pauses($0, locals) } ?? .success(.none)
        if let cause = Cause.merging(values.map(\.causeIfUnknown) + [pauses.cause]) { return .unknown(cause) }
        let move = Move(shift: shift, amount: values[0].asCount, anchor: values[1].asCount, term: term)
        switch (shift.kind, shift.anchor.type) {
        case (.days, .instant), (.months, .instant): return moveLocally(move, zone: values[2])
        case (.days, _), (.months, _): return moveDate(move)
        case (.workingDays, _): return moveOverWorkingDays(move, calendar(values[2]))
        case (.elapsed, _): return moveInTime(move, try! pauses.get())
        case (.workingTime, _): return moveInWorkingTime(move, calendar(values[2]), try! pauses.get())
        }
    }

    private func moveDate(_ move: Move) -> Datum {
        withDate(.count(move.anchor), move.term) { date in move.moved(date).map { .date($0) } ?? move.outOfRange }
    }

    /// Keeps the local time: a time that is skipped on the new day moves forward, of a repeated one it is the first.
    private func moveLocally(_ move: Move, zone: Datum) -> Datum {
        withZone(zone, move.term) { zone in
            self.withInstant(.count(move.anchor), move.term) { instant in
                guard let (date, time) = zone.exactLocalDateTime(of: instant) else { return move.outOfRange }
                let moved = move.moved(date).flatMap { zone.instant(of: $0, time) }
                return moved.map { .instant($0) } ?? move.outOfRange
            }
        }
    }

    private func moveOverWorkingDays(_ move: Move, _ calendar: WorkingCalendar) -> Datum {
        withDate(.count(move.anchor), move.term) { date in
            let moved = calendar.workingDays(move.signed, after: date)
            return self.answered(moved.map { .date($0) }, move.term) { "\(move.detail) on \(calendar.name)" }
        }
    }

    private func moveInTime(_ move: Move, _ pauses: Pauses) -> Datum {
        withInstant(.count(move.anchor), move.term) { instant in
            pauses.elapsed(move.signed, after: instant).map { .instant($0) } ?? move.outOfRange
        }
    }

    private func moveInWorkingTime(_ move: Move, _ calendar: WorkingCalendar, _ pauses: Pauses) -> Datum {
        withInstant(.count(move.anchor), move.term) { instant in
            let moved = calendar.instant(move.signed, after: instant, excluding: pauses)
            return self.answered(moved.map { .instant($0) }, move.term) { "\(move.detail) on \(calendar.name)" }
        }
    }
}

/// A shift with its known amount and anchor.
private struct Move {
    var shift: Term.Shift
    var amount: Int128
    var anchor: Int128
    var term: Term

    /// The amount forwards. What is beyond `Int64` is farther than any date, and so is the end of `Int64`.
    var signed: Int64 { Int64(clamping: shift.isBefore ? 0 - Int128(Int64(clamping: amount)) : amount) }

    func moved(_ date: CivilDate) -> CivilDate? {
        shift.kind == .days ? date.addingDays(Int(signed)) : date.addingMonths(Int(signed))
    }

    var detail: String {
        let sign = shift.isBefore ? "-" : "+"
        return FaultDetail.operation(anchor, shift.anchor.type, sign, amount, .amount(shift.kind))
    }

    var outOfRange: Datum { .faulted(.dateOutOfRange, at: term, detail) }
}

extension Result where Failure == UnknownValue {
    var cause: Cause? {
        if case .failure(let unknown) = self { unknown.cause } else { nil }
    }
}
