import WritDiagnostics
import WritSemantics
import WritSource

/// A finding that the policy's author knows of and has accepted in place, with a reason.
public struct AcceptedFinding: Sendable, Hashable {
    public var kind: FindingKind
    /// The rule or row it is about; nil for whatever of the kind is found in the scope.
    public var rule: String?
    /// The decision that it stands in, if it does.
    public var decision: DecisionID?
    /// What it stands under: the finding's place must lie in it.
    public var scope: SourceLocation
    public var reason: String
    /// The last day on which it holds, counted from 1970-01-01; nil when it has no end.
    public var until: Int?
    /// Where it is written.
    public var location: SourceLocation

    public init(
        _ kind: FindingKind, rule: String? = nil, decision: DecisionID? = nil, in scope: SourceLocation, reason: String,
        until: Int? = nil,
        at location: SourceLocation
    ) {
        self.kind = kind
        self.rule = rule
        self.decision = decision
        self.scope = scope
        self.reason = reason
        self.until = until
        self.location = location
    }

    /// Whether its last day is over. Without a day to compare with nothing ends.
    func isOver(on today: Int?) -> Bool {
        guard let until, let today else { return false }
        return today > until
    }
}
