import WritDiagnostics
import WritSource

extension Elaboration {
    /// Reports an error: what was found, where, and what to do.
    func error(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation, _ label: String = "",
        also secondary: [Label] = [], help: String? = nil, fixIts: [FixIt] = []
    ) {
        report(code, .error, message, at: location, label, also: secondary, help: help, fixIts: fixIts)
    }

    /// Reports what works, but hardly as its author meant.
    func warn(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation, _ label: String = "",
        also secondary: [Label] = [], help: String? = nil
    ) {
        report(code, .warning, message, at: location, label, also: secondary, help: help)
    }
}
