import WritSemantics

extension ReachFinder {
    /// The ways to what a term may give: facts and parts of facts pass through, what is calculated uses its operands.
    mutating func origins(of term: Term) -> [Path] {
        switch term.kind {
        case .constant: return []
        case .fact(let id): return paths([Path(fact: id)])
        case .param(let id): return param(id)
        case .local(let id): return locals[id] ?? []
        case .define(let id, let arguments): return define(id, arguments)
        case .decision(let id, let arguments): decision(id, arguments)
        case .field(let base, let index): return part(of: base, [.field(index)])
        case .caseField(let base, let fields):
            return part(of: base, fields.map { .caseField($0.caseIndex, $0.fieldIndex) })
        // What is asked here is whether, or in which case, the value is: not what is in it.
        case .isKnown(let operand), .isCase(let operand, _): _ = origins(of: operand)
        case .orElse(let first, let second): return union(first, second)
        case .conditional(let condition, let first, let second):
            use(condition)
            return union(first, second)
        case .first(let local, let list, let filter, let key, _):
            let element = bind(local, list)
            use([filter, key])
            return element
        case .quantifier, .count, .aggregate, .map: useList(term.kind)
        case .shift, .between, .atTime, .part, .localPart, .edge, .isWorkingDay, .rollToWorkingDay: useTime(term.kind)
        case .message(let message): use(message)
        default: useOperands(term.kind)
        }
        return []
    }

    private mutating func part(of base: Term, _ steps: [FactReach.Step]) -> [Path] {
        paths(origins(of: base).flatMap { path in steps.map { path.appending($0) } })
    }

    private mutating func union(_ first: Term, _ second: Term) -> [Path] {
        let left = origins(of: first)
        return left + origins(of: second).filter { !left.contains($0) }
    }

    /// Makes a list form's variable stand for the elements.
    private mutating func bind(_ local: LocalID, _ list: Term) -> [Path] {
        let elements = paths(origins(of: list).map { $0.appending(.element) })
        locals[local] = elements
        return elements
    }

    private mutating func useList(_ kind: Term.Kind) {
        switch kind {
        case .quantifier(_, let local, let list, let body):
            _ = bind(local, list)
            use(body)
        case .count(let local, let list, let filter):
            _ = bind(local, list)
            use([filter])
        case .aggregate(_, let local, let list, let filter, let value),
            .map(let local, let list, let filter, let value):
            _ = bind(local, list)
            use([filter, value])
        default: break
        }
    }

    private mutating func useTime(_ kind: Term.Kind) {
        switch kind {
        case .shift(let shift): use([shift.amount, shift.anchor, shift.calendar, shift.zone, shift.pauses])
        case .between(let between): use([between.start, between.end, between.calendar, between.pauses])
        case .atTime(let date, let time, let zone): use([date, time, zone])
        case .part(_, let date), .edge(_, let date): use(date)
        case .localPart(_, let instant, let zone): use([instant, zone])
        case .isWorkingDay(let date, let calendar), .rollToWorkingDay(let date, _, let calendar): use([date, calendar])
        default: break
        }
    }

    private mutating func useOperands(_ kind: Term.Kind) {
        switch kind {
        case .makeRecord(_, let parts), .makeCase(_, _, let parts): use(parts)
        case .makeList(let parts), .and(let parts), .or(let parts), .extreme(_, let parts): use(parts)
        case .not(let operand), .like(let operand, _), .textLength(let operand), .plainText(let operand),
            .rescale(let operand, _), .negate(let operand), .round(let operand, _, _), .bounded(let operand):
            use(operand)
        case .compare(_, let left, let right), .equal(let left, let right), .memberOf(let left, let right),
            .text(_, let left, let right), .add(let left, let right), .subtract(let left, let right),
            .multiply(let left, let right), .divide(let left, let right):
            use([left, right])
        default: break
        }
    }
}
