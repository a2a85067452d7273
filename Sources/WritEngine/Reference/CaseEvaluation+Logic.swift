import WritSemantics

extension CaseEvaluation {
    func negation(_ operand: Datum) -> Datum {
        guard case .boolean(let truth) = operand else { return operand }
        return .boolean(!truth)
    }

    /// False if any operand is; else unknown if any is; else true.
    func conjunction(_ operands: [Datum]) -> Datum { decide(operands, by: false) }

    /// True if any operand is; else unknown if any is; else false.
    func disjunction(_ operands: [Datum]) -> Datum { decide(operands, by: true) }

    /// One operand with the value `deciding` decides, whatever the others are.
    private func decide(_ operands: [Datum], by deciding: Bool) -> Datum {
        if operands.contains(.boolean(deciding)) { return .boolean(deciding) }
        if let cause = Cause.merging(operands.map(\.causeIfUnknown)) { return .unknown(cause) }
        return .boolean(!deciding)
    }

    func orElse(_ first: Term, _ second: Term, _ locals: Locals) -> Evaluated {
        let value = evaluate(first, locals)
        guard let cause = value.cause else { return value }
        let instead = evaluate(second, locals)
        guard let open = instead.cause else { return instead }
        let both = cause.withoutFault?.merged(with: open) ?? open
        return Evaluated(.unknown(both), path: instead.path)
    }

    func conditional(_ condition: Term, _ then: Term, _ otherwise: Term, _ locals: Locals) -> Evaluated {
        switch datum(condition, locals) {
        case .boolean(let truth): evaluate(truth ? then : otherwise, locals)
        case let unknown: Evaluated(unknown)
        }
    }

    func isCase(_ index: Int, _ variant: Term, _ locals: Locals) -> Datum {
        let value = evaluate(variant, locals)
        noteWeighed((value, variant.type))
        switch value.datum {
        case .variant(let actual, _): return .boolean(actual == index)
        case .unknown(let cause): return .unknown(cause)
        default: preconditionFailure("not a variant")
        }
    }

    /// A rule's condition, operand by operand; tells the observer of each, and of each leaf.
    func condition(_ term: Term, _ locals: Locals) -> Datum {
        guard case .and(let conjuncts) = term.kind else { return conjunct(term, locals) }
        return conjunction(conjuncts.map { conjunct($0, locals) })
    }

    /// One operand of a rule's condition.
    func conjunct(_ term: Term, _ locals: Locals) -> Datum {
        let result = tested(term, locals)
        observer.triedConjunct(term, result)
        return result
    }

    private func tested(_ term: Term, _ locals: Locals) -> Datum {
        switch term.kind {
        case .not(let operand): return negation(tested(operand, locals))
        case .and(let operands): return conjunction(operands.map { tested($0, locals) })
        case .or(let operands): return disjunction(operands.map { tested($0, locals) })
        default:
            let result = datum(term, locals)
            observer.tested(term, result)
            return result
        }
    }
}
