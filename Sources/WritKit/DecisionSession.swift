import WritEngine
import WritSemantics

/// Asks one policy about case after case, with memory that is used again: for one thread, and for many cases.
///
/// ```swift
/// var session = DecisionSession(policy)
/// for question in questions { send(session.decide(question).json) }
/// ```
public struct DecisionSession: ~Copyable {
    private let policy: Policy
    private var frame: Frame?

    /// Memory for deciding by a policy, which it holds on to.
    public init(_ policy: Policy) {
        self.policy = policy
    }

    /// The answer to a question. Never fails: what goes wrong is in the answer.
    public mutating func decide(_ question: Question) -> Decided {
        let (answer, broken) = answer(question)
        return Decided(policy: policy, answer: answer, question: question, broken: broken)
    }

    mutating func answer(_ question: Question) -> (Answer, [Promise]) {
        if frame == nil, let plan = policy.engine.planForQuestion() { frame = Frame(plan) }
        guard var frame = frame.take() else { return policy.engine.referenceAnswer(question) }
        let answer = policy.engine.answer(question, &frame)
        self.frame = consume frame
        return answer
    }
}
