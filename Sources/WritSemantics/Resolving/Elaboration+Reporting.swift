import WritDiagnostics
import WritSource
import WritSyntax

extension Elaboration {
    /// Reports an error: what was found, where, and what to do.
    func error(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation, _ label: String = "",
        also secondary: [Label] = [], help: String? = nil, fixIts: [FixIt] = []
    ) {
        report(code, .error, message, at: location, label, also: secondary, help: help, fixIts: fixIts)
    }

    /// A text that may not have holes: a description, a name in documents. Reported when it has some.
    func fixed(_ text: TextSyntax?, _ what: String) -> String? {
        guard let text else { return nil }
        if let plain = text.plainText { return plain }
        error(
            .fixedText, "\(what) is a fixed text", at: text.location, "cannot have holes",
            help: "write the text without `{…}`, or `\\{` for a brace")
        return nil
    }

    /// Reports what works, but hardly as its author meant.
    func warn(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation, _ label: String = "",
        also secondary: [Label] = [], help: String? = nil
    ) {
        report(code, .warning, message, at: location, label, also: secondary, help: help)
    }
}
