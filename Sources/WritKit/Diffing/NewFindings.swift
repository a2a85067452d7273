import WritDiagnostics

/// What `check` says of one version and did not say of another.
enum NewFindings {
    /// Each finding once more than the old version has it; where it stands makes no difference.
    static func found(in new: Compilation, notIn old: Compilation) -> [Diagnostic] {
        var known: [Diagnostic.Gist: Int] = [:]
        for diagnostic in findings(old) { known[diagnostic.gist, default: 0] += 1 }
        return findings(new).filter { diagnostic in
            guard let count = known[diagnostic.gist], count > 0 else { return true }
            known[diagnostic.gist] = count - 1
            return false
        }
    }

    private static func findings(_ compilation: Compilation) -> [Diagnostic] {
        compilation.diagnostics.filter { $0.severity >= .warning }
    }
}

extension Diagnostic {
    /// What it says, wherever it says it.
    struct Gist: Hashable {
        var code: DiagnosticCode
        var message: String
    }

    var gist: Gist { Gist(code: code, message: message) }
}
