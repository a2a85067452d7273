import Testing
import WritAnalysis
import WritKit

@Suite("Tests that say nothing new")
struct IdleTestCheckTests {
    private let policy = """
        policy p
        type Answer = yes_of(amount: integer) | no
        fact amount : integer
        fact note : text?
        fact colour : text?
        action tell(who: text)
        decision d : Answer
          first
          rule big
            when amount > 100
            then yes_of(amount: amount)
            do tell(who: "desk")
            because "It is {amount}."
            source house
          otherwise no
        decision other : boolean
          first
          otherwise colour is "red"

        """

    private func idle(_ tests: String, cases: String = "") throws -> [String] {
        let folder = try AnalysisFolder(["p.writ": policy + tests, "cases/a.yaml": cases])
        let report = try #require(try Compilation(paths: [folder.path]).analyse())
        return report.findings.map(\.finding).filter { $0.kind == .idle_test }.map {
            $0.words + ($0.others.first.map { " " + $0.location.text } ?? "")
        }
    }

    private func test(_ name: String, _ given: String, _ expect: String...) -> String {
        "test \"\(name)\"\n  given \(given)\n" + expect.map { "  expect \($0)\n" }.joined()
    }

    @Test("The later of two that say the same")
    func same() throws {
        #expect(
            try idle(test("a", "amount = 200", "d is yes_of") + test("b", "amount = 200", "d is yes_of")) == [
                "\"b\" \"a\""
            ])
    }

    @Test("One that says less, wherever it stands")
    func weaker() throws {
        let weak = test("weak", "amount = 200", "d is determined")
        let strong = test(
            "strong", "amount = 200", "d is yes_of(amount: 200) by big\n    does tell(who: \"desk\")", "d is determined"
        )
        #expect(try idle(weak + strong) == ["\"weak\" \"strong\""])
    }

    @Test("Facts that the decision does not read make no difference")
    func unread() throws {
        let first = test("a", "amount = 50", "d is no")
        #expect(try idle(first + test("b", "amount = 50, note = \"x\"", "d is no")) == ["\"b\" \"a\""])
        #expect(try idle(first + test("b", "amount = 51", "d is no")) == [])
        #expect(try idle(first + test("b", "amount = 50, colour = \"red\"", "other is true")) == [])
    }

    @Test("More to say of the same facts is new")
    func more() throws {
        #expect(
            try idle(test("a", "amount = 200", "d is yes_of") + test("b", "amount = 200", "d is determined by big"))
                == [])
    }

    @Test("Facts of a promise about the decision matter")
    func promise() throws {
        let tests = "never odd\n  note is \"odd\" and d is no\n" + test("a", "amount = 50", "d is no")
        #expect(try idle(tests + test("b", "amount = 50, note = \"x\"", "d is no")) == [])
    }

    @Test("Cases of files, beside tests of the policy")
    func cases() throws {
        let cases = """
            - name: first
              decision: d
              facts: {amount: 200}
              expect: {outcome: {yes_of: {amount: 200}}, rule: big}
            - name: only the case
              decision: d
              facts: {amount: 200, note: y}
              expect: {outcome: yes_of}
            - name: nothing
              decision: d
              facts: {amount: 3}
            - name: reason
              decision: d
              facts: {amount: 200}
              expect: {because: It is 200.}

            """
        #expect(try idle("", cases: cases) == ["only the case first", "nothing"])
        #expect(
            try idle(test("t", "amount = 200", "d is determined by big"), cases: cases)
                == ["\"t\" first", "only the case first", "nothing"])
    }

    @Test("Other params are other questions")
    func params() throws {
        let param =
            "param limit : integer = 5\n  source house\ndecision e : boolean\n  first\n  otherwise amount > limit\n"
        let tests = test("a", "amount = 7", "e is true") + test("b", "amount = 7, limit = 6", "e is true")
        #expect(try idle(param + tests) == [])
    }
}
