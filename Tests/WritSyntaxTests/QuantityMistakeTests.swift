import Testing

@testable import WritSyntax

/// Units, roundings, intervals and types as other people write them.
@Suite struct QuantityMistakeTests {
    private func expectBody(_ marked: String, _ message: String, _ fixed: String? = nil) {
        expectOne(SyntaxCodes.expected, "define a = " + marked, message, fixed: fixed.map { "define a = " + $0 })
    }

    @Test(arguments: [
        ("x «between 5 USD and 10 USD»", "in [5 USD..10 USD]"), ("x «is between 1 and 5»", "in [1..5]"),
        ("x «is not between a.b and c»", "not in [a.b..c]"), ("x «not between 1 and 5»", "not in [1..5]"),
        ("x «between 2026-01-01 and 2026-02-01» and b", "in [2026-01-01..2026-02-01]"),
    ])
    func between(_ marked: String, _ writes: String) {
        let parsed = Parsed(
            "fact f : T\ndecision d : T\n  rule r\n    when " + marked.filter { $0 != "«" && $0 != "»" })
        #expect(parsed.diagnostics.count == 1, "\(parsed.report)")
        let wrong = marked.split(separator: "«")[1].split(separator: "»")[0]
        #expect(parsed.diagnostics.first?.message == "Writ writes `\(writes)` for `\(wrong)`")
        #expect(parsed.diagnostics.first?.fixIts.first?.replacement == writes)
    }

    @Test func roundings() {
        let head = "decision d : T\n  rule r\n    then "
        for (wrong, unit) in [("2 decimals", "0.01"), ("0 places", "1"), ("3 decimal places", "0.001")] {
            expectOne(
                SyntaxCodes.expected, head + "x rounded to «\(wrong)»", "Writ writes `\(unit)` for `\(wrong)`",
                fixed: head + "x rounded to \(unit)")
        }
        expectBody(
            "«2 * 3 rounded to 4» + 1", "bracket the rounding: what follows it is not rounded",
            "(2 * 3 rounded to 4) + 1")
        #expect(Parsed("define a = (x rounded to 4) + 1 - (y rounded to 2 up)").report == "")
    }

    @Test func counts() {
        let head = "decision d : T\n  rule r\n    when "
        expectOne(
            SyntaxCodes.expected, head + "«count order.lines» > 2",
            "Writ writes `count x in order.lines` for `count order.lines`", fixed: head + "count x in order.lines > 2")
    }

    @Test(arguments: [
        ("list<Line>", "list of Line"), ("Line[]", "list of Line"), ("optional text", "text?"),
        ("list<text>", "list of text"), ("money(USD)[]", "list of money(USD)"),
        ("optional list of text", "list of text?"),
    ])
    func types(_ wrong: String, _ meant: String) {
        for head in ["fact a : ", "record R\n  a : "] {
            expectOne(
                SyntaxCodes.foreignSign, head + "«\(wrong)»\nfact b : text", "Writ writes `\(meant)` for `\(wrong)`",
                fixed: head + "\(meant)\nfact b : text")
        }
    }

    /// What was misread is nobody's business: no node of it is left to be checked.
    @Test func whatWasMisreadIsMissing() {
        for wrong in ["x > 100 usd", "x > 1,000 USD", "t > 9:00", "x between 1 and 2", "x y"] {
            let parsed = Parsed("decision d : T\n  rule r\n    when \(wrong)\n    then b")
            #expect(parsed.diagnostics.count == 1)
            #expect(parsed.isLossless)
            guard case .decision(let decision)? = parsed.tree.fileSyntax?.declarations.first,
                case .rule(let rule)? = decision.items.first, case .when(let clause)? = rule.clauses.first
            else {
                Issue.record("no rule")
                continue
            }
            #expect(clause.condition?.node.isBroken == true, "\(wrong)")
        }
    }
}
