import WritDiagnostics
import WritSemantics

/// Cases that no rule covers where there is no `otherwise`.
enum GapCheck: SemanticCheck {
    /// More gaps of one decision than this are mended together.
    private static let most = 3

    static func findings(_ questions: CaseQuestions) -> [Finding] {
        questions.decisions.flatMap { decision -> [Finding] in
            questions.model[decision].otherwise == nil ? gaps(decision, questions) : []
        }
    }

    private static func gaps(_ decision: DecisionID, _ questions: CaseQuestions) -> [Finding] {
        var findings: [Finding] = []
        var seen: [Formula] = []
        while findings.count < most {
            let outcome = questions.find(
                decision, { questions.goals(in: $0, $0.asked(decision).uncovered, outside: seen) },
                isShown: { isGap($0, of: questions.model[decision]) })
            switch outcome {
            case .impossible: return findings
            case .undecided(let hardness):
                if findings.isEmpty {
                    let name = questions.model[decision].heading.name
                    findings.append(questions.undecided("`\(name)` has a rule for every case", decision, hardness))
                }
                return findings
            case .example(let example):
                let region = questions.lastRegion()
                findings.append(gap(decision, example, region, questions))
                // Cases that differ in the elements of lists are looked for anew, without knowing which were told.
                guard let region, !questions.touchesOpen(region.literals) else { return findings }
                seen.append(questions.wide.evaluation.table.all(region.literals))
            }
        }
        return findings
    }

    /// Whether the decision itself has no rule, and not one that it reads.
    private static func isGap(_ example: ExampleCase, of decision: Decision) -> Bool {
        guard let fault = example.answer?.fault, fault.kind == .noRule else { return false }
        return fault.location == decision.heading.location
    }

    private static func gap(
        _ decision: DecisionID, _ example: ExampleCase, _ region: CaseRegion?, _ questions: CaseQuestions
    ) -> Finding {
        let heading = questions.model[decision].heading
        let cases = region.map { questions.text($0) } ?? "some cases"
        return Finding(
            .gap, "no rule of `\(heading.name)` applies where \(cases)", at: Label(heading.location, "leaves a gap"),
            help: "add a rule for these cases, or an `otherwise`", decision: decision, example: example)
    }
}

extension CaseQuestions {
    /// A goal, outside of regions that are known already.
    func goals(in evaluation: SymbolicEvaluation, _ goal: Formula, outside regions: [Formula]) -> [Formula] {
        // Regions are formulas of the wide evaluation; the narrow one looks for one case only.
        evaluation === wide.evaluation ? [goal] + regions.map { !$0 } : [goal]
    }
}
