/// Collects what the stages have to say, in the order they say it.
///
/// A stage reports a mistake here and goes on with a substitute, so that one broken rule hides nothing else.
public struct DiagnosticSink: Sendable {
    public private(set) var diagnostics: [Diagnostic] = []
    /// Beyond this many nothing more is kept: a hostile file must not fill memory with complaints.
    public let limit: Int
    /// How many were dropped over the limit.
    public private(set) var dropped = 0

    public init(limit: Int = 1_000) { self.limit = limit }

    public mutating func report(_ diagnostic: Diagnostic) {
        guard diagnostics.count < limit else {
            dropped += 1
            return
        }
        diagnostics.append(diagnostic)
    }

    public mutating func absorb(_ other: DiagnosticSink) {
        for diagnostic in other.diagnostics { report(diagnostic) }
        dropped += other.dropped
    }

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
