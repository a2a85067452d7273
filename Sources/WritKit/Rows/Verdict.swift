import WritSemantics

/// What a prepared decision came to, without the words: cheap to make and to copy.
public struct Verdict: Sendable {
    private let prepared: PreparedDecision
    /// `determined`, `undetermined` or `faulted`.
    public let status: AnswerStatus
    /// The number of the rule that answered, for ``PreparedDecision/ruleNames``; nil when none did, or several.
    public let ruleNumber: Int?
    /// Whether the policy stands behind the answer: it is not faulted and breaks no promise.
    public let isSound: Bool

    /// A decision that the branching program made: determined, with every promise kept.
    init(_ prepared: PreparedDecision, ruleNumber: Int?) {
        self.prepared = prepared
        status = .determined
        self.ruleNumber = ruleNumber
        isSound = true
    }

    init(_ prepared: PreparedDecision, _ decided: Decided) {
        self.prepared = prepared
        status = decided.status
        ruleNumber = prepared.ruleNumber(decided.answer.rules)
        isSound = decided.isSound
    }

    /// The name of the rule that answered; nil when none did, or several.
    public var rule: String? { ruleNumber.map { prepared.ruleNames[$0] } }
}
