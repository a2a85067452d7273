import WritSemantics

/// What is kept of a decision that the branching program made, until somebody wants to know more: the case, the conclusion
/// reached, and what each operand of each condition before it came to.
struct TestedCase: Sendable {
    let program: BranchProgram
    let template: TraceTemplate
    let decision: DecisionID
    let facts: FactSet
    /// The number of the conclusion reached.
    let reached: Int
    /// By operand, as ``BranchTrace`` counts them.
    let results: [Int64]

    var usedFacts: [UsedFact] { template.facts(reaching: reached, in: facts) }

    var usedParams: [UsedParam] { template.params(reaching: reached) }

    /// The rules that were tried. Only the conditions that stopped one are looked at more closely.
    var triedRules: [TriedRule] {
        let conditions = StoppingConditions(program.model[decision], program.model, facts)
        return template.rules.prefix(reached + 1).map { rule in
            let fate = fate(of: rule.number)
            return TriedRule(
                rule: .rule(rule.number), name: rule.name, location: rule.location, fate: fate,
                stoppedBy: stopping(rule, fate).map(conditions.condition))
        }
    }

    private var starts: [Int] { template.trace.starts }

    private func fate(of rule: Int) -> TriedRule.Fate {
        rule == reached ? .fired : results[starts[rule]..<starts[rule + 1]].contains(0) ? .passedOver : .held
    }

    /// The operands of a rule's condition that stopped it.
    private func stopping(_ rule: TraceTemplate.Rule, _ fate: TriedRule.Fate) -> [Term] {
        if fate == .fired { return [] }
        let wanted = fate == .held ? BranchTrace.Result.unknown : .no
        return rule.operands.enumerated().filter { operand, _ in
            results[starts[rule.number] + operand] == wanted.rawValue
        }.map(\.element)
    }
}

/// Looks closely at the conditions that stopped rules.
private struct StoppingConditions {
    private let evaluation: CaseEvaluation<TraceRecorder>
    private let locals = Locals()

    init(_ decision: Decision, _ model: CheckedModel, _ facts: FactSet) {
        let params = ParamSet(of: model)
        evaluation = CaseEvaluation(
            model, facts, params, observer: TraceRecorder(model, params, looksAtConditions: true))
        for column in decision.columns { locals.columns[column.local] = column.value }
    }

    func condition(_ operand: Term) -> TriedCondition {
        _ = evaluation.conjunct(operand, locals)
        return evaluation.observer.takeCondition()
    }
}
