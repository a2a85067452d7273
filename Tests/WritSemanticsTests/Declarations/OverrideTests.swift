import Testing
import WritSemantics

@Suite("Overriding and extending")
struct OverrideTests {
    private let base =
        "policy a\nfact x : integer\ndecision d : integer\n  first\n  rule p when x > 1 then 1\n  rule q when x > 2 then 2\n"

    private func names(_ texts: [String]) -> [String] {
        let check = PolicyCheck(texts)
        #expect(check.report == "", "\(check.details)")
        return check.decision("d")?.rules.map(\.name) ?? []
    }

    @Test("under first an overriding rule stands before the earliest it overrides")
    func placement() {
        #expect(names([base + "  rule r overrides q when x > 3 then 3"]) == ["p", "r", "q"])
        #expect(names([base + "  rule r overrides q, p when x > 3 then 3"]) == ["r", "p", "q"])
        #expect(names([base + "  rule r overrides q then 3\n  rule s overrides r then 4"]) == ["p", "s", "r", "q"])
        #expect(names([base + "  rule r overrides s then 3\n  rule s overrides q then 4"]) == ["p", "r", "s", "q"])
    }

    @Test("from another policy")
    func extending() {
        let extra = "policy b\nuse a\nextend d\n  rule r overrides q when x > 3 then 3"
        #expect(names([base, extra]) == ["p", "r", "q"])
        #expect(names([base, extra, "policy c\nextend a.d\n  rule s overrides q then 9"]) == ["p", "r", "s", "q"])
        let check = PolicyCheck([base, extra])
        #expect(check.decision("d")?.rules[1].overrides == [2])
    }

    @Test("under the other modes the overridden rule applies where the other does not")
    func conditions() throws {
        let text =
            "policy a\nfact x : integer\ndecision d : integer\n  unique\n  rule p when x > 1 and x < 9 then 1\n  rule q overrides p when x > 3 then 2"
        let check = PolicyCheck(text)
        #expect(check.report == "", "\(check.details)")
        let rules = try #require(check.decision("d")).rules
        #expect(rules.map(\.name) == ["p", "q"])
        guard case .and(let operands) = rules[0].condition.kind, case .not = operands[2].kind else {
            return #expect(Bool(false))
        }
        #expect(rules[1].overrides == [0])
        expectClean(text.replacing(" overrides p", with: ""), "policy b\nuse a\nextend d\n  rule r when x > 99 then 3")
    }

    @Test("a rule that is not in force does not outweigh another, under any mode")
    func periods() throws {
        let text = """
            policy a
            fact x : integer
            decision d : integer
              unique
              rule p when x > 1 then 1
              rule q
                overrides p
                in force from 2026-01-01 until 2026-06-30
                when x > 3
                then 2

            """
        let extra = "policy b\nuse a\nextend d\n  rule r overrides q in force from 2026-03-01 when x > 5 then 3"
        let check = PolicyCheck([text, extra])
        #expect(check.report == "", "\(check.details)")
        let rules = try #require(check.decision("d")).rules
        #expect(rules.map(\.name) == ["p", "q", "r"])
        #expect(rules.map(\.overrides) == [[], [0], [1]])
        // What p yields to is the whole of q: its `when` and its period, and not what overrides q.
        guard case .and(let ofP) = rules[0].condition.kind, case .not(let overriding) = ofP[1].kind,
            case .and(let ofQ) = overriding.kind, case .and(let q) = rules[1].condition.kind, case .not = q[3].kind
        else { return #expect(Bool(false)) }
        #expect(ofP.count == 2 && ofQ.count == 3 && q.count == 4)
    }

    @Test("under first a rule that overrides otherwise is tried last")
    func beforeOtherwise() {
        let whole = base + "  otherwise 0"
        let extra = "policy b\nuse a\nextend d\n  rule r overrides otherwise when x > 0 then 3\n"
        #expect(names([whole, extra]) == ["p", "q", "r"])
        #expect(names([whole, extra + "  rule s overrides q then 4"]) == ["p", "s", "q", "r"])
        #expect(names([whole, extra + "  rule s overrides otherwise then 4"]) == ["p", "q", "r", "s"])
        #expect(names([whole, extra + "  rule s overrides r then 4"]) == ["p", "q", "s", "r"])
        #expect(names([whole, extra + "  rule s overrides otherwise, q then 4"]) == ["p", "s", "q", "r"])
        let early = whole.replacing("rule p", with: "rule p overrides otherwise")
        #expect(names([early]) == ["q", "p"])
        #expect(names([early, extra]) == ["q", "p", "r"])
    }

    @Test("under the other modes a rule that overrides otherwise applies where no other rule does")
    func insteadOfOtherwise() throws {
        let whole = base.replacing("first", with: "unique") + "  otherwise 0"
        let extra = "policy b\nuse a\nextend d\n  rule r overrides otherwise when x > 0 then 3\n"
        let check = PolicyCheck([whole, extra + "  rule s overrides otherwise, q when x > 5 then 4"])
        #expect(check.report == "", "\(check.details)")
        let rules = try #require(check.decision("d")).rules
        #expect(rules.map(\.name) == ["p", "q", "r", "s"])
        #expect(rules.map(\.overrides) == [[], [], [], [1]])
        // p as written; q not where s; r where neither p nor q; s where not p.
        let parts = rules.map { if case .and(let operands) = $0.condition.kind { operands.count } else { 1 } }
        #expect(parts == [1, 2, 3, 2])
    }

    @Test("an otherwise that is not there")
    func noOtherwise() {
        let extra = "policy b\nuse a\nextend d\n  rule r overrides otherwise when x > 0 then 3"
        expectReport([base, extra], ["error W0427 «otherwise»"])
        expectReport([base.replacing("first", with: "unique"), extra], ["error W0427 «otherwise»"])
        expectReport([base.replacing("first", with: "sum"), extra], ["error W0427 «otherwise»"])
        expectClean(base.replacing("rule q", with: "rule `otherwise`") + "  rule r overrides `otherwise` then 3")
    }

    @Test("rows of a table are overridden by name, also by an extension")
    func rows() {
        let table = "policy a\nfact x : integer\ndecision d : integer\n"
        let rows = "  | rule | x || d | from |\n  | p | > 1 || 1 | 2026-01-01 |\n  | q | > 2 || 2 | |\n"
        let extra = "policy b\nuse a\nextend d\n  rule r overrides p when x > 3 then 3"
        #expect(names([table + "  table first\n" + rows, extra]) == ["r", "p", "q"])
        #expect(
            names([table + "  table collect\n".replacing("collect", with: "max") + rows, extra]) == ["p", "q", "r"])
    }

    @Test("mistakes")
    func mistakes() {
        expectReport([base, "policy b\nuse a\nextend d\n  rule r then 3"], ["error W0427 «r»"])
        expectReport(
            [base, "policy b\nuse a\nextend d\n  table\n  | x || d |\n  | 1 || 2 |"],
            ["error W0427 «table\n  | x || d |\n  | 1 || 2 |»"])
        expectReport([base, "policy b\nuse a\nextend d\n  rule r overrides qq then 3"], ["error W0209 «qq»"])
        expectReport([base, "policy b\nuse a\nextend e\n  rule r overrides q then 3"], ["error W0208 «e»"])
        expectReport([base, "policy b\nextend aa.d\n  rule r overrides q then 3"], ["error W0202 «aa.d»"])
        expectReport(
            [base, "policy b\nuse a\nextend d\n  unique\n  otherwise 3"],
            ["error W0429 «unique»", "error W0429 «otherwise 3»"])
        expectReport(base + "  rule r overrides s then 3\n  rule s overrides r then 4", "error W0428 «r»")
        expectReport([base, "policy b\nuse a\nextend d\n  rule q overrides p then 3"], ["error W0426 «q»"])
    }
}
