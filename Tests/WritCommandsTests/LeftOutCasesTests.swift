import Testing

/// Cases beside policy files of which only some are tested.
@Suite struct LeftOutCasesTests {
    private static func policy(_ name: String) -> String {
        """
        policy desk.\(name)
        fact n : integer
        decision \(name) : integer
          first
          otherwise n

        """
    }

    private static let cases = """
        - {name: base, facts: {n: 1}}
        - {name: one, decision: one, like: base, expect: {outcome: 1}}
        - {name: two, decision: two, like: base, expect: {outcome: 1}}
        - {name: two again, decision: desk.two.two, like: base, expect: {outcome: 1}}

        """

    private func session(_ more: String = "") throws -> CommandSession {
        try CommandSession([
            "one.writ": Self.policy("one"), "two.writ": Self.policy("two"), "sub/three.writ": Self.policy("three"),
            "cases/some.yaml": Self.cases + more,
        ])
    }

    @Test func casesOfOtherFilesAreLeftOut() throws {
        let run = try session().run("test", "@/one.writ")
        #expect(
            run
                == Run(
                    code: 0,
                    output: """
                        1 test passed
                        2 cases of other decisions left out
                        desk.one: 1 of 1 rules, 0 of 0 outcomes of conditions covered

                        """, error: ""))
        let two = try session().run("test", "@/two.writ")
        #expect(two.output.hasPrefix("2 tests passed\n1 case of other decisions left out\n"), "\(two.output)")
    }

    @Test func casesOfPoliciesInFoldersBelowAreLeftOutToo() throws {
        let run = try session("- {name: three, decision: three, like: base}\n").run("test", "@/one.writ")
        #expect(run.output.contains("\n3 cases of other decisions left out\n"), "\(run)")
    }

    @Test func ofAFolderNothingIsLeftOut() throws {
        let run = try session().run("test", "@")
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("3 tests passed\ndesk.one: "), "\(run.output)")
    }

    @Test func aDecisionOfNoFileIsAnError() throws {
        let session = try session("- {name: on, decision: onee, like: base}\n")
        for path in ["@/one.writ", "@"] {
            let run = session.run("test", path)
            #expect(run.code == 3)
            #expect(run.error.contains("has no decision `onee`"))
            #expect(run.error.contains("did you mean `one`?"))
            #expect(run.error.ranges(of: "W0707").count == 1, "\(run.error)")
        }
    }
}
