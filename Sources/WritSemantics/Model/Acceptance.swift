import WritDiagnostics
import WritSource

/// A finding that the author knows of and lets stand: `accept KIND [of RULE] "reason" [until DATE]`.
///
/// It changes no answer; only what the analysis reports.
public struct Acceptance: Sendable {
    public var kind: FindingKind
    /// The one rule or row it is about: the rule it stands in, or that `of` names (`otherwise` for the default). Nil when it is
    /// about all that it stands under.
    public var rule: String?
    public var reason: String
    /// The last day on which it holds, as days since 1970-01-01; nil when it has no end.
    public var until: Int?
    /// The `accept` itself, from its keyword to its end.
    public var location: SourceLocation
    /// A finding of the kind whose place lies in here is accepted: the declaration that it stands under, the rule it stands in, or
    /// the rule or row that `of` names. A row of a CSV table is there in its own file.
    public var scope: SourceLocation
    /// The decision that it is about, under a decision, an extension of one, or a rule; nil elsewhere.
    public var decision: DecisionID?

    public init(
        kind: FindingKind, rule: String? = nil, reason: String, until: Int? = nil, location: SourceLocation,
        scope: SourceLocation, decision: DecisionID? = nil
    ) {
        self.kind = kind
        self.rule = rule
        self.reason = reason
        self.until = until
        self.location = location
        self.scope = scope
        self.decision = decision
    }
}
