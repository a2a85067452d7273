import WritSource

/// One thing that was edited between two versions of a policy: a declaration, a rule, a row, the value of a param.
///
/// Layout and comments are no edits, and neither are tests and promises: they decide no case.
public struct PolicyEdit: Sendable, Hashable {
    /// What was done to it.
    public enum Kind: String, Sendable, Hashable {
        /// It is only in the new version.
        case added
        /// It is only in the old version.
        case removed
        /// It says something else.
        case changed
        /// It stands before or behind others than it did, where the order decides.
        case moved
    }

    /// What was done.
    public let kind: Kind
    /// The edit in words: `param refund_limit 100 USD → 150 USD`.
    public let what: String
    /// Where it stood; nil for what was added.
    public let old: SourceLocation?
    /// Where it stands; nil for what was removed.
    public let new: SourceLocation?
    /// The decision that it is a part of, by its own name.
    public let decision: String?
    /// The rule or the row that it is, or `otherwise`.
    public let rule: String?

    init(
        _ kind: Kind, _ what: String, old: SourceLocation?, new: SourceLocation?, decision: String? = nil,
        rule: String? = nil
    ) {
        self.kind = kind
        self.what = what
        self.old = old
        self.new = new
        self.decision = decision
        self.rule = rule
    }

    /// Where to look: in the new version where it is there.
    public var place: SourceLocation? { new ?? old }
}
