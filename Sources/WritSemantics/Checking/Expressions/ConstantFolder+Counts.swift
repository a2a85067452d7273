import WritValues

extension ConstantFolder {
    /// The count of a quantity; nil where there is none within the width of the calculation.
    func count(_ term: Term) -> Int128? {
        switch term.kind {
        case .constant(.count(let count)): count
        case .rescale(let operand, let scale):
            count(operand).flatMap { Exact.rescale($0, from: operand.type.scale, to: scale) }
        case .negate(let operand): count(operand).flatMap { Self.checked(Int128(0).subtractingReportingOverflow($0)) }
        case .add(let left, let right): both(left, right) { $0.addingReportingOverflow($1) }
        case .subtract(let left, let right): both(left, right) { $0.subtractingReportingOverflow($1) }
        case .multiply(let left, let right): product(term.type, left, right)
        case .round(let operand, let unit, let mode): rounded(term.type, operand, unit, mode)
        case .bounded(let operand): count(operand).flatMap { Int64(exactly: $0) }.map { Int128($0) }
        case .extreme(let which, let operands): extreme(which, operands)
        case .conditional: if case .count(let count)? = value(term) { count } else { nil }
        case .shift(let shift): shifted(term.type, shift)
        case .atTime(let date, let time, let zone): instant(date, time, zone)
        case .edge(let edge, let operand): date(operand).map { Self.edge(edge, of: $0) }.map { Int128($0.dayNumber) }
        default: nil
        }
    }

    private static func checked(_ result: (partialValue: Int128, overflow: Bool)) -> Int128? {
        result.overflow ? nil : result.partialValue
    }

    private func both(_ left: Term, _ right: Term, _ combine: (Int128, Int128) -> (Int128, Bool)) -> Int128? {
        guard let a = count(left), let b = count(right) else { return nil }
        return Self.checked(combine(a, b))
    }

    /// The scales add up; an amount of time has none, so its product is brought back to whole units.
    private func product(_ type: WritType, _ left: Term, _ right: Term) -> Int128? {
        guard let product = both(left, right, { $0.multipliedReportingOverflow(by: $1) }) else { return nil }
        guard case .amount = type else { return product }
        let scale = left.type.scale + right.type.scale
        return Exact.roundedQuotient(product, scale: scale, over: 1, scale: 0, unit: 1, unitScale: 0)
    }

    private func rounded(_ type: WritType, _ operand: Term, _ unit: Int128, _ mode: RoundingMode) -> Int128? {
        if case .divide(let left, let right) = operand.kind {
            guard let n = count(left), let d = count(right) else { return nil }
            return Exact.roundedQuotient(
                n, scale: left.type.scale, over: d, scale: right.type.scale, unit: unit, unitScale: type.scale,
                mode: mode)
        }
        guard let n = count(operand) else { return nil }
        return Exact.roundedQuotient(
            n, scale: operand.type.scale, over: 1, scale: 0, unit: unit, unitScale: type.scale, mode: mode)
    }

    private func extreme(_ which: Term.Extreme, _ operands: [Term]) -> Int128? {
        let counts = operands.compactMap(count)
        guard counts.count == operands.count else { return nil }
        return which == .least ? counts.min() : counts.max()
    }

    // MARK: Time

    private func date(_ term: Term) -> CivilDate? {
        count(term).flatMap { Int(exactly: $0) }.flatMap { CivilDate(dayNumber: $0) }
    }

    private func instant(_ date: Term, _ time: Term, _ zone: Term) -> Int128? {
        guard let day = self.date(date), let micros = count(time), let clock = CivilTime(microseconds: Int64(micros)),
            case .text(let name)? = value(zone), let zone = Zone.named(name)
        else { return nil }
        return zone.instant(of: day, clock).map { Int128($0.microseconds) }
    }

    /// Days and months from a date, elapsed time from an instant; nothing that needs a calendar.
    private func shifted(_ type: WritType, _ shift: Term.Shift) -> Int128? {
        guard let amount = count(shift.amount), let small = Int(exactly: shift.isBefore ? -amount : amount),
            shift.pauses == nil
        else { return nil }
        switch (type, shift.kind) {
        case (.date, .days): return date(shift.anchor)?.addingDays(small).map { Int128($0.dayNumber) }
        case (.date, .months): return date(shift.anchor)?.addingMonths(small).map { Int128($0.dayNumber) }
        case (.instant, .elapsed):
            let start = count(shift.anchor).flatMap { Int64(exactly: $0) }.flatMap { Instant(microseconds: $0) }
            return start?.addingMicroseconds(Int64(small)).map { Int128($0.microseconds) }
        default: return nil
        }
    }

    private static func edge(_ edge: Term.PeriodEdge, of date: CivilDate) -> CivilDate {
        switch edge {
        case .startOfMonth: date.startOfMonth
        case .endOfMonth: date.endOfMonth
        case .startOfYear: CivilDate(year: date.year, month: 1, day: 1) ?? date
        case .endOfYear: CivilDate(year: date.year, month: 12, day: 31) ?? date
        }
    }
}

extension ExpressionChecker {
    /// The value of a term without facts, params, locals and decisions; nil for any other, and where it has none.
    func constant(_ term: Term) -> Datum? { ConstantFolder().value(term) }
}
