import WritDiagnostics
import WritSource
import WritSyntax

/// A CSV file as a grid. Its header has a column named `||` between what is asked and what is answered.
struct CSVGrid {
    let elaboration: Elaboration
    let file: SourceFile

    func grid(at location: SourceLocation, ifEmpty reportNoRows: (SourceLocation) -> Void) -> TableGrid? {
        let errors = elaboration.errorCount
        let fields = CSVReader.read(file, sink: &elaboration.sink)
        guard let header = fields.first else {
            if elaboration.errorCount == errors { reportEmpty(location) }
            return nil
        }
        guard let bar = header.firstIndex(where: { trimmed($0) == "||" }) else {
            reportMissingBar(header)
            return nil
        }
        if fields.count == 1 { reportNoRows(span(header)) }
        let cells = CSVCells(file: file, rows: fields)
        let rows = fields.dropFirst().filter { !isBlank($0) && fits($0, header, bar) }
        return TableGrid(
            header: without(bar, header.map(cells.cell)), answersFrom: bar,
            rows: rows.map { GridRow(cells: without(bar, $0.map(cells.cell)), location: span($0)) },
            location: span(header))
    }

    private func without(_ bar: Int, _ cells: [GridCell]) -> [GridCell] { Array(cells[..<bar] + cells[(bar + 1)...]) }

    private func trimmed(_ field: CSVField) -> String { CSVCells.trimmed(field.text) }

    private func isBlank(_ row: [CSVField]) -> Bool { row.allSatisfy { trimmed($0).isEmpty } }

    private func span(_ row: [CSVField]) -> SourceLocation {
        row.dropFirst().reduce(row[0].location) { $0.union($1.location) }
    }

    private func fits(_ row: [CSVField], _ header: [CSVField], _ bar: Int) -> Bool {
        if row.count != header.count {
            let last = row[min(row.count, header.count + 1) - 1].location
            elaboration.error(
                .tableShape, "the row has \(row.count) cells, the header \(header.count)", at: last,
                row.count < header.count ? "the row ends here" : "more than the header has",
                also: [Label(span(header), "the header")],
                help: "give each row one cell a column, and put a cell with commas in quotes")
            return false
        }
        let separator = trimmed(row[bar])
        if separator.isEmpty || separator == "||" { return true }
        elaboration.error(
            .tableShape, "the column `||` only separates, and its cells are empty", at: row[bar].location, "not empty",
            also: [Label(header[bar].location, "the separator")], help: "is a comma missing or too many in this row?")
        return false
    }

    private func reportEmpty(_ location: SourceLocation) {
        elaboration.error(
            .tableShape, "the table \"\(file.path)\" is empty", at: location, "no header",
            help: "its first row names the columns")
    }

    private func reportMissingBar(_ header: [CSVField]) {
        elaboration.error(
            .tableShape, "the header has no column `||`", at: span(header), "what is asked, what is answered?",
            help: "put an empty column named `||` between what is asked and what is answered")
    }
}
