import Testing
import WritDiagnostics
import WritKit

/// Expectations that once passed without having been looked at.
@Suite struct StrictExpectationTests {
    private func failures(_ policy: String, _ cases: String) throws -> (failed: [String], complaints: [String]) {
        let folder = try TemporaryFolder(["p.writ": policy, "cases/some.yaml": cases])
        let compilation = Compilation(paths: [folder.path])
        let policy = try #require(compilation.policy, "\(compilation.diagnostics.map(\.message))")
        var collector = TestCollector(policy: policy)
        let tests = collector.collect(beside: compilation.sources.folders)
        var runner = TestRunner(policy: policy)
        let failed = tests.map { runner.run($0) }.filter { !$0.passed }.map(\.test.name)
        return (failed, collector.sink.diagnostics.map(\.message))
    }

    @Test func anArgumentThatIsLeftOutIsNotTheExpectedOne() throws {
        let found = try failures(
            """
            policy desk.notes
            action notify(template: text, to: text?)
            decision e : integer
              first
              otherwise 1
                do notify(template: "soon")
            test "told to nobody"
              given today = 2026-01-01
              expect e is 1 does notify(template: "soon")
            test "told to Bob"
              given today = 2026-01-01
              expect e is 1 does notify(template: "soon", to: "Bob")
            """, "")
        #expect(found.failed == ["told to Bob"])
    }

    @Test func fieldsGoByTheirNamesOnTheWire() throws {
        let found = try failures(
            """
            policy desk.swapped
            record R
              a : integer as "b"
              b : integer as "a"
            decision r : R
              first
              otherwise R(a: 1, b: 2)
            """,
            """
            - {name: as written, decision: r, expect: {outcome: {b: 1, a: 2}}}
            - {name: wrong, decision: r, expect: {outcome: {b: 99, a: 2}}}
            """)
        #expect(found.failed == ["wrong"])
        #expect(found.complaints == [])
    }

    @Test func aFieldIsExpectedOnce() throws {
        let found = try failures(
            """
            policy desk.twice
            record R
              a : integer as "aa"
            decision r : R
              first
              otherwise R(a: 1)
            """, "- {name: twice, decision: r, expect: {outcome: {a: 99, aa: 1}}}")
        #expect(found.complaints == ["`a` is expected twice"])
    }

    @Test func theReasonMayBeExpectedInAnyLanguage() throws {
        let found = try failures(
            """
            policy desk.words
              languages en, zh
            fact n : integer
            decision e : integer
              first
              otherwise n
                because en "Hi {n}" zh "你 {n}"
            """,
            """
            - {name: en, decision: e, facts: {n: 1}, expect: {because: Hi 1}}
            - {name: zh, decision: e, facts: {n: 1}, expect: {because: 你 1}}
            - {name: other, decision: e, facts: {n: 1}, expect: {because: 你 2}}
            """)
        #expect(found.failed == ["other"])
    }

    @Test func casesThatCannotBeReadAreCounted() throws {
        let folder = try TemporaryFolder([
            "p.writ": "policy p\nfact n : integer\ndecision e : integer\n  first\n  otherwise n\n",
            "cases/some.yaml":
                "- {name: a, decision: e, facts: {n: 1}, expect: {outcome: 1}}\n- {name: b, decision: e, expect: {outcome: 1}}\n",
        ])
        let compilation = Compilation(paths: [folder.path])
        var collector = TestCollector(policy: try #require(compilation.policy))
        #expect(collector.collect(beside: compilation.sources.folders).count == 1)
        #expect(collector.unreadCount == 1)
    }
}
