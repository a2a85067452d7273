import WritDiagnostics
import WritSemantics

/// Something to look for that takes all cases into account.
protocol SemanticCheck {
    static func findings(_ questions: CaseQuestions) -> [Finding]
}

extension CaseQuestions {
    /// The decisions that are followed rule by rule, in the order of the model.
    var decisions: [DecisionID] {
        model.decisions.indices.map { DecisionID($0) }.filter {
            model[$0].rules.count <= wide.evaluation.ruleLimit
        }
    }

    /// Whether something can be the case at all, and hangs on few enough facts to be worth a glance.
    func isSmall(_ formula: Formula) -> Bool {
        formula != .no && wide.evaluation.table.cone(of: [formula]).count <= 40
    }

    /// A question of a decision that stays open, told as a finding.
    func undecided(_ what: String, _ decision: DecisionID, _ hardness: Hardness) -> Finding {
        let heading = model[decision].heading
        return Finding(
            .undecided, "it is not decided whether \(what)", at: Label(heading.location, "not decided"),
            help: hardness.help, decision: decision)
    }
}

extension Hardness {
    /// What made it hard, and what can be done.
    public var help: String {
        switch self {
        case .budget: "the question took more steps than it is given; a solver, or smaller rules, may settle it"
        case .calculation(let what): "what made it hard: \(what); a solver may settle it"
        case .solver(let what): "the solver gave up: \(what)"
        }
    }
}
