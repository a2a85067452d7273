/// Turns diagnostics into text for one kind of reader. Pure: the same diagnostics give the same text.
public protocol DiagnosticRenderer {
    /// The text, with a line break at its end; nothing for no diagnostics unless the format says otherwise.
    func render(_ diagnostics: [Diagnostic]) -> String
}
