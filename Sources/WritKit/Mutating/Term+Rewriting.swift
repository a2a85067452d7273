import WritSemantics

extension Term {
    /// The same with other operands: `rewrite` is given each with its number, in the order of ``forEachOperand(_:)``.
    ///
    /// What a message shows is left as it is: it decides nothing.
    func rewritingOperands(_ rewrite: @escaping (Int, Term) -> Term) -> Term {
        var rewriting = OperandRewriting(rewrite)
        return Term(rewriting.kind(kind), type, location)
    }

    /// The same with another operand at one place.
    func replacingOperand(at index: Int, with operand: Term) -> Term {
        rewritingOperands { $0 == index ? operand : $1 }
    }
}

/// Counts the operands of one term while they are rewritten.
private struct OperandRewriting {
    private let rewrite: (Int, Term) -> Term
    private var number = 0

    init(_ rewrite: @escaping (Int, Term) -> Term) { self.rewrite = rewrite }

    private mutating func one(_ term: Term) -> Term {
        defer { number += 1 }
        return rewrite(number, term)
    }

    private mutating func some(_ term: Term?) -> Term? {
        guard let term else { return nil }
        return one(term)
    }

    private mutating func all(_ terms: [Term]) -> [Term] {
        var rewritten: [Term] = []
        for term in terms { rewritten.append(one(term)) }
        return rewritten
    }

    private mutating func parts(_ terms: [Term?]) -> [Term?] {
        var rewritten: [Term?] = []
        for term in terms { rewritten.append(some(term)) }
        return rewritten
    }

    mutating func kind(_ kind: Term.Kind) -> Term.Kind {
        switch kind {
        case .constant, .fact, .param, .local, .message: kind
        case .define(let id, let terms): .define(id, all(terms))
        case .decision(let id, let terms): .decision(id, all(terms))
        case .makeList(let terms): .makeList(all(terms))
        case .and(let terms): .and(all(terms))
        case .or(let terms): .or(all(terms))
        case .extreme(let extreme, let terms): .extreme(extreme, all(terms))
        case .makeRecord(let id, let terms): .makeRecord(id, parts(terms))
        case .makeCase(let id, let index, let terms): .makeCase(id, index, parts(terms))
        case .conditional(let test, let first, let second): .conditional(one(test), then: one(first), else: one(second))
        case .orElse, .compare, .equal, .memberOf, .text, .add, .subtract, .multiply, .divide: pair(kind)
        case .field, .caseField, .not, .isKnown, .isCase, .like, .textLength, .plainText, .rescale, .negate, .round,
            .bounded:
            single(kind)
        case .shift, .between, .atTime, .part, .edge, .localPart, .isWorkingDay, .rollToWorkingDay: time(kind)
        case .quantifier, .count, .aggregate, .map, .first: list(kind)
        }
    }

    private mutating func single(_ kind: Term.Kind) -> Term.Kind {
        switch kind {
        case .field(let term, let index): .field(one(term), index)
        case .caseField(let term, let fields): .caseField(one(term), fields)
        case .not(let term): .not(one(term))
        case .isKnown(let term): .isKnown(one(term))
        case .isCase(let term, let index): .isCase(one(term), index)
        case .like(let term, let pattern): .like(one(term), pattern)
        case .textLength(let term): .textLength(one(term))
        case .plainText(let term): .plainText(one(term))
        case .rescale(let term, let scale): .rescale(one(term), scale: scale)
        case .negate(let term): .negate(one(term))
        case .round(let term, let unit, let mode): .round(one(term), unit: unit, mode)
        case .bounded(let term): .bounded(one(term))
        default: preconditionFailure("not of one operand")
        }
    }

    private mutating func pair(_ kind: Term.Kind) -> Term.Kind {
        switch kind {
        case .orElse(let left, let right): .orElse(one(left), one(right))
        case .compare(let ordering, let left, let right): .compare(ordering, one(left), one(right))
        case .equal(let left, let right): .equal(one(left), one(right))
        case .memberOf(let left, let list): .memberOf(one(left), list: one(list))
        case .text(let test, let left, let right): .text(test, one(left), one(right))
        case .add(let left, let right): .add(one(left), one(right))
        case .subtract(let left, let right): .subtract(one(left), one(right))
        case .multiply(let left, let right): .multiply(one(left), one(right))
        case .divide(let left, let right): .divide(one(left), one(right))
        default: preconditionFailure("not of two operands")
        }
    }

    private mutating func time(_ kind: Term.Kind) -> Term.Kind {
        switch kind {
        case .shift(let old):
            return .shift(
                Term.Shift(
                    kind: old.kind, amount: one(old.amount), anchor: one(old.anchor), isBefore: old.isBefore,
                    calendar: some(old.calendar), zone: some(old.zone), pauses: some(old.pauses)))
        case .between(let old):
            return .between(
                Term.Between(
                    kind: old.kind, start: one(old.start), end: one(old.end), calendar: some(old.calendar),
                    pauses: some(old.pauses)))
        case .atTime(let date, let time, let zone): return .atTime(date: one(date), time: one(time), zone: one(zone))
        case .part(let part, let term): return .part(part, one(term))
        case .edge(let edge, let term): return .edge(edge, one(term))
        case .localPart(let part, let term, let zone): return .localPart(part, one(term), zone: one(zone))
        case .isWorkingDay(let day, let calendar): return .isWorkingDay(one(day), calendar: one(calendar))
        case .rollToWorkingDay(let day, let forward, let calendar):
            return .rollToWorkingDay(one(day), forward: forward, calendar: one(calendar))
        default: preconditionFailure("not about time")
        }
    }

    private mutating func list(_ kind: Term.Kind) -> Term.Kind {
        switch kind {
        case .quantifier(let quantifier, let local, let list, let body):
            .quantifier(quantifier, local, list: one(list), body: one(body))
        case .count(let local, let list, let filter): .count(local, list: one(list), filter: some(filter))
        case .aggregate(let aggregate, let local, let list, let filter, let value):
            .aggregate(aggregate, local, list: one(list), filter: some(filter), value: one(value))
        case .map(let local, let list, let filter, let value):
            .map(local, list: one(list), filter: some(filter), value: one(value))
        case .first(let local, let list, let filter, let key, let descending):
            .first(local, list: one(list), filter: some(filter), key: some(key), descending: descending)
        default: preconditionFailure("not about a list")
        }
    }
}
