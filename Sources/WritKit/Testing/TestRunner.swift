import WritEngine
import WritSemantics

/// Runs tests, each with both evaluators, and notes what they covered.
public struct TestRunner {
    private let policy: Policy
    /// What the tests run so far have exercised.
    public private(set) var coverage: Coverage

    public init(policy: Policy) {
        self.policy = policy
        coverage = Coverage(of: policy.model)
    }

    public mutating func run(_ test: TestCase) -> TestOutcome {
        switch test.kind {
        case .filed(let question, let expectation):
            let (answer, disagreement) = ask(question)
            let comparison = AnswerComparison(policy: policy, answer: answer, facts: question.facts)
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
            switch expectation.kind {
            case .holds(let condition):
                let value = evaluator.evaluate(condition)
                if value != .boolean(true) {
                    differences.append(
                        TestDifference(
                            what: "expect", expected: expectation.location.text, actual: "that is \(word(value))"))
                }
            case .outcome(let decision, let arguments, _), .status(let decision, let arguments, _):
                let values = arguments.map { evaluator.evaluate($0) }
                let question = Question(decision, facts: facts, params: params, arguments: values)
                let (answer, difference) = ask(question)
                disagreement = disagreement ?? difference
                questions.append(question)
                let comparison = AnswerComparison(policy: policy, answer: answer, facts: facts)
                differences += comparison.differences(from: expectation, evaluator)
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
    private mutating func ask(_ question: Question) -> (Answer, String?) {
        let reference = policy.engine.reference(question)
            .decide(question.decision, arguments: question.arguments, observing: &coverage)
        let answer = policy.decide(question).answer
        let comparison = AnswerComparison(policy: policy, answer: answer, facts: question.facts)
        return (answer, comparison.disagreement(with: reference))
    }

    private func outcome(
        _ test: TestCase, _ differences: [TestDifference], _ disagreement: String?, _ questions: [Question]
    ) -> TestOutcome {
        let facts = differences.isEmpty ? [] : questions.flatMap { FactsRead(by: $0, policy).shown }
        return TestOutcome(test: test, differences: differences, facts: facts, disagreement: disagreement)
    }
}
