/// How many diagnostics of each kind there are: `2 errors, 1 warning`.
public struct DiagnosticSummary: Sendable, Hashable {
    public var errors = 0
    public var warnings = 0
    public var notes = 0
    /// Diagnostics that were not kept.
    public var dropped = 0

    public init(_ diagnostics: [Diagnostic], dropped: Int = 0) {
        for diagnostic in diagnostics {
            switch diagnostic.severity {
            case .error: errors += 1
            case .warning: warnings += 1
            case .note: notes += 1
            }
        }
        self.dropped = dropped
    }

    public init(_ sink: DiagnosticSink) { self.init(sink.diagnostics, dropped: sink.dropped) }

    /// The line under a list of diagnostics; `no problems` when there is none.
    public var text: String {
        var parts = [count(errors, "error"), count(warnings, "warning"), count(notes, "note")].compactMap { $0 }
        if dropped > 0 { parts.append("\(dropped) more not shown") }
        return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
    }

    private func count(_ number: Int, _ noun: String) -> String? {
        switch number {
        case 0: nil
        case 1: "1 \(noun)"
        default: "\(number) \(noun)s"
        }
    }
}
