import WritDiagnostics
import WritSemantics

/// An `overrides` that changes no case: the two rules never apply together.
enum IdleOverrideCheck: SemanticCheck {
    static func findings(_ questions: CaseQuestions) -> [Finding] {
        questions.decisions.flatMap { decision -> [Finding] in
            let rules = questions.model[decision].rules
            return rules.indices.flatMap { index in
                rules[index].overrides.compactMap { idle(index, $0, decision, questions) }
            }
        }
    }

    private static func idle(
        _ index: Int, _ overridden: Int, _ decision: DecisionID, _ questions: CaseQuestions
    ) -> Finding? {
        let rules = questions.model[decision].rules
        let (rule, other) = (rules[index], rules[overridden])
        guard let own = questions.wide.evaluation.own(other, yieldingTo: rule, decision) else { return nil }
        let condition = questions.wide.evaluation.asked(decision).conditions[index]
        // Where one applies and the other is held, the override says what becomes of the case.
        let table = questions.wide.evaluation.table
        let meet = table.any([
            table.all([condition.isTrue, !own.isFalse]), table.all([own.isTrue, !condition.isFalse]),
        ])
        guard questions.isImpossible({ _ in [meet] }) else { return nil }
        return Finding(
            .idle_override, "`\(rule.name)` overrides `\(other.name)`, and the two never apply together",
            at: Label(rule.location, "overrides nothing"), also: [Label(other.location, "never applies with it")],
            help: "leave the `overrides` out, or mend the condition of one of them", decision: decision)
    }
}

extension SymbolicEvaluation {
    /// A rule's condition without the part that makes it yield to another; nil where that part is not found.
    func own(_ rule: Rule, yieldingTo other: Rule, _ decision: DecisionID) -> Truth? {
        let locals = locals(askedFor: decision)
        if model[decision].mode == .first { return truth(rule.condition, locals) }
        guard case .and(let operands) = rule.condition.kind else { return nil }
        let own = operands.filter { operand in
            guard case .not(let inner) = operand.kind else { return true }
            return inner.location != other.condition.location
        }
        return own.count < operands.count ? table.both(own.map { truth($0, locals) }) : nil
    }

    /// The locals of a decision that is asked from outside.
    func locals(askedFor id: DecisionID) -> SymbolicLocals {
        let decision = model[id]
        let locals = SymbolicLocals(decision.parameters, arguments(of: decision))
        for column in decision.columns { locals.columns[column.local] = column.value }
        return locals
    }
}
