import WritDiagnostics
import WritSource
import WritSyntax

/// A CSV file as a grid. Its header has a column named `||` between what is asked and what is answered.
struct CSVGrid {
    let elaboration: Elaboration
    let file: SourceFile

    func grid(at location: SourceLocation, ifEmpty reportNoRows: (SourceLocation) -> Void) -> TableGrid? {
        let (fields, mistakes) = read()
        guard let header = fields.first else {
            if mistakes.isEmpty { reportEmpty(location) }
            return nil
        }
        let last = fields.count > 1 ? fields[1][0].location.range.lower : .max
        if mistakes.contains(where: { $0 < last }) { return nil }
        guard let bar = header.firstIndex(where: { trimmed($0) == "||" }) else {
            reportMissingBar(header)
            return nil
        }
        if fields.count == 1 { reportNoRows(span(header)) }
        let written = whole(fields, mistakes).dropFirst().filter { !isBlank($0) }
        let rows = written.filter { fits($0, header, bar) }
        return TableGrid(
            header: without(bar, header.map { GridCell($0) }), answersFrom: bar,
            rows: rows.map { row in
                GridRow(
                    questions: row[..<bar].map { GridCell($0) }, answers: row[(bar + 1)...].map { GridCell($0) },
                    location: span(row))
            },
            location: span(header),
            isIncomplete: !mistakes.isEmpty || rows.count < written.count)
    }

    /// The rows, and the places of what is wrong with the quotes and bytes.
    private func read() -> (rows: [[CSVField]], mistakes: [Int]) {
        var sink = DiagnosticSink()
        elaboration.cellCopies.add(file)
        let rows = CSVReader.read(file, sink: &sink)
        elaboration.sink.absorb(sink)
        return (rows, sink.diagnostics.map(\.primary.location.range.lower))
    }

    /// The rows without those whose quotes are wrong: where their cells begin and end is a guess.
    private func whole(_ rows: [[CSVField]], _ mistakes: [Int]) -> [[CSVField]] {
        if mistakes.isEmpty { return rows }
        return rows.indices.filter { index in
            let start = rows[index][0].location.range.lower
            let end = index + 1 < rows.count ? rows[index + 1][0].location.range.lower : .max
            return !mistakes.contains { start <= $0 && $0 < end }
        }.map { rows[$0] }
    }

    private func without(_ bar: Int, _ cells: [GridCell]) -> [GridCell] {
        var cells = cells
        cells.remove(at: bar)
        return cells
    }

    private func trimmed(_ field: CSVField) -> String { GridCell.trimmed(field.text) }

    private func isBlank(_ row: [CSVField]) -> Bool { row.allSatisfy { $0.text.utf8.allSatisfy(GridCell.isBlank) } }

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
