import WritDiagnostics
import WritSource
import WritSyntax

/// Makes grids of tables: of rows in the policy, and of CSV files beside it.
final class TableFiles {
    private let elaboration: Elaboration
    private let find: (_ path: String, _ from: SourceFile) -> SourceFile?
    /// The files read, each once, in the order asked for.
    private(set) var files: [SourceFile] = []

    init(elaboration: Elaboration, find: @escaping (_ path: String, _ from: SourceFile) -> SourceFile?) {
        self.elaboration = elaboration
        self.find = find
    }

    func grid(of syntax: TableSyntax) -> TableGrid? {
        guard let name = syntax.file else { return inline(syntax) }
        guard let file = file(named: name) else { return nil }
        let grid = CSVGrid(elaboration: elaboration, file: file)
        return grid.grid(at: name.location, ifEmpty: reportNoRows)
    }

    private func file(named name: TextSyntax) -> SourceFile? {
        guard let path = elaboration.fixed(name, "the name of a table's file") else { return nil }
        guard let file = find(path, name.location.file) else {
            elaboration.error(
                .missingTableFile, "there is no table \"\(path)\"", at: name.location, "not found",
                help: "the name counts from the folder of the policy file")
            return nil
        }
        if !files.contains(where: { $0 === file || $0.path == file.path }) { files.append(file) }
        return file
    }

    private func reportNoRows(_ header: SourceLocation) {
        elaboration.warn(
            .noRules, "the table has a header and no rows", at: header, "decides nothing", help: "add a row below it")
    }

    // MARK: Rows in the policy

    /// Rows of another length than the header are left out: a row without `||` was reported by the parser.
    private func inline(_ syntax: TableSyntax) -> TableGrid? {
        guard let header = syntax.rows.first, let answersFrom = header.conditionCount else { return nil }
        if syntax.rows.count == 1, !syntax.node.isBroken { reportNoRows(header.location) }
        let rows = syntax.rows.dropFirst().filter { fits($0, header, answersFrom) }
        let isIncomplete = rows.count < syntax.rows.count - 1 || syntax.node.isBroken
        return TableGrid(
            header: header.cells.map { GridCell($0) }, answersFrom: answersFrom,
            rows: rows.map { row in
                let cells = row.cells.map { GridCell($0) }
                return GridRow(
                    questions: Array(cells[..<answersFrom]), answers: Array(cells[answersFrom...]),
                    location: row.location)
            },
            location: header.location, isIncomplete: isIncomplete)
    }

    private func fits(_ row: TableRowSyntax, _ header: TableRowSyntax, _ answersFrom: Int) -> Bool {
        guard let conditions = row.conditionCount else { return false }
        if row.cells.count != header.cells.count {
            let what = row.cells.count < header.cells.count ? "fewer" : "more"
            reportShape(
                row, header, "the row has \(what) cells than the header: \(row.cells.count), not \(header.cells.count)")
            return false
        }
        if conditions == answersFrom { return true }
        reportShape(row, header, "`||` stands after cell \(conditions), but in the header after cell \(answersFrom)")
        return false
    }

    private func reportShape(_ row: TableRowSyntax, _ header: TableRowSyntax, _ message: String) {
        elaboration.error(
            .tableShape, message, at: row.location, "does not fit the header",
            also: [Label(header.location, "the header")],
            help: "give each row one cell a column; leave a cell empty where anything will do")
    }
}
