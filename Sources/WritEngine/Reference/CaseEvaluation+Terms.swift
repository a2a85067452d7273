import WritSemantics

extension CaseEvaluation {
    /// What a term comes to. The operands of an operation are worked out in the order written, all of them.
    func evaluate(_ term: Term, _ locals: Locals) -> Evaluated {
        switch term.kind {
        case .constant(let datum): Evaluated(datum)
        case .fact(let id): fact(id, term.type)
        case .param(let id): param(id)
        case .local(let id): local(id, locals, term.type)
        case .define(let id, let arguments): define(id, arguments.map { evaluate($0, locals) })
        case .decision(let id, let arguments): Evaluated(decision(id, arguments.map { evaluate($0, locals) }).toReaders)
        case .field(let record, let index): seen(field(index, of: record, locals), term.type)
        case .caseField(let variant, let places): seen(field(places, of: variant, term, locals), term.type)
        case .orElse(let first, let second): orElse(first, second, locals)
        case .conditional(let condition, let then, let otherwise): conditional(condition, then, otherwise, locals)
        case .bounded(let value): bounded(value, term, locals)
        case .divide(let left, let right): divide(left, right, term, locals)
        case .aggregate(let aggregate, let local, let list, let filter, let value):
            self.aggregate(aggregate, ListForm(local, list, filter), value, term, locals)
        case .first(let local, let list, let filter, let key, let descending):
            first(ListForm(local, list, filter), key, descending, term, locals)
        default: Evaluated(calculate(term, locals))
        }
    }

    /// The terms whose value was never read from a fact and is no quotient.
    private func calculate(_ term: Term, _ locals: Locals) -> Datum {
        switch term.kind {
        case .makeRecord(_, let fields): .record(parts(fields, term, locals))
        case .makeCase(_, let index, let fields): .variant(index, parts(fields, term, locals))
        case .makeList(let elements): .list(elements.map { datum($0, locals) })
        case .message(let template): .message(render(template, locals))
        case .not(let operand): negation(datum(operand, locals))
        case .and(let operands): conjunction(operands.map { datum($0, locals) })
        case .or(let operands): disjunction(operands.map { datum($0, locals) })
        case .isKnown(let operand): isKnown(evaluate(operand, locals), operand.type)
        case .compare(let ordering, let left, let right): compare(ordering, left, right, locals)
        case .equal(let left, let right): equal(left, right, locals)
        case .isCase(let variant, let index): isCase(index, variant, locals)
        case .memberOf(let value, let list): isMember(value, of: list, locals)
        case .text, .like, .textLength, .plainText: text(term, locals)
        case .rescale, .negate, .add, .subtract, .multiply, .round, .extreme: arithmetic(term, locals)
        case .shift(let shift): self.shift(shift, term, locals)
        case .between(let between): self.between(between, term, locals)
        case .atTime, .part, .localPart, .edge, .isWorkingDay, .rollToWorkingDay: time(term, locals)
        case .quantifier(let quantifier, let local, let list, let body):
            self.quantifier(quantifier, local, list, body, locals)
        case .count(let local, let list, let filter): count(ListForm(local, list, filter), locals)
        case .map(let local, let list, let filter, let value): map(ListForm(local, list, filter), value, locals)
        default: preconditionFailure("evaluate(_:_:) has this term")
        }
    }

    private func isKnown(_ value: Evaluated, _ type: WritType) -> Datum {
        noteWeighed((value, type))
        return .boolean(value.cause == nil)
    }

    func datum(_ term: Term, _ locals: Locals) -> Datum { evaluate(term, locals).datum }

    /// Works out operands in order; unknown with their causes merged when one is.
    func known(_ operands: [Term], _ locals: Locals, _ operation: ([Datum]) -> Datum) -> Datum {
        let values = operands.map { datum($0, locals) }
        if let cause = Cause.merging(values.map(\.causeIfUnknown)) { return .unknown(cause) }
        return operation(values)
    }

    /// As `known`, for operands that are quantities.
    func counts(_ operands: [Term], _ locals: Locals, _ operation: ([Int128]) -> Datum) -> Datum {
        known(operands, locals) { values in operation(values.map(\.asCount)) }
    }
}

extension Datum {
    /// The count of a known quantity.
    var asCount: Int128 {
        guard case .count(let count) = self else { preconditionFailure("not a quantity") }
        return count
    }

    /// A known text.
    var asText: String {
        guard case .text(let text) = self else { preconditionFailure("not a text") }
        return text
    }
}
