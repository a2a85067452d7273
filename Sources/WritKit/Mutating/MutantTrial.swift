import WritEngine
import WritSemantics

/// Runs tests on a mutant, by the plain evaluator: a plan for the machine costs more than the few tests that concern it.
///
/// It does not make a deep stack of its own; who asks has one.
struct MutantTrial {
    private let policy: Policy
    private let promises: PromiseReach
    private let edit: ModelEdit?
    let model: CheckedModel

    /// - Parameter edit: nil for the policy itself.
    init(_ policy: Policy, _ promises: PromiseReach, _ edit: ModelEdit?) {
        self.policy = policy
        self.promises = promises
        self.edit = edit
        model = edit?.applied(to: policy.model) ?? policy.model
    }

    /// Whether the test fails.
    func notices(_ test: TestCase) -> Bool {
        switch test.kind {
        case .filed(let question, let expectation):
            return !AnswerComparison(decided: decide(question)).differences(from: expectation).isEmpty
        case .written(let written, let facts, let params): return notices(written, facts, params)
        }
    }

    private func notices(_ written: Test, _ facts: FactSet, _ params: ParamSet) -> Bool {
        let evaluator = evaluator(facts, params)
        return written.expectations.contains { expectation in
            if case .holds(let condition) = expectation.kind, evaluator.evaluate(condition) != .boolean(true) {
                return true
            }
            return expectation.asked.contains { decision, arguments in
                let values = arguments.map { evaluator.evaluate($0) }
                let comparison = AnswerComparison(
                    decided: decide(Question(decision, facts: facts, params: params, arguments: values)))
                if !comparison.brokenPromises().isEmpty { return true }
                return expectation.decision == decision && !comparison.differences(from: expectation, evaluator).isEmpty
            }
        }
    }

    /// The mutant's answer, its rules numbered as the policy's are.
    func decide(_ question: Question) -> Decided {
        var nobody = Nobody()
        return decide(question, observing: &nobody)
    }

    func decide(_ question: Question, observing observer: inout some EvaluationObserver) -> Decided {
        let evaluator = evaluator(question.facts, question.params)
        var answer = evaluator.decide(question.decision, arguments: question.arguments, observing: &observer)
        if let edit {
            answer.rules = answer.rules.map { edit.original($0, of: answer.decision) }
            answer.held = answer.held.map { edit.original($0, of: answer.decision) }
        }
        let broken = evaluator.promises(for: question.decision).map { policy.model.promises[$0] }
        return Decided(policy: policy, answer: answer, question: question, broken: broken)
    }

    private func evaluator(_ facts: FactSet, _ params: ParamSet) -> ReferenceEvaluator {
        ReferenceEvaluator(model, facts: facts, params: params, promises: promises, depth: .shallow)
    }
}

/// Does not look.
private struct Nobody: EvaluationObserver {
    static var isObserving: Bool { false }
}
