import WritAnalysis
import WritDiagnostics

/// What `check` says of one version and did not say of another.
enum NewFindings {
    /// Warnings and errors, each once more than the old version has it; where it stands makes no difference.
    ///
    /// Tests decide no case, so what is found of them alone is not told.
    static func found(
        in new: Compilation, notIn old: Compilation, today: Int?
    ) throws(PolicyError) -> [Diagnostic] {
        var known: [Gist: Int] = [:]
        for diagnostic in try findings(old, today) { known[Gist(diagnostic), default: 0] += 1 }
        return try findings(new, today).filter { diagnostic in
            let gist = Gist(diagnostic)
            guard let count = known[gist], count > 0 else { return true }
            known[gist] = count - 1
            return false
        }
    }

    private static func findings(_ compilation: Compilation, _ today: Int?) throws(PolicyError) -> [Diagnostic] {
        let warnings = compilation.diagnostics.filter { $0.severity >= .warning }
        guard let policy = compilation.policy, var report = try compilation.analyse(today: today) else {
            return warnings
        }
        report.findings.removeAll { $0.finding.kind == .idle_test || $0.severity < .warning }
        return warnings + policy.diagnostics(of: report).standing
    }

    /// What a diagnostic says, wherever it says it.
    private struct Gist: Hashable {
        let code: DiagnosticCode
        let message: String

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code
            message = diagnostic.message
        }
    }
}
