import Testing
import WritDiagnostics
import WritKit

@Suite struct TestRunnerTests {
    /// Runs the tests of a policy and of one file of cases beside it.
    private func run(_ cases: String, policy text: String = SamplePolicies.refund) throws -> (
        outcomes: [TestOutcome], complaints: [Diagnostic], coverage: [PolicyCoverage]
    ) {
        let folder = try TemporaryFolder(["p.writ": text, "cases/some.yaml": cases])
        let compilation = Compilation(paths: [folder.path])
        let policy = try #require(compilation.policy, "\(compilation.diagnostics.map(\.message))")
        var collector = TestCollector(policy: policy)
        let tests = collector.collect(beside: compilation.sources.folders)
        var runner = TestRunner(policy: policy)
        let outcomes = tests.map { runner.run($0) }
        return (outcomes, collector.sink.diagnostics, runner.coverage.policies)
    }

    private let base = "- name: base\n  facts: {amount: 20 USD, today: 2026-03-10, lines: [{sku: a, qty: 1}]}\n"

    @Test func runsTestsOfThePolicyAndCasesBesideIt() throws {
        let result = try run(
            base + """
                - name: damaged
                  decision: refund
                  like: base
                  facts: {why: damaged}
                  expect:
                    status: determined
                    outcome: {refund: {amount: 20.00 USD}}
                    rule: broken
                    actions: [{action: tell, arguments: {who: desk}}]
                    because: It arrived damaged.
                - name: unknown
                  decision: refund
                  like: damaged
                  facts: {why: null}
                  expect: {status: undetermined, needs: [delivered_on]}
                - name: no parts
                  decision: share
                  like: base
                  arguments: {parts: 0}
                  expect: {status: faulted, fault: zeroDivisor}
                - name: other limit
                  decision: refund
                  like: base
                  params: {limit: 10 USD}
                  expect: {outcome: ask_a_person}
                """)
        #expect(result.complaints.map(\.message) == [])
        #expect(result.outcomes.map(\.test.name) == ["damaged", "damaged", "unknown", "no parts", "other limit"])
        #expect(result.outcomes.filter { !$0.passed }.flatMap(\.differences).map { "\($0)" } == [])
    }

    /// Fields of a case, and of records in it, that an expectation leaves out are not compared.
    @Test func comparesOnlyTheFieldsThatAreWritten() throws {
        let policy = """
            policy desk.hand_over

            type Queue = risk | lead
            record Package
              order : text
              value : money(USD)?
            type Answer = pay | human(queue: Queue, package: Package)

            fact order : text
            fact value : money(USD)?

            decision answer : Answer
              first
              otherwise human(queue: risk, package: Package(order: order, value: value))

            decision answers : list of Answer
              collect
              rule one
                then human(queue: risk, package: Package(order: order, value: value))
            """
        let result = try run(
            """
            - name: base
              facts: {order: A-1}
            - {name: queue, decision: answer, like: base, expect: {outcome: {human: {queue: risk}}}}
            - {name: order, decision: answer, like: base, expect: {outcome: {human: {package: {order: A-1}}}}}
            - {name: unknown, decision: answer, like: base, expect: {outcome: {human: {package: {value: null}}}}}
            - {name: in a list, decision: answers, like: base, expect: {outcome: [{human: {queue: risk}}]}}
            - {name: none in a list, decision: answers, like: base, expect: {outcome: []}}
            - {name: other queue, decision: answer, like: base, expect: {outcome: {human: {queue: lead}}}}
            - {name: other order, decision: answer, like: base, expect: {outcome: {human: {package: {order: A-2}}}}}
            - {name: other case, decision: answer, like: base, expect: {outcome: pay}}
            """, policy: policy)
        #expect(result.complaints.map(\.message) == [])
        let failed = result.outcomes.filter { !$0.passed }
        #expect(failed.map(\.test.name) == ["none in a list", "other queue", "other order", "other case"])
        #expect(
            failed.flatMap(\.differences).map(\.expected) == [
                "[]", "human(queue: lead)", "human(package: Package(order: \"A-2\"))", "pay",
            ])
    }

    @Test func actionsThatTakeNothing() throws {
        let policy = """
            policy p
            fact late : boolean
            action ring
            action tell(who: text)
            decision d : boolean
              first
              rule r
                when late
                then true
                do   ring
                     tell(who: "desk")
              otherwise false
            test "both"
              given late = true
              expect d is true by r does ring, tell(who: "desk")
            """
        let result = try run(
            """
            - {name: base, decision: d, facts: {late: true}}
            - {name: whole, like: base, expect: {actions: [{action: ring}, {action: tell}]}}
            - {name: short, like: base, expect: {actions: [ring, {action: tell, arguments: {who: desk}}]}}
            - {name: empty, like: base, expect: {actions: [{action: ring, arguments: {}}, tell]}}
            - {name: others, like: base, expect: {actions: [ring]}}
            """, policy: policy)
        #expect(result.complaints.map(\.message) == [])
        #expect(result.outcomes.filter { !$0.passed }.map(\.test.name) == ["others"])
    }

    @Test func refusesFieldsThatAnOutcomeDoesNotHave() throws {
        let result = try run(
            base + """
                - {name: a, decision: refund, like: base, expect: {outcome: {refund: {amont: 2 USD}}}}
                - {name: b, decision: refund, like: base, expect: {outcome: {refunt: {amount: 2 USD}}}}
                """)
        #expect(
            result.complaints.map(\.message) == [
                "`refund` has no `amont`", "`outcome` is one of Answer, and `refunt` is not",
            ])
    }

    @Test func showsWhatDiffers() throws {
        let result = try run(
            base + """
                - name: wrong
                  decision: refund
                  like: base
                  facts: {why: damaged}
                  expect: {status: faulted, outcome: refuse, rule: otherwise, actions: [], because: No., needs: [amount], fault: noRule}
                """)
        let wrong = try #require(result.outcomes.last)
        #expect(
            wrong.differences.map { "\($0.what): \($0.expected) / \($0.actual)" } == [
                "status: faulted / determined", "outcome: refuse / refund(amount: 20.00 USD)",
                "rule: otherwise / broken",
                "actions: none / tell(who: \"desk\", until: 2026-03-13)", "because: No. / It arrived damaged.",
                "needs: amount / none", "fault: noRule / no fault",
            ])
        #expect(wrong.facts.map { "\($0.path)=\($0.value)" }.prefix(2) == ["amount=20.00 USD", "reason=damaged"])
    }

    /// What is wrong with a case, and the words under the carets.
    static let bad: [(String, String, String)] = [
        ("expects: {}", "a case has no `expects`", "expects"),
        ("like: bass", "there is no case `bass`", "bass"),
        ("like: x", "`x` builds on itself", "x"),
        ("decision: refnd", "`returns` has no decision `refnd`", "refnd"),
        (
            "decision: refund\n  facts: {amount: 1, today: 2026-01-01}\n  expect: {outcom: refuse}",
            "nothing to expect is called `outcom`", "outcom"
        ),
        (
            "decision: refund\n  facts: {amount: 1, today: 2026-01-01}\n  expect: {outcome: refus}",
            "`outcome` is one of Answer, and `refus` is not", "refus"
        ),
        (
            "decision: refund\n  facts: {amount: 1, today: 2026-01-01}\n  expect: {actions: [tel]}",
            "the policy has no action `tel`", "tel"
        ),
        (
            "decision: refund\n  facts: {amount: 1, today: 2026-01-01}\n  expect: {status: fine}",
            "a status is `determined`, `undetermined` or `faulted`", "fine"
        ),
        ("decision: refund\n  facts: {today: 2026-01-01}", "`amount` is missing, and `refund` needs it", "t"),
        ("decision: share\n  facts: {amount: 1}", "`parts` has no value", "x"),
        ("expect: {}", "the case does not say which decision it asks", "x"),
    ]

    @Test(arguments: bad) func complainsOfBrokenCases(text: String, message: String, words: String) throws {
        let result = try run("- name: x\n  \(text)\n")
        #expect(result.complaints.map(\.message) == [message])
        let place = try #require(result.complaints.first?.primary.location)
        #expect(place.text.hasPrefix(words) || words == "t", "\(place.text)")
        #expect(result.outcomes.count == 1)
    }

    @Test func complainsOfCasesOfOneName() throws {
        let result = try run("- name: x\n- name: x\n")
        #expect(result.complaints.map(\.message) == ["two cases are called `x`"])
    }

    @Test func aTestMayGiveAPartOfARecordAndMissTheRest() throws {
        let policy = """
            policy p
            record Who
              name : text
              age : integer?
            fact who : Who
            decision d : boolean
              first
              rule r
                when who.age > 17
                then true
                because "."
              otherwise false
                because "."
            test "young"
              given who.name = "A", who.age = 3
              expect d is false by otherwise
            test "not told"
              given who.name = "A"
              expect d is unknown needs who.age
            """
        let result = try run("", policy: policy)
        #expect(result.outcomes.flatMap(\.differences).map { "\($0)" } == [])
        #expect(result.outcomes.count == 2)
    }

    @Test func comparesTheOutcomeThatUndeterminedGives() throws {
        let policy = """
            policy p
            type Answer = settle | search
            fact seen : boolean?
            decision d : Answer
              first
              rule r
                when seen
                then search
                because "."
              otherwise settle
                because "."
              when undetermined search
                because "Nobody can see."
            decision e : Answer
              first
              rule r
                when seen
                then search
                because "."
              otherwise settle
                because "."
            test "not seen"
              given seen = unknown
              expect d is undetermined needs seen
              expect d is search
            test "wrong"
              given seen = unknown
              expect d is settle
              expect e is settle
            """
        let outcomes = try run("", policy: policy).outcomes
        #expect(outcomes.first?.differences.map { "\($0)" } == [])
        #expect(
            outcomes.last?.differences.map { "\($0.expected) / \($0.actual)" } == [
                "settle / search (undetermined, needs seen)", "settle / undetermined (needs seen)",
            ])
    }

    @Test func countsRulesAndConditions() throws {
        let result = try run(base)
        let coverage = try #require(result.coverage.first)
        #expect(coverage.policy == "returns")
        #expect((coverage.rules, coverage.coveredRules) == (6, 1))
        #expect((coverage.conditions, coverage.coveredConditions) == (6, 2))
        #expect(coverage.uncovered.map(\.what).contains("never true: amount > limit"))
        #expect(coverage.uncovered.map(\.what).contains("refund: rule too_large"))
    }
}
