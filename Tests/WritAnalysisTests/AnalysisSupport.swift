import Testing
import WritAnalysis
import WritDiagnostics
import WritKit
import WritSemantics

/// What is found in a policy, for tests: every finding of one kind, without what the checker says.
func findings(_ kind: FindingKind, in text: String) throws -> [Finding] {
    try findings(in: text).filter { $0.kind == kind }
}

/// Everything that is found in a policy.
func findings(in text: String) throws -> [Finding] {
    try Policy(text: text).analyse().findings.map(\.finding)
}

extension Finding {
    /// The words under the carets.
    var words: String { place.location.text }
    /// The words under those of the other places.
    var otherWords: [String] { others.map(\.location.text) }
}

/// What our own search finds of one kind, each with the facts of the case that shows it: `message {"amount":"5.00 USD"}`.
func told(_ kind: FindingKind, _ text: String) throws -> [String] {
    let policy = try Policy(text: "policy p\n" + text)
    var options = AnalysisOptions()
    options.solvers = .own
    let report = policy.analyse(options)
    return report.findings.map(\.finding).filter { $0.kind == kind }.map { finding in
        let facts = finding.example.map { " " + ExampleJSON(model: policy.model).text($0) } ?? ""
        return finding.message + facts
    }
}
