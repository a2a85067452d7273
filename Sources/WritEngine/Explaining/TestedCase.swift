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
    let results: [UInt8]

    var usedFacts: [UsedFact] { template.facts(reaching: reached, in: facts) }

    var usedParams: [UsedParam] { template.params(reaching: reached) }

    /// The rules that were tried. Only the conditions that stopped one are looked at more closely.
    var triedRules: [TriedRule] {
        let declared = program.model[decision]
        let conditions = StoppingConditions(declared, program.model, facts)
        return declared.rules.prefix(reached + 1).enumerated().map { index, rule in
            let fate = fate(of: index)
            let operands = rule.condition.conjuncts
            let stopping = fate == .fired ? [] : operands.indices.filter { isStopping($0, of: index, fate) }
            return TriedRule(
                rule: .rule(index), name: rule.name, location: rule.location, fate: fate,
                stoppedBy: stopping.map { conditions.condition(operands[$0]) })
        }
    }

    private var starts: [Int] { template.trace.starts }

    private func fate(of rule: Int) -> TriedRule.Fate {
        rule == reached ? .fired : results[starts[rule]..<starts[rule + 1]].contains(0) ? .passedOver : .held
    }

    private func isStopping(_ operand: Int, of rule: Int, _ fate: TriedRule.Fate) -> Bool {
        let result = BranchTrace.Result(rawValue: Int64(results[starts[rule] + operand]))
        return result == (fate == .held ? .unknown : .no)
    }
}

/// Looks closely at the conditions that stopped rules.
private struct StoppingConditions {
    private let evaluation: CaseEvaluation<TraceRecorder>
    private let locals = Locals()

    init(_ decision: Decision, _ model: CheckedModel, _ facts: FactSet) {
        let params = ParamSet(of: model)
        evaluation = CaseEvaluation(model, facts, params, observer: TraceRecorder(model, params))
        for column in decision.columns { locals.columns[column.local] = column.value }
    }

    func condition(_ operand: Term) -> TriedCondition {
        _ = evaluation.conjunct(operand, locals)
        return evaluation.observer.takeCondition()
    }
}
