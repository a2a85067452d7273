import Testing

/// What coverage says of conditions that were never true or never false.
@Suite struct CoverageWordsTests {
    /// What the coverage misses after one case, in the order of the rules.
    private func uncovered(_ rules: String, mode: String = "first", facts: String = "{x: 3}") throws -> [String] {
        let policy = """
            policy p
            type Kind = small | large
            fact x : integer?
            fact kind : Kind?
            decision d : integer
              \(mode)
            \(rules)
              otherwise 0

            """
        let run = try CaseRun([
            "p.writ": policy, "cases/some.yaml": "- {name: a, decision: d, facts: \(facts), expect: {}}\n",
        ])
        #expect(run.complaints.map(\.message) == [])
        return run.coverage.flatMap(\.uncovered).map(\.what).filter { $0.hasPrefix("never") }
    }

    static let conditions = [
        ("x is unknown", "{x: 3}", "never true"), ("x is unknown", "{}", "never false"),
        ("x is known", "{}", "never true"), ("x is not known", "{x: 3}", "never true"),
        ("x is not 3", "{x: 3}", "never true"), ("x is not 3", "{x: 4}", "never false"),
        ("x not in {3}", "{x: 3}", "never true"), ("kind is not small", "{kind: small}", "never true"),
    ]

    @Test(arguments: conditions) func aConditionIsToldAsWritten(when: String, facts: String, words: String) throws {
        let rule = "  rule r\n    when \(when)\n    then 1"
        #expect(try uncovered(rule, facts: facts) == ["\(words): \(when)"])
    }

    @Test func whatIsInsideANegationIsToldAsItStandsThere() throws {
        #expect(try uncovered("  rule r\n    when not (x > 5)\n    then 1") == ["never true: x > 5"])
        #expect(try uncovered("  rule r\n    when not (x is unknown)\n    then 1") == ["never true: x is unknown"])
    }

    @Test func aCellIsToldAsWritten() throws {
        let table = "  table\n    | x | kind || d |\n    | not 3 | unknown || 1 |"
        #expect(
            try uncovered(table, facts: "{x: 3, kind: small}") == ["never true: not 3", "never true: unknown"])
    }

    /// The condition of a rule that overrides is part of the other's condition, turned round.
    @Test func whatOverridesIsToldAsWritten() throws {
        let rules = """
              rule one
                when x is 3
                then 1
              rule two
                overrides one
                when x > 5
                then 2
            """
        #expect(
            Set(try uncovered(rules, mode: "unique")) == ["never false: x is 3", "never true: x > 5"])
    }
}
