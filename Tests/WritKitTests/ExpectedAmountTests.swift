import Testing

/// A bare number that a case expects counts in the unit that is declared.
@Suite struct ExpectedAmountTests {
    private static let policy = """
        policy p
        fact n : integer
        decision wait : days
          first
          otherwise n * 1 days
        decision work : working hours
          first
          otherwise n * 1 working hours
        decision waits : list of weeks
          collect
          rule one
            then 1 weeks
          rule two
            then n * 1 weeks
        decision total : hours
          sum
          rule one
            then n * 1 hours

        """

    @Test func aNumberCountsInTheUnitOfTheDecision() throws {
        let cases = """
            - {name: base, facts: {n: 3}}
            - {name: days, decision: wait, like: base, expect: {outcome: 3}}
            - {name: unit, decision: wait, like: base, expect: {outcome: 3 days}}
            - {name: work, decision: work, like: base, expect: {outcome: 3}}
            - {name: list, decision: waits, like: base, expect: {outcome: [1, 3]}}
            - {name: sum, decision: total, like: base, expect: {outcome: 3}}
            - {name: other, decision: waits, like: base, expect: {outcome: [1, 4]}}
            """
        let run = try CaseRun(["p.writ": Self.policy, "cases/some.yaml": cases])
        #expect(run.complaints.map(\.message) == [])
        #expect(run.outcomes.count == 6)
        #expect(run.differences.count == 1)
        #expect(run.differences.first?.hasPrefix("other: ") == true)
    }
}
