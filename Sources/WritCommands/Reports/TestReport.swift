import WritKit
import WritSource

/// The results of tests for people.
struct TestReport {
    private let ink: Ink

    init(color: Bool) { ink = Ink(isOn: color) }

    /// More facts than this are counted, not shown.
    private static let shownFacts = 40

    /// What failed, a line of figures, and one for the cases that were left out.
    func text(_ outcomes: [TestOutcome], leftOut: Int = 0, unread: Int = 0) -> String {
        let failed = outcomes.filter { !$0.passed }
        let count = "\(outcomes.count) test\(outcomes.count == 1 ? "" : "s")"
        let summary = failed.isEmpty ? ink.green("\(count) passed") : ink.red("\(failed.count) of \(count) failed")
        let rest = leftOut > 0 ? "\(leftOut) case\(leftOut == 1 ? "" : "s") of other decisions left out\n" : ""
        let lost = unread > 0 ? ink.red("\(unread) case\(unread == 1 ? "" : "s") could not be read") + "\n" : ""
        return failed.map(failure).joined() + summary + "\n" + lost + rest
    }

    private func failure(_ outcome: TestOutcome) -> String {
        var text = ink.red("failed") + " \(VisibleText.oneLine(outcome.test.name))  "
        text += ink.dim(VisibleText.oneLine(outcome.test.location.description)) + "\n"
        for difference in outcome.differences {
            text += line("expected", "\(difference.what) \(difference.expected)")
            text += line("got", difference.actual)
        }
        for (index, fact) in outcome.facts.prefix(Self.shownFacts).enumerated() {
            text += line(index == 0 ? "with" : "", "\(fact.path) = \(fact.value)")
        }
        let rest = outcome.facts.count - Self.shownFacts
        if rest > 0 { text += line("", "and \(rest) more") }
        if let disagreement = outcome.disagreement {
            text += line(
                "writ",
                "the two evaluators of Writ disagree: \(disagreement). This is a mistake in Writ; please report it.")
        }
        return text + "\n"
    }

    private func line(_ label: String, _ value: String) -> String {
        let lines = VisibleText.lines(value).split(separator: "\n", omittingEmptySubsequences: false)
        let head = "  " + ink.dim(label) + String(repeating: " ", count: max(1, 10 - label.count))
        return lines.enumerated().map { ($0 == 0 ? head : String(repeating: " ", count: 12)) + $1 + "\n" }.joined()
    }

    // MARK: Coverage

    /// A line a policy, and below it the rules that no test makes fire.
    func text(_ coverage: [PolicyCoverage]) -> String {
        coverage.map { policy in
            let rules = "\(policy.coveredRules) of \(policy.rules) rules"
            let conditions = "\(policy.coveredConditions) of \(policy.conditions) outcomes of conditions"
            let name = policy.policy.isEmpty ? "the policy" : VisibleText.oneLine(policy.policy)
            return "\(name): \(rules), \(conditions) covered\n" + uncovered(policy)
        }.joined()
    }

    private func uncovered(_ policy: PolicyCoverage) -> String {
        let shown = policy.uncovered.prefix(10).map {
            "  \(Self.oneLine($0.what))  \(ink.dim(VisibleText.oneLine($0.location.description)))\n"
        }
        let rest = policy.uncovered.count - shown.count
        return shown.joined() + (rest > 0 ? "  and \(rest) more\n" : "")
    }

    private static func oneLine(_ text: String) -> String {
        VisibleText.oneLine(text.split { $0.isWhitespace }.joined(separator: " "))
    }
}
