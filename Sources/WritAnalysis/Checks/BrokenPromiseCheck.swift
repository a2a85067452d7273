import WritDiagnostics
import WritSemantics

/// Promises that some case breaks.
enum BrokenPromiseCheck: SemanticCheck {
    static func findings(_ questions: CaseQuestions) -> [Finding] {
        PromiseProver(questions, budget: SearchBudget(steps: min(questions.budget.steps, 4_000))).prove().compactMap {
            proof in
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
    }
}
