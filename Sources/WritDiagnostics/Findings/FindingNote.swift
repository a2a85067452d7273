import WritSource

/// What a finding of the analysis says beyond a diagnostic: its kind, a case that shows it, and who accepted it.
public struct FindingNote: Sendable, Hashable {
    public var kind: FindingKind
    public var example: Example?
    public var acceptance: Acceptance?

    public init(_ kind: FindingKind, example: Example? = nil, acceptance: Acceptance? = nil) {
        self.kind = kind
        self.example = example
        self.acceptance = acceptance
    }

    /// A case that shows what was found.
    public struct Example: Sendable, Hashable {
        /// The decision asked, by the name that hosts ask for.
        public var decision: String?
        /// The case as a test of the policy.
        public var test: String
        /// Its facts as hosts tell them: one JSON object on one line.
        public var facts: String

        public init(decision: String?, test: String, facts: String) {
            self.decision = decision
            self.test = test
            self.facts = facts
        }
    }

    /// What the policy's author says of a finding that may stay.
    public struct Acceptance: Sendable, Hashable {
        public var reason: String
        /// The last day on which it may, as `2026-12-31`.
        public var until: String?
        public var location: SourceLocation

        public init(reason: String, until: String?, at location: SourceLocation) {
            self.reason = reason
            self.until = until
            self.location = location
        }
    }
}
