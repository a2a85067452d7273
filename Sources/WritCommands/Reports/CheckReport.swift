import WritAnalysis
import WritDiagnostics
import WritKit

/// Everything that `writ check` has to say of a policy.
struct CheckReport {
    /// Mistakes and warnings of the checker, then the findings that stand.
    let shown: [Diagnostic]
    /// The findings that are accepted.
    let accepted: [Diagnostic]
    /// The cases that show the findings, as tests.
    let tests: String
    private let compilation: Compilation

    init(_ compilation: Compilation, _ report: AnalysisReport?) {
        self.compilation = compilation
        guard let policy = compilation.policy, let report else {
            (shown, accepted, tests) = (compilation.diagnostics, [], "")
            return
        }
        let findings = policy.diagnostics(of: report)
        shown = compilation.diagnostics + findings.standing
        accepted = findings.accepted
        tests = policy.exampleTests(of: report)
    }

    /// For machines, which are told what is accepted too.
    var all: [Diagnostic] { shown + accepted }

    /// Whether something is at least as grave.
    func has(_ severity: Severity) -> Bool { shown.contains { $0.severity >= severity } }

    /// `1 warning, 2 accepted in 3 files`
    var summary: String {
        let count = compilation.sources.units.count
        let known = accepted.isEmpty ? "" : ", \(accepted.count) accepted"
        let found = DiagnosticSummary(shown, dropped: compilation.dropped).text
        return "\(found)\(known) in \(count) file\(count == 1 ? "" : "s")"
    }
}
