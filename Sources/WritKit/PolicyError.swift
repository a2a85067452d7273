import WritDiagnostics

/// Why a policy could not be made ready, or a case not be asked.
///
/// Printing it shows each mistake with its place.
public struct PolicyError: Error, Sendable, CustomStringConvertible {
    /// Whose mistake it is.
    public enum Kind: Sendable, Hashable {
        /// The policy has errors.
        case policy
        /// The facts, params or files are wrong or unreadable.
        case input
        /// What was asked for is not there: a decision, an argument, a language.
        case usage
    }

    /// Whose mistake it is.
    public let kind: Kind
    /// Each mistake with its code, its place and what helps; warnings among them if there are.
    public let diagnostics: [Diagnostic]

    /// An error with everything that there is to say of it, at least one mistake.
    public init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
        self.kind = kind
        self.diagnostics = diagnostics
    }

    /// Each mistake with the line it speaks of and what helps, for a terminal without colours. Of several lines.
    public var description: String { RichRenderer(color: false).render(diagnostics) }
}
