import Testing
import WritSemantics

@Suite("Decisions")
struct DecisionTests {
    private func decision(_ items: String, type: String = "integer") -> String {
        "policy a\nfact x : integer\naction go(n: integer)\ndecision d : \(type)\n" + items
    }

    @Test("exactly one mode")
    func mode() {
        expectReport(decision("  rule r then 1"), "error W0420 «d»")
        expectReport(decision("  first\n  unique\n  rule r then 1"), "error W0421 «unique»")
        expectReport(decision("  first\n  table unique\n  | x || d |\n  | 1 || 2 |"), "error W0421 «unique»")
    }

    @Test("the mode fits the type")
    func modeType() {
        expectReport(decision("  collect\n  rule r then 1"), "error W0422 «integer»")
        expectClean(decision("  collect\n  rule r then 1", type: "list of integer"))
        expectReport(decision("  sum\n  rule r then today", type: "date"), "error W0422 «date»")
        expectClean(decision("  max\n  rule r then today\n  otherwise 2026-01-01", type: "date"))
        expectReport(decision("  min\n  rule r then \"a\"", type: "text"), "error W0422 «text»")
        expectReport(decision("  count\n  rule r", type: "number(2)"), "error W0422 «number(2)»")
        expectClean(decision("  count\n  rule r when x > 3"))
    }

    @Test("clauses")
    func clauses() {
        expectReport(decision("  first\n  rule r when x > 1 when x > 2 then 1"), "error W0423 «when x > 2»")
        expectReport(decision("  first\n  rule r when x > 1"), "error W0424 «r»")
        expectReport(decision("  count\n  rule r then 3"), "error W0425 «3»")
        expectReport(decision("  count\n  rule r\n  otherwise 3"), "error W0425 «otherwise 3»")
        expectReport(decision("  first\n  otherwise 1\n  otherwise 2"), "error W0423 «otherwise 2»")
        expectReport(
            decision("  first\n  otherwise 1\n  when undetermined 1\n  when undetermined 2"),
            "error W0423 «when undetermined 2»")
    }

    @Test("an action that takes nothing is declared and called by its name alone")
    func bareActions() {
        let text = "policy a\naction ring\ndecision d : integer\n  first\n  otherwise 1\n    do ring"
        expectClean(text)
        expectReport(text + "()", "error W0254 «()»")
        #expect(PolicyCheck(text + "()").diagnostics.first?.fixIts.first?.replacement == "")
        expectReport(text.replacing("ring\nd", with: "ring()\nd"), "error W0110 «()»")
    }

    @Test("rule names")
    func names() {
        expectReport(decision("  first\n  rule r then 1\n  rule r then 2"), "error W0426 «r»")
        expectReport(decision("  first"), "warning W0430 «d»")
    }

    @Test("what could not be read is not missed")
    func lostRules() {
        func codes(_ items: String, _ test: String = "") -> [String] {
            PolicyCheck(decision(items) + test).diagnostics.map(\.code.id)
        }
        let test = "\ntest \"t\"\n  given x = 1\n  expect d is 1 by lost\n"
        #expect(codes("  first\n  rule when x > 1 then 1", test).allSatisfy { $0.hasPrefix("W01") })
        #expect(codes("  first\n  rule r overrides lost then 2\n  rule then 1").allSatisfy { $0.hasPrefix("W01") })
        #expect(codes("  table first\n  | rule | x || d |\n  | lost | 1 | 2 |", test) == ["W0121"])
        #expect(codes("  table first\n  | rule | x || d |\n  | lost | 1 || 2 | 3 |", test) == ["W0431"])
        #expect(codes("  first\n  rulle lost then 1", test) == ["W0112"])
        #expect(codes("  first\n  rule r then 1", test) == ["W0209"])
    }

    @Test("values and conditions are checked, and one broken rule leaves the others")
    func values() {
        let check = PolicyCheck(
            decision(
                "  first\n  rule a when x then 1\n  rule b then \"b\"\n  rule c when x > 3 then 3\n    do go(n: x)"))
        #expect(check.report.split(separator: "\n").count == 2, "\(check.details)")
        #expect(check.decision("d")?.rules.count == 3)
        #expect(check.decision("d")?.rules[2].conclusion.actions.count == 1)
    }

    @Test("a collected otherwise is an element or a list")
    func collect() throws {
        let both = ["otherwise 1", "otherwise [1, 2]"].map {
            PolicyCheck(decision("  collect\n  rule r when x > 1 then 1\n  \($0)", type: "list of integer"))
        }
        #expect(both.map(\.report) == ["", ""])
        #expect(both[0].decision("d")?.otherwise?.value?.type == .integer)
        #expect(both[1].decision("d")?.otherwise?.value?.type == .list(.integer))
    }

    @Test("a period in force is part of the condition")
    func force() throws {
        let check = PolicyCheck(
            decision("  first\n  rule r in force from 2026-01-01 until 2026-12-31 when x > 1 and x < 9 then 1"))
        #expect(check.report == "", "\(check.details)")
        guard case .and(let operands) = try #require(check.decision("d")).rules[0].condition.kind else {
            return #expect(Bool(false))
        }
        #expect(operands.count == 4)
        expectReport(
            decision("  first\n  rule r in force by today when x > 3 then 1"), "error W0410 «in force by today»")
        expectReport(decision("  first\n  rule r in force by x from 2026-01-01 then 1"), "error W0410 «x»")
    }

    @Test("recursion, with its chain")
    func recursion() {
        let check = PolicyCheck("policy a\ndecision a : integer\n  first\n  rule r when b > 1 then 1\ndefine b = a + 1")
        #expect(check.report == "error W0413 «a»")
        #expect(check.diagnostics.first?.message == "decision `a` depends on itself: a → define b → a")
        expectReport("policy a\ndecision a : integer\n  first\n  otherwise a", "error W0413 «a»")
    }

    @Test("languages of messages")
    func languages() {
        let head = "policy a\n  languages en, zh\ndecision d : integer\n  first\n  otherwise 1 because "
        expectClean(head + "en \"one\" zh \"一\"")
        expectReport(head + "en \"one\"", "error W0324 «en \"one\"»")
        #expect(PolicyCheck(head + "en \"one\" zh \"一\" fr \"un\"").diagnostics.count == 1)
    }
}
