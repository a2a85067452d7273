import WritDiagnostics
import WritSemantics

/// Two rules of a `unique` decision that apply to one case.
enum OverlapCheck: SemanticCheck {
    /// More pairs of one decision than this are mended together.
    private static let most = 5

    static func findings(_ questions: CaseQuestions) -> [Finding] {
        questions.decisions.flatMap { decision -> [Finding] in
            guard questions.model[decision].mode == .unique,
                !questions.isImpossible({ [$0.asked(decision).overlapping] })
            else { return [] }
            return overlaps(decision, questions)
        }
    }

    private static func overlaps(_ decision: DecisionID, _ questions: CaseQuestions) -> [Finding] {
        var findings: [Finding] = []
        let rules = questions.model[decision].rules
        for later in rules.indices {
            for earlier in 0..<later where findings.count < most {
                let outcome = questions.find(
                    decision,
                    { evaluation in
                        let conditions = evaluation.asked(decision).conditions
                        return [conditions[earlier].isTrue, conditions[later].isTrue]
                    }, isShown: { shows($0, questions.model[decision], rules[earlier].name, rules[later].name) })
                switch outcome {
                case .impossible: continue
                case .undecided(let hardness):
                    let pair = "`\(rules[earlier].name)` and `\(rules[later].name)` never apply together"
                    findings.append(questions.undecided(pair, decision, hardness))
                case .example(let example): findings.append(overlap(decision, earlier, later, example, questions))
                }
            }
        }
        return findings
    }

    /// Whether the decision itself has both rules, and not one that it reads.
    private static func shows(_ example: ExampleCase, _ decision: Decision, _ earlier: String, _ later: String) -> Bool
    {
        guard let fault = example.answer?.fault, fault.kind == .severalRules,
            fault.location == decision.heading.location
        else { return false }
        let names = fault.detail.split(separator: ", ").map(String.init)
        return names.contains(earlier) && names.contains(later)
    }

    private static func overlap(
        _ decision: DecisionID, _ earlier: Int, _ later: Int, _ example: ExampleCase, _ questions: CaseQuestions
    ) -> Finding {
        let (first, second) = (questions.model[decision].rules[earlier], questions.model[decision].rules[later])
        let cases = questions.lastRegion().map { questions.text($0) } ?? "some cases"
        return Finding(
            .overlap, "`\(first.name)` and `\(second.name)` both apply where \(cases)",
            at: Label(second.location, "applies too"), also: [Label(first.location, "applies already")],
            help: "make the two exclude each other, or let one override the other", decision: decision,
            example: example)
    }
}
