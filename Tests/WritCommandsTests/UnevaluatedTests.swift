import Testing

/// Promises about two cases and acceptances: shown by `writ dump`, and no part of any answer.
@Suite struct UnevaluatedTests {
    private static let policy = """
        policy shop

        type Tier = low | high

        fact amount : money(USD)
        fact closed : boolean

        decision tier : Tier
          first
          rule large
            when amount > 100 USD
            then high

          otherwise low

        """

    private static let more = """
          accept unproduced "Soon." until 2026-12-31

        always larger_is_never_lower
          whenever amount rises while not closed, tier never falls

        """

    private static let facts = "amount: 150 USD\nclosed: false\n"

    private func session(_ cases: String = "") throws -> CommandSession {
        try CommandSession([
            "p.writ": Self.policy, "q.writ": Self.policy + Self.more, "cases/q.yaml": cases, "f.yaml": Self.facts,
        ])
    }

    @Test func theModelShowsThem() throws {
        let model = try session().run("dump", "@/q.writ", "--stage", "model").output
        #expect(
            model.hasSuffix(
                """
                always larger_is_never_lower whenever amount rises while (not closed), tier never falls
                accept unproduced "Soon." until 2026-12-31
                  in @/q.writ:8:1
                  decision tier

                """))
        let names = try session().run("dump", "@/q.writ", "--stage", "names").output
        #expect(names.contains("promise shop.larger_is_never_lower  @/q.writ:17:8\n"))
    }

    @Test func theProgramIsTheSame() throws {
        let session = try session()
        let plans = ["p", "q"].map { session.run("dump", "@/\($0).writ", "--stage", "plan").output }
        #expect(!plans[0].isEmpty && plans[0] == plans[1])
        let answers = ["p", "q"].map {
            session.run("eval", "@/\($0).writ", "--decision", "tier", "--facts", "@/f.yaml", "--explain").output
        }
        #expect(answers[0].contains("high") && answers[0] == answers[1].replacing("q.writ", with: "p.writ"))
    }

    @Test func noCaseBreaksOne() throws {
        let session = try session(
            """
            - name: one
              decision: tier
              facts: {amount: 5 USD, closed: false}
              expect: {outcome: low, promises: [larger_is_never_lower]}
            """)
        let run = session.run("test", "@/q.writ")
        #expect(run.code == 3)
        let said = run.output + run.error
        #expect(said.contains("promise `larger_is_never_lower` is about two cases, and this is one"), "\(said)")
    }
}
