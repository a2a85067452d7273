import WritDiagnostics
import WritSemantics

/// Promises that some case breaks.
enum BrokenPromiseCheck: SemanticCheck {
    static func findings(_ questions: CaseQuestions) -> [Finding] {
        let prover = PromiseProver(
            followingTables(questions), budget: SearchBudget(steps: min(questions.budget.steps, 4_000)),
            largestOfTwo: questions.wide.evaluation.ruleLimit)
        return prover.prove().compactMap(finding)
    }

    private static func finding(_ proof: PromiseProof) -> Finding? {
        switch proof.verdict {
        case .proved: return nil
        case .refuted(let examples):
            var finding = Finding(
                .broken_promise,
                "`\(proof.heading.name)` is broken by \(examples.count > 1 ? "two cases" : "a case")",
                at: Label(proof.heading.location, "does not hold"),
                help: "mend the rules that decide this case, or what is promised",
                decision: examples.first?.decision,
                example: examples.first)
            finding.other = examples.dropFirst().first
            return finding
        case .undecided(let hardness):
            return Finding(
                .undecided, "it is not decided whether `\(proof.heading.name)` holds in every case",
                at: Label(proof.heading.location, "not decided"), help: hardness.help)
        }
    }

    /// Promises are held against tables that are too large for the other checks.
    private static func followingTables(_ questions: CaseQuestions) -> CaseQuestions {
        let model = questions.model
        let limit = questions.wide.evaluation.ruleLimit
        guard !model.promises.isEmpty,
            model.decisions.contains(where: { $0.rules.count > limit })
        else { return questions }
        return CaseQuestions(
            model, budget: questions.budget, ruleLimit: PromiseProver.largestTable, makeSolver: questions.makeSolver)
    }
}
