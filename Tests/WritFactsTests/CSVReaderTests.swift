import Testing
import WritDiagnostics
import WritSource
import WritSyntax

@Suite struct CSVReaderTests {
    private func read(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) -> (rows: [[CSVField]], sink: DiagnosticSink) {
        var sink = DiagnosticSink()
        let rows = CSVReader.read(SourceFile(path: "t.csv", bytes: bytes), limits: limits, sink: &sink)
        return (rows, sink)
    }

    private func texts(_ text: String) -> [[String]] { read(Array(text.utf8)).rows.map { $0.map(\.text) } }

    @Test func rowsAndFields() {
        #expect(texts("a,b\r\n1,\n,\n") == [["a", "b"], ["1", ""], ["", ""]])
        #expect(texts("a\n\n\r\nb") == [["a"], ["b"]])
        #expect(texts("a,b,") == [["a", "b", ""]])
        #expect(texts("") == [])
    }

    @Test func quotedFields() {
        #expect(
            texts("\"a,b\",\"say \"\"yes\"\"\",\"\"\n\"two\r\nlines\",x") == [
                ["a,b", "say \"yes\"", ""], ["two\r\nlines", "x"],
            ])
    }

    @Test func placesAreThoseOfTheContent() {
        let rows = read(Array("\u{FEFF}优,\"a \"\"b\"\"\"\n x ,y".utf8)).rows
        #expect(rows.flatMap { $0.map(\.location.text) } == ["优", "a \"\"b\"\"", " x ", "y"])
        #expect(rows[0][1].location.description == "t.csv:1:4")
        #expect(rows[0][1].isQuoted && !rows[1][0].isQuoted)
    }

    @Test func aQuoteNeverClosedIsShownWhereItOpens() {
        let (rows, sink) = read(Array("a,b\nc,\"d\n,e\n".utf8))
        #expect(rows.count == 1)
        #expect(sink.diagnostics.map(\.code) == [.csvUnclosedQuote])
        #expect(sink.diagnostics[0].primary.location.description == "t.csv:2:3")
    }

    @Test func strayQuotesAreReportedAndReadOn() {
        let (rows, sink) = read(Array("a\"b\",c\n\"d\"e,f\n".utf8))
        #expect(rows.map { $0.map(\.text) } == [["a\"b\"", "c"], ["d", "f"]])
        #expect(sink.diagnostics.map(\.primary.location.text) == ["\"", "e"])
    }

    @Test func encodingsAndSizes() {
        #expect(read([0xFF, 0xFE, 0x61, 0]).sink.diagnostics.map(\.code) == [.csvEncoding])
        let latin = read([0x61, 0xE9, 0x2C])
        #expect(latin.sink.diagnostics.map(\.code) == [.csvEncoding])
        #expect(latin.sink.diagnostics[0].primary.location.range == SourceRange(1, 2))
        #expect(
            read(Array("abcdef".utf8), limits: CSVLimits(maxBytes: 5)).sink.diagnostics.map(\.code) == [.csvTooLarge])
        let many = read(Array("a,b\nc,d\n".utf8), limits: CSVLimits(maxFields: 3))
        #expect(many.rows.count == 1 && many.sink.diagnostics.map(\.code) == [.csvTooLarge])
    }
}
