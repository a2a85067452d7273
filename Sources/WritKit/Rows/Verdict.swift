import WritEngine
import WritSemantics

/// What a prepared decision came to, without the words: cheap to make and to copy.
public struct Verdict: Sendable {
    private let prepared: PreparedDecision
    /// The number of the conclusion reached in a determined answer of one rule; -1 otherwise.
    private let conclusion: Int
    /// The whole answer, where the case went the careful way.
    private let decided: Decided?

    init(_ prepared: PreparedDecision, conclusion: Int) {
        self.prepared = prepared
        self.conclusion = conclusion
        decided = nil
    }

    init(_ prepared: PreparedDecision, _ decided: Decided) {
        self.prepared = prepared
        self.decided = decided
        conclusion = -1
    }

    /// `determined`, `undetermined` or `faulted`.
    public var status: AnswerStatus { decided?.status ?? .determined }

    /// The name of the rule that answered; nil when none did, or several.
    public var rule: String? {
        if let decided { return decided.rule }
        return conclusion < 0 ? nil : prepared.ruleNames[conclusion]
    }

    /// Whether the policy stands behind the answer: it is not faulted and breaks no promise.
    public var isSound: Bool { decided?.isSound ?? true }
}
