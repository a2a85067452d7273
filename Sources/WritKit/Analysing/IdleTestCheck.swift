import WritAnalysis
import WritDiagnostics
import WritEngine
import WritFacts
import WritSemantics

/// Tests that say nothing new: they expect nothing, or another test expects as much of the same facts.
///
/// Facts that the asked decision does not read make no difference. Where two tests say the same, the later one is idle. A test
/// in a policy that expects nothing is told of by the checker.
struct IdleTestCheck {
    let policy: Policy
    private let promises: PromiseReach

    init(policy: Policy) {
        self.policy = policy
        promises = PromiseReach(policy.model)
    }

    /// What one test says about one question.
    private struct Ask {
        var test: Int
        var claims: [TestClaim]
    }

    func findings(in tests: [TestCase]) -> [Finding] {
        var reaches: [DecisionID: ReachedFacts] = [:]
        let asks = tests.map { questions(of: $0, &reaches) }
        var byQuestion: [AskedQuestion: [Ask]] = [:]
        for (test, own) in asks.enumerated() {
            for (question, claims) in own { byQuestion[question, default: []].append(Ask(test: test, claims: claims)) }
        }
        return tests.indices.compactMap { index in
            if asks[index].isEmpty { return nil }
            if asks[index].allSatisfy(\.claims.isEmpty) { return nothing(expectedBy: tests[index]) }
            return covering(index, asks, byQuestion).map { idle(tests[index], beside: tests[$0]) }
        }
    }

    // MARK: Comparing

    /// The first other test that says all that this one says; of two that say the same, only the earlier one counts.
    private func covering(
        _ test: Int, _ asks: [[(question: AskedQuestion, claims: [TestClaim])]], _ byQuestion: [AskedQuestion: [Ask]]
    ) -> Int? {
        let candidates = Set((byQuestion[asks[test][0].question] ?? []).map(\.test)).subtracting([test]).sorted()
        return candidates.first { other in
            covers(asks[other], asks[test]) && (other < test || !covers(asks[test], asks[other]))
        }
    }

    private func covers(
        _ more: [(question: AskedQuestion, claims: [TestClaim])],
        _ less: [(question: AskedQuestion, claims: [TestClaim])]
    ) -> Bool {
        less.allSatisfy { ask in
            let known = more.filter { $0.question == ask.question }.flatMap(\.claims)
            let isAsked = more.contains { $0.question == ask.question }
            return isAsked && ask.claims.allSatisfy { claim in known.contains { $0.implies(claim, policy.model) } }
        }
    }

    // MARK: Questions

    private func questions(
        of test: TestCase, _ reaches: inout [DecisionID: ReachedFacts]
    ) -> [(question: AskedQuestion, claims: [TestClaim])] {
        switch test.kind {
        case .filed(let question, let expectation):
            let asked = AskedQuestion(
                question.decision, arguments: question.arguments, params: question.params, facts: question.facts,
                reach: reach(of: question.decision, &reaches))
            return [(asked, expectation.claims)]
        case .written(let written, let facts, let params):
            let evaluator = ReferenceEvaluator(policy.model, facts: facts, params: params)
            return written.expectations.map { expectation in
                // Any other condition may read what the decision does not.
                let isCondition = if case .holds = expectation.kind { true } else { false }
                let asked = AskedQuestion(
                    expectation.decision, arguments: expectation.arguments.map { evaluator.evaluate($0) },
                    params: params,
                    facts: facts,
                    reach: isCondition ? nil : expectation.decision.map { reach(of: $0, &reaches) })
                return (asked, expectation.claims(evaluator, policy.model))
            }
        }
    }

    /// What a decision and the promises about it read.
    private func reach(of decision: DecisionID, _ known: inout [DecisionID: ReachedFacts]) -> ReachedFacts {
        if let reach = known[decision] { return reach }
        let conditions = promises.promises(for: decision).map { policy.model.promises[$0].condition }
        let reach = ReachedFacts(by: [decision], and: conditions, in: policy.model)
        known[decision] = reach
        return reach
    }

    // MARK: Words

    private func nothing(expectedBy test: TestCase) -> Finding {
        Finding(
            .idle_test, "the case \"\(test.name)\" expects nothing", at: Label(test.location, "always passes"),
            help: "say what the answer is, as in `expect: {rule: …}`")
    }

    private func idle(_ test: TestCase, beside other: TestCase) -> Finding {
        Finding(
            .idle_test, "\"\(test.name)\" expects nothing that \"\(other.name)\" does not expect of the same facts",
            at: Label(test.location, "says nothing new"), also: [Label(other.location, "says as much")],
            help: "give it a fact that the decision reads and the other test does not have, or remove it")
    }
}

extension Expectation {
    /// What it says, one by one.
    fileprivate func claims(_ evaluator: ReferenceEvaluator, _ model: CheckedModel) -> [TestClaim] {
        var claims: [TestClaim] = []
        switch kind {
        case .outcome(_, _, let term): claims.append(.outcome(.whole(evaluator.evaluate(term))))
        case .status(_, _, let status): claims.append(.status(status))
        case .holds(let condition): claims.append(.holds(TermPrinter(model: model).text(condition)))
        }
        if let rule { claims.append(.rule(rule == "undetermined" ? TestClaim.undetermined : rule)) }
        if let because { claims.append(.because(because)) }
        claims += needs.map { .needs($0) }
        return claims + actions.map { .action(expected($0, evaluator)) }
    }

    private func expected(_ call: ActionCall, _ evaluator: ReferenceEvaluator) -> CaseExpectation.ExpectedAction {
        var arguments: [Int: ExpectedValue] = [:]
        for (index, argument) in call.arguments.enumerated() {
            arguments[index] = argument.map { .whole(evaluator.evaluate($0)) }
        }
        return CaseExpectation.ExpectedAction(action: call.action, arguments: arguments)
    }
}
