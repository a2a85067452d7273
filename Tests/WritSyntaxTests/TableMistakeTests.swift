import Testing

@testable import WritSyntax

@Suite struct TableMistakeTests {
    @Test func rows() {
        expectOne(
            SyntaxCodes.unclosedRow, "decision d : T\n  table\n  | a || b |\n  | 1 || 2«»\n  | 3 || 4 |",
            "this row does not end with `|`", fixed: "decision d : T\n  table\n  | a || b |\n  | 1 || 2 |\n  | 3 || 4 |"
        )
        expectOne(
            SyntaxCodes.unclosedRow, "decision d : T\n  table\n  | a || b |\n  «»1 || 2 |\n  | 3 || 4 |",
            "this row does not begin with `|`")
        expectOne(
            SyntaxCodes.missingAnswers, "decision d : T\n  table\n  | a || b |\n  «| 1 | 2 |»\n  | 3 || 4 |",
            "this row has no `||`")
        expectOne(
            SyntaxCodes.expected, "decision d : T\n  table\n  | a | c || b |\n  | 1 «2» || 2 |\n  | 3 | 4 || 4 |",
            "expected `|` or `,` after this cell, found `2`")
        expectOne(SyntaxCodes.emptyTable, "decision d : T\n  «table» unique", "this table has no rows")
    }

    @Test func dashesForAnything() {
        expectOne(
            SyntaxCodes.foreignSign, "decision d : T\n  table\n  | a || b |\n  | «-» || 2 |",
            "`-` is not how Writ writes it; write `any`, or leave the cell empty",
            fixed: "decision d : T\n  table\n  | a || b |\n  | any || 2 |")
    }

    /// A broken row leaves the others whole.
    @Test func aBrokenRowIsAlone() {
        let parsed = Parsed(
            "decision d : T\n  table\n  | a | b || c |\n  | 1 + | ) || 2 |\n  | 3 | 4 || 5 |\n\ndefine x = 1")
        #expect(parsed.diagnostics.count == 1)
        #expect(parsed.tree.fileSyntax?.declarations.count == 2)
        guard case .decision(let decision)? = parsed.tree.fileSyntax?.declarations.first,
            case .table(let table)? = decision.items.first
        else {
            Issue.record("no table")
            return
        }
        #expect(table.rows.map(\.node.isBroken) == [false, true, false])
    }
}
