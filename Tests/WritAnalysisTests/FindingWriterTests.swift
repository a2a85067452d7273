import Testing
import WritAnalysis
import WritDiagnostics
import WritKit
import WritSemantics

/// What is told of a finding that a case shows.
@Suite("Findings with their cases")
struct FindingWriterTests {
    private let text = """
        policy p
        fact order as "the order"
          amount : money(USD) as "total"
          note   : text?
        fact vip : boolean
        decision d : text
          first
          rule small
            when order.amount < 5 USD
            then "a"
            source house

        """

    /// A policy with a case that nothing answers.
    private func shown() throws -> (policy: Policy, example: ExampleCase) {
        let policy = try Policy(text: text)
        let order = try #require(policy.model.facts.firstIndex { $0.heading.name == "order" })
        let assignments = [
            FactAssignment(fact: FactID(order), fields: [0], value: .count(500)),
            FactAssignment(fact: FactID(order + 1), value: .boolean(true)),
        ]
        var facts = FactSet.empty(of: policy.model)
        let unknown = Datum.unknown(.missing(FactPath(fact: FactID(order), name: "order", steps: [.field("note")])))
        facts.facts[order] = .record([.count(500), unknown])
        let question = Question(DecisionID(0), facts: facts, params: ParamSet(of: policy.model))
        let answer = policy.decide(question).answer
        let example = ExampleCase(assignments: assignments, facts: facts, decision: DecisionID(0), answer: answer)
        return (policy, example)
    }

    private func report(_ policy: Policy, _ examples: [ExampleCase]) -> AnalysisReport {
        let place = Label(policy.model.decisions[0].heading.location, "here")
        let entries = examples.map { example in
            AnalysisReport.Entry(
                Finding(.gap, "nothing answers in `d`", at: place, decision: DecisionID(0), example: example), .error)
        }
        return AnalysisReport(findings: entries)
    }

    @Test("As a test, and as the facts that a host tells")
    func example() throws {
        let (policy, example) = try shown()
        let note = try #require(policy.diagnostics(of: report(policy, [example])).standing.first?.finding?.example)
        #expect(note.decision == "d")
        #expect(note.facts == #"{"the order":{"total":"5.00 USD"},"vip":true}"#)
        #expect(
            note.test
                == "test \"gap: nothing answers in d\"\n  given order.amount = 5.00 USD, vip = true\n  expect d is faulted\n"
        )
    }

    @Test("Each test has a name of its own, and all of them pass in the policy")
    func pasted() throws {
        let (policy, example) = try shown()
        let tests = policy.exampleTests(of: report(policy, [example, example]))
        let pasted = try Policy(text: text + tests)
        #expect(pasted.model.tests.map(\.name) == ["gap: nothing answers in d", "gap: nothing answers in d (2)"])
        var collector = TestCollector(policy: pasted)
        var runner = TestRunner(policy: pasted)
        for test in collector.collect(beside: []) { #expect(runner.run(test).passed) }
    }
}
