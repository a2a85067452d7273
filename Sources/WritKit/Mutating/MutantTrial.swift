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

    /// Whether the test fails, for what it expects or for a promise that is broken.
    ///
    /// Promises ask the decisions again that the test asks, so one looks for these failures where there are no others.
    func notices(_ test: TestCase, byPromises: Bool) -> Bool {
        switch test.kind {
        case .filed(let question, let expectation):
            if byPromises {
                let expected = expectation.promises ?? []
                return broken(question).map(\.heading.name) != expected
            }
            var expectation = expectation
            expectation.promises = nil
            return !AnswerComparison(decided: decide(question)).differences(from: expectation).isEmpty
        case .written(let written, let facts, let params):
            let evaluator = evaluator(facts, params)
            return written.expectations.contains { expectation in
                byPromises
                    ? breaksPromises(expectation, evaluator) : differs(expectation, evaluator)
            }
        }
    }

    private func differs(_ expectation: Expectation, _ evaluator: ReferenceEvaluator) -> Bool {
        if case .holds(let condition) = expectation.kind, evaluator.evaluate(condition) != .boolean(true) {
            return true
        }
        return questions(expectation, evaluator).contains { question in
            guard expectation.decision == question.decision else { return false }
            return !AnswerComparison(decided: decide(question)).differences(from: expectation, evaluator).isEmpty
        }
    }

    private func breaksPromises(_ expectation: Expectation, _ evaluator: ReferenceEvaluator) -> Bool {
        questions(expectation, evaluator).contains { !broken($0).isEmpty }
    }

    private func questions(_ expectation: Expectation, _ evaluator: ReferenceEvaluator) -> [Question] {
        expectation.asked.map { decision, arguments in
            Question(
                decision, facts: evaluator.facts, params: evaluator.params,
                arguments: arguments.map { evaluator.evaluate($0) })
        }
    }

    /// The mutant's answer, its rules numbered as the policy's are.
    func decide(_ question: Question) -> Decided {
        let evaluator = evaluator(question.facts, question.params)
        return decided(evaluator.decide(question.decision, arguments: question.arguments), question)
    }

    /// The same while somebody looks on, which is slower.
    func decide(_ question: Question, observing observer: inout some EvaluationObserver) -> Decided {
        let evaluator = evaluator(question.facts, question.params)
        return decided(
            evaluator.decide(question.decision, arguments: question.arguments, observing: &observer), question)
    }

    /// The promises that a case breaks.
    func broken(_ question: Question) -> [Promise] {
        evaluator(question.facts, question.params).promises(for: question.decision).map { policy.model.promises[$0] }
    }

    private func decided(_ answer: Answer, _ question: Question) -> Decided {
        var answer = answer
        if let edit {
            answer.rules = answer.rules.map { edit.original($0, of: answer.decision) }
            answer.held = answer.held.map { edit.original($0, of: answer.decision) }
        }
        return Decided(policy: policy, answer: answer, question: question, broken: [])
    }

    private func evaluator(_ facts: FactSet, _ params: ParamSet) -> ReferenceEvaluator {
        ReferenceEvaluator(model, facts: facts, params: params, promises: promises, depth: .shallow)
    }
}
