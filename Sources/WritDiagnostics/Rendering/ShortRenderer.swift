import WritSource

/// One line a diagnostic, `path:line:column: error[W0201]: message`, as editors and `grep` follow it.
public struct ShortRenderer: DiagnosticRenderer, Sendable {
    public init() {}

    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { diagnostic in
            let place = diagnostic.primary.location.description
            let title = "\(diagnostic.severity.rawValue)[\(diagnostic.code.id)]"
            return VisibleText.oneLine("\(place): \(title): \(diagnostic.message)") + "\n"
        }.joined()
    }
}
