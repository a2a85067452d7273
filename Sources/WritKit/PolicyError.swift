import WritDiagnostics

/// Why a policy could not be made ready, or a case not be asked.
///
/// Printing it shows each mistake with its place.
public struct PolicyError: Error, Sendable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// The policy has errors.
        case policy
        /// The facts, params or files are wrong or unreadable.
        case input
        /// What was asked for is not there: a decision, an argument, a language.
        case usage
    }

    public let kind: Kind
    public let diagnostics: [Diagnostic]

    public init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
        self.kind = kind
        self.diagnostics = diagnostics
    }

    public var description: String { RichRenderer(color: false).render(diagnostics) }
}
