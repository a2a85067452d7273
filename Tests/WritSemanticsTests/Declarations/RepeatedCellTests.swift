import Testing
import WritSemantics
import WritSource

/// A cell that says what another said means the same, and stands in its own place: what is checked once is not told of one
/// place only.
@Suite struct RepeatedCellTests {
    private static let head = """
        policy desk
        type Work = quote | repair | order
        fact work : Work?
        fact days : integer?
        param limit : integer = 5
          source house

        """

    private static let rows = [
        ["quote, repair", ">= limit", "1"], ["not order", "[1..2)", "2"], ["quote, repair", "[1..2)", "1"],
        ["not order", ">= limit", "1"], ["unknown", "any", "2"], ["unknown", "", "2"],
    ]

    private static var inline: PolicyCheck {
        let rows = rows.map { "  | \($0[0]) | \($0[1]) || \($0[2]) |\n" }.joined()
        return PolicyCheck(head + "decision d : integer\n  table first\n  | work | days || d |\n\(rows)  otherwise 0\n")
    }

    private static var csv: PolicyCheck {
        let rows = rows.map { "\"\($0[0])\",\($0[1]),,\($0[2])\n" }.joined()
        return PolicyCheck(
            head + "decision d : integer\n  table first from \"t.csv\"\n  otherwise 0\n",
            tables: ["t.csv": "work,days,||,d\n" + rows])
    }

    @Test(arguments: ["inline", "csv"]) func eachTermStandsWhereItWasWritten(form: String) throws {
        let check = form == "csv" ? Self.csv : Self.inline
        #expect(check.report == "")
        let decision = try #require(check.decision("d"))
        let first = try #require(decision.rules.first).location.start.line
        for (index, rule) in decision.rules.enumerated() {
            let cells = Self.rows[index]
            let written = Self.terms(of: rule.condition) + (rule.conclusion.value.map { [$0] } ?? [])
            for term in written {
                #expect(term.location.start.line == first + index)
                if case .and = term.kind { continue }
                let text = term.location.text
                #expect(cells.contains { $0.contains(text) }, "row \(index) has no `\(text)`")
            }
            #expect(rule.conclusion.value?.location.text == cells[2])
        }
    }

    @Test func equalCellsAskTheSame() throws {
        let rules = try #require(Self.inline.decision("d")).rules
        for (index, other) in [(0, 2), (1, 3)] {
            let (left, right) = (Self.operands(rules[index].condition)[0], Self.operands(rules[other].condition)[0])
            #expect(Self.shape(left) == Self.shape(right))
        }
        #expect(Self.shape(rules[4].condition) == Self.shape(rules[5].condition))
    }

    @Test func aMistakeIsToldOfEachCell() {
        let rows = "  | quote | gone || 1 |\n  | quote | gone || 2 |\n"
        let check = PolicyCheck(
            Self.head + "decision d : integer\n  table first\n  | work | days || d |\n\(rows)  otherwise 0\n")
        let places = check.diagnostics.map(\.primary.location.start.line)
        #expect(places.count == 2 && places.first != places.last, "\(check.details)")
    }

    // MARK: Terms

    private static func operands(_ term: Term) -> [Term] {
        if case .and(let terms) = term.kind { terms } else { [term] }
    }

    private static func terms(of term: Term) -> [Term] { [term] + term.operands.flatMap(terms) }

    /// A term without its places.
    private static func shape(_ term: Term) -> String {
        let own = term.operands.isEmpty ? "\(term.kind)" : String("\(term.kind)".prefix { $0 != "(" })
        return "\(own):\(term.type)[\(term.operands.map(shape).joined(separator: " "))]"
    }
}
