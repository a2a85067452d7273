import Testing
import WritDiagnostics
import WritSource

@testable import WritSyntax

/// Cells and expressions on their own.
@Suite struct EntryTests {
    private func cell(_ csv: String, _ lower: Int, _ upper: Int) -> (CellSyntax, [Diagnostic]) {
        var sink = DiagnosticSink()
        let file = SourceFile(path: "fees.csv", text: csv)
        let cell = Parser.parseCell(file, window: SourceRange(lower, upper), sink: &sink)
        return (cell, sink.diagnostics)
    }

    @Test func aCellPointsIntoItsFile() {
        let (cell, diagnostics) = cell("rule,amount\nbig,>= 10 USD,high", 16, 25)
        #expect(diagnostics.isEmpty)
        #expect(cell.tests.count == 1)
        guard case .comparison(let test)? = cell.tests.first else { return #expect(Bool(false)) }
        #expect(test.operator == .greaterEqual)
        #expect(test.value?.location.description == "fees.csv:2:8")
        #expect(test.value?.node.text == "10 USD")
    }

    @Test func anEmptyCell() {
        let (cell, diagnostics) = cell("a,,b", 2, 2)
        #expect(diagnostics.isEmpty)
        #expect(cell.tests.isEmpty)
        #expect(cell.range == .at(2))
    }

    @Test func aCellWithTooMuch() {
        let (cell, diagnostics) = cell("a, vip 3 x,b", 2, 10)
        #expect(cell.tests.count == 1)
        #expect(diagnostics.map(\.message) == ["`3` has no place after this cell"])
    }

    @Test func negatedLists() {
        let (cell, _) = cell("not a, [1..2)", 0, 13)
        #expect(cell.isNegated)
        guard case .interval(let test)? = cell.tests.last, let interval = test.interval else {
            return #expect(Bool(false))
        }
        #expect(interval.includesLow && !interval.includesHigh)
    }

    @Test func anExpression() {
        var sink = DiagnosticSink()
        let expr = Parser.parseExpr(SourceFile(path: "<param>", text: " 150 USD "), sink: &sink)
        guard case .numberLiteral(let literal) = expr else { return #expect(Bool(false)) }
        #expect(literal.currency?.text == "USD")
        #expect(!sink.hasErrors)
    }

    @Test func noExpression() {
        var sink = DiagnosticSink()
        let expr = Parser.parseExpr(SourceFile(path: "<param>", text: ""), sink: &sink)
        guard case .missing = expr else { return #expect(Bool(false)) }
        #expect(sink.diagnostics.map(\.message) == ["expected a value, found the end of the text"])
    }
}
