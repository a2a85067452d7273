import WritEngine
import WritSemantics

/// Runs tests, each with both evaluators, and notes what they covered.
public struct TestRunner {
    private let policy: Policy
    /// What the tests run so far have exercised.
    public private(set) var coverage: Coverage

    /// A runner that has seen no test yet.
    public init(policy: Policy) {
        self.policy = policy
        coverage = Coverage(of: policy.model)
    }

    /// Runs one test with both evaluators and adds to the coverage. Never fails: what goes wrong is in the outcome.
    public mutating func run(_ test: TestCase) -> TestOutcome {
        switch test.kind {
        case .filed(let question, let expectation):
            let (decided, disagreement) = ask(question)
            let comparison = AnswerComparison(decided: decided)
            return outcome(test, comparison.differences(from: expectation), disagreement, [question])
        case .written(let written, let facts, let params):
            return run(written, facts, params, as: test)
        }
    }

    private mutating func run(_ written: Test, _ facts: FactSet, _ params: ParamSet, as test: TestCase) -> TestOutcome {
        var differences: [TestDifference] = []
        var disagreement: String?
        var questions: [Question] = []
        let evaluator = ReferenceEvaluator(policy.model, facts: facts, params: params)
        for expectation in written.expectations {
            if case .holds(let condition) = expectation.kind {
                let value = evaluator.evaluate(condition)
                if value != .boolean(true) {
                    differences.append(
                        TestDifference(what: "that", expected: condition.location.text, actual: word(value)))
                }
            }
            // What a condition asks is asked too: for its clauses, the promises and the coverage.
            for (decision, arguments) in expectation.asked {
                let values = arguments.map { evaluator.evaluate($0) }
                let question = Question(decision, facts: facts, params: params, arguments: values)
                let (decided, difference) = ask(question)
                disagreement = disagreement ?? difference
                questions.append(question)
                let comparison = AnswerComparison(decided: decided)
                if expectation.decision == decision {
                    differences += comparison.differences(from: expectation, evaluator)
                }
                // A promise is broken by the case, so once is enough, whichever expectation finds it.
                for broken in comparison.brokenPromises()
                where !differences.contains(where: { $0.what == broken.what && $0.expected == broken.expected }) {
                    differences.append(broken)
                }
            }
        }
        return outcome(test, differences, disagreement, questions)
    }

    private func word(_ value: Datum) -> String {
        switch value {
        case .boolean(let truth): truth ? "true" : "false"
        default: "unknown"
        }
    }

    /// The machine's answer, and in what the reference evaluator's differs. The reference one is watched for coverage.
    private mutating func ask(_ question: Question) -> (Decided, String?) {
        let evaluator = policy.engine.reference(question)
        let reference = evaluator.decide(question.decision, arguments: question.arguments, observing: &coverage)
        let broken = evaluator.promises(for: question.decision).map { policy.model.promises[$0] }
        let decided = policy.decide(question)
        return (decided, AnswerComparison(decided: decided).disagreement(with: reference, broken))
    }

    private func outcome(
        _ test: TestCase, _ differences: [TestDifference], _ disagreement: String?, _ questions: [Question]
    ) -> TestOutcome {
        var facts: [(path: String, value: String)] = []
        if !differences.isEmpty {
            var reading = FactsRead(policy)
            for question in questions { reading.note(question) }
            facts = reading.shown
        }
        return TestOutcome(test: test, differences: differences, facts: facts, disagreement: disagreement)
    }
}

extension Expectation {
    /// The decisions that it asks, each with its arguments; of a condition that asks several without arguments, all of these.
    var asked: [(DecisionID, [Term])] {
        switch kind {
        case .outcome(let decision, let arguments, _), .status(let decision, let arguments, _): [(decision, arguments)]
        case .holds(let condition):
            if let decision { [(decision, arguments)] } else { condition.decisions.map { ($0, [Term]()) } }
        }
    }
}
