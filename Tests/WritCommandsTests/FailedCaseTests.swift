import Testing

/// What is printed of a case that failed.
@Suite struct FailedCaseTests {
    @Test func whatAFailedCaseLookedAtIsCut() throws {
        let facts = (1...50).map { "fact f\($0) : integer\n" }.joined()
        let sum = (1...50).map { "f\($0)" }.joined(separator: " + ")
        let told = (1...50).map { "f\($0): 1" }.joined(separator: ", ")
        let session = try CommandSession([
            "p.writ": "policy p\n\(facts)decision d : integer\n  first\n  otherwise \(sum)\n",
            "cases/p.yaml": "- {name: a, decision: d, facts: {\(told)}, expect: {outcome: 1}}\n",
        ])
        let run = session.run("test", "@")
        #expect(run.code == 1)
        #expect(run.output.contains("f40 = 1\n            and 10 more\n\n1 of 1 test failed"), "\(run.output)")
    }
}
