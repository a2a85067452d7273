import WritDiagnostics
import WritSemantics
import WritValues

/// Turns what was found into diagnostics, with the cases that show it and what was accepted.
public struct FindingWriter: Sendable {
    private let model: CheckedModel
    /// The name of a decision as hosts ask for it.
    private let name: @Sendable (DecisionID) -> String

    public init(model: CheckedModel, name: @escaping @Sendable (DecisionID) -> String) {
        self.model = model
        self.name = name
    }

    /// What stands, in order.
    public func findings(of report: AnalysisReport) -> [Diagnostic] { diagnostics(report.findings) }

    /// What is found and accepted, in order.
    public func accepted(of report: AnalysisReport) -> [Diagnostic] { diagnostics(report.accepted) }

    /// The cases that show what stands, each as a test with a name of its own, with a blank line between them.
    public func tests(of report: AnalysisReport) -> String {
        diagnostics(report.findings).compactMap(\.finding?.example?.test).joined(separator: "\n")
    }

    private func diagnostics(_ entries: [AnalysisReport.Entry]) -> [Diagnostic] {
        var names = Set(model.tests.map(\.name))
        return entries.map { entry in
            var diagnostic = entry.finding.diagnostic(entry.severity)
            diagnostic.finding?.example = entry.finding.example.map { example in
                show(example, entry.finding.other, named: unused(title(of: entry.finding), &names))
            }
            diagnostic.finding?.acceptance = entry.acceptance.map(show)
            return diagnostic
        }
    }

    /// - Parameter other: the second of two cases that show it together.
    private func show(_ example: ExampleCase, _ other: ExampleCase?, named title: String) -> FindingNote.Example {
        let printer = TestPrinter(model: model)
        let tests =
            other.map {
                printer.text(example, named: "\(title), before") + "\n" + printer.text($0, named: "\(title), after")
            } ?? printer.text(example, named: title)
        return FindingNote.Example(
            decision: example.decision.map(name), test: tests,
            facts: ExampleJSON(model: model).text(example))
    }

    private func show(_ acceptance: AcceptedFinding) -> FindingNote.Acceptance {
        let until = acceptance.until.flatMap { CivilDate(dayNumber: $0) }?.description
        return FindingNote.Acceptance(reason: acceptance.reason, until: until, at: acceptance.location)
    }

    /// `gap: no rule of decision reply applies`
    private func title(of finding: Finding) -> String {
        "\(finding.kind.rawValue.replacing("_", with: " ")): \(finding.message.filter { $0 != "`" })"
    }

    /// Two tests of a policy have two names.
    private func unused(_ title: String, _ names: inout Set<String>) -> String {
        var name = title
        var number = 2
        while !names.insert(name).inserted {
            name = "\(title) (\(number))"
            number += 1
        }
        return name
    }
}
