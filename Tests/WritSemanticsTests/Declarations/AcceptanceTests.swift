import Testing
import WritDiagnostics
import WritSemantics

@Suite("What is accepted")
struct AcceptanceTests {
    private let policy = """
        policy a
        type Answer = accept | refuse
          accept unproduced "Soon." until 2026-12-31
        record Line
          amount : integer
          accept unused "Told."
        fact order
          amount : integer
          level : integer
          accept unused "Told."
        param limit : integer = 3
          source house
          accept unowned "Ours."
        define is_large = order.amount >= limit
          accept constant_condition "A test."
        action notify
          accept unused "Soon."
        decision answer : Answer
          unique
          accept gap "Others answer."
          accept overlap of large "Both say so."
          rule large
            accept unreachable "Kept."
            when is_large
            then accept
          table
          | rule   | order.level || answer |
          | low    | < 3         || refuse |
          accept unreachable of low "Kept."
          otherwise accept
          accept unreachable of otherwise "Kept."
        always p
          order.amount >= 0
          accept broken_promise "Told to the auditor." until 1969-12-31
        test "one"
          given order.amount = 1
          expect not is_large
          accept idle_test "Shown."
        """

    private func first(_ kind: FindingKind, in model: CheckedModel) throws -> Acceptance {
        try #require(model.acceptances.first { $0.kind == kind })
    }

    @Test("each has its kind, reason and the place of what it stands under")
    func places() throws {
        let check = PolicyCheck(policy)
        #expect(check.report == "", "\(check.details)")
        let found = check.model.acceptances
        #expect(found.count == 13)
        for acceptance in found {
            #expect(acceptance.location.text.hasPrefix("accept \(acceptance.kind.rawValue)"))
            let (scope, own) = (acceptance.scope.range, acceptance.location.range)
            let isInside = scope.lower <= own.lower && own.upper <= scope.upper
            // What `of` names stands somewhere else.
            #expect(isInside == !acceptance.location.text.contains(" of "), "\(acceptance.location.text)")
        }
        let unproduced = try first(.unproduced, in: check.model)
        #expect(unproduced.scope.text.hasPrefix("type Answer") && unproduced.reason == "Soon.")
        #expect(unproduced.until == 20_818 && unproduced.decision == nil && unproduced.rule == nil)
        #expect(try first(.broken_promise, in: check.model).until == -1)
        #expect(try first(.idle_test, in: check.model).scope.text.hasPrefix("test \"one\""))
    }

    @Test("in a decision it is about all of it, one rule or one row")
    func rules() throws {
        let found = PolicyCheck(policy).model.acceptances.filter { $0.decision != nil }
        #expect(found.map(\.rule) == [nil, "large", "large", "low", "otherwise"])
        #expect(found[0].scope.text.hasPrefix("decision answer"))
        #expect(found[1].scope == found[2].scope && found[1].scope.text.hasPrefix("rule large"))
        #expect(found[3].scope.text == "| low    | < 3         || refuse |")
        #expect(found[4].scope.text.hasPrefix("otherwise accept"))
    }

    @Test("a row of a CSV file is found there, a rule of an extension in its decision")
    func otherFiles() throws {
        let base = """
            policy a
            fact x : integer
            decision d : integer
              unique
              accept unreachable of low "Kept."
              table from "d.csv"
            """
        let extra = """
            policy b
            use a
            extend d
              accept gap "Others answer."
              rule more
                accept unowned "Ours."
                when x > 9
                then 2
            """
        let check = PolicyCheck([base, extra], tables: ["d.csv": "rule,x,||,d\nlow,< 3,,1\n"])
        #expect(check.report == "", "\(check.details)")
        let row = try first(.unreachable, in: check.model)
        #expect(row.scope.file.path == "rules/d.csv" && row.scope.text == "low,< 3,,1")
        #expect(check.model.acceptances.map(\.decision) == [DecisionID(0), DecisionID(0), DecisionID(0)])
        #expect(try first(.gap, in: check.model).scope.text.hasPrefix("extend d"))
        let rule = try first(.unowned, in: check.model)
        #expect(rule.rule == "more" && rule.scope.text.hasPrefix("rule more"))
    }

    @Test("it changes nothing of what is decided")
    func decidesTheSame() {
        let with = PolicyCheck(policy).model
        let lines = policy.split(separator: "\n").filter { line in
            let words = line.split(separator: " ")
            return words[0] != "accept"
        }
        let without = PolicyCheck(lines.joined(separator: "\n")).model
        let printers = (TermPrinter(model: with), TermPrinter(model: without))
        #expect(without.acceptances.isEmpty && with.decisions[0].rules.count == 2)
        #expect(
            with.decisions[0].rules.map { printers.0.text($0.condition) }
                == without.decisions[0].rules.map { printers.1.text($0.condition) })
    }

    @Test("it is no rule")
    func isNoRule() {
        expectReport(
            "policy a\ndecision d : integer\n  first\n  accept gap \"Others.\"", "warning W0430 «d»")
    }

    // MARK: Mistakes

    private let open = """
        policy a
        fact x : integer
        decision d : integer
          first
          rule r
            when x > 1
            then 1

        """

    @Test("a finding that does not exist")
    func unknownFindings() {
        expectReport("policy a\nfact x : integer\n  accept unsued \"Soon.\"", "error W0443 «unsued»")
        expectReport("policy a\nfact x : integer\n  accept anything \"Soon.\"", "error W0443 «anything»")
        #expect(help("policy a\nfact x : integer\n  accept unsued \"Soon.\"") == "did you mean `unused`?")
        #expect(help("policy a\nfact x : integer\n  accept anything \"Soon.\"")?.contains("`idle_test`") == true)
    }

    @Test("reasons and days")
    func reasonsAndDays() {
        expectReport("policy a\nfact x : integer\n  accept unused \"\"", "error W0445 «\"\"»")
        expectReport("policy a\nfact x : integer\n  accept unused \" \\t\"", "error W0445 «\" \\t\"»")
        expectReport("policy a\nfact x : integer\n  accept unused \"{x}\"", "error W0440 «\"{x}\"»")
        let text = "policy a\nfact x : integer\n  accept unused \"Soon.\" until 2026-02-30"
        expectReport(text, "error W0313 «2026-02-30»")
        #expect(help(text) == "February 2026 has 28 days")
    }

    @Test("what is of a decision is not of a rule")
    func misplaced() {
        expectReport(open + "    accept gap \"Others.\"", "error W0444 «gap»")
        expectReport(open + "  otherwise 2\n  accept unproduced of r \"Soon.\"", "error W0444 «unproduced»")
        expectReport(open + "    accept idle_test \"Soon.\"", "error W0444 «idle_test»")
        expectReport(open + "    accept unowned of r \"Ours.\"", "error W0444 «r»")
        expectReport("policy a\nfact x : integer\n  accept unused of x \"Soon.\"", "error W0444 «x»")
    }

    @Test("a rule that the decision does not have")
    func unknownRules() {
        expectReport(open + "  otherwise 2\n  accept unreachable of rr \"Kept.\"", "error W0209 «rr»")
        let text = open.replacing("  rule r", with: "  accept unowned of otherwise \"Kept.\"\n  rule r")
        expectReport(text, "error W0209 «otherwise»")
        expectReport(text.replacing("then 1", with: "the 1"), "error W0112 «the»")
    }
}
