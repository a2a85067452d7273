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
