import WritDiagnostics
import WritSource
import WritSyntax

/// What a table's columns mean: read from its header.
struct TableColumns {
    enum Question {
        /// The rows' names.
        case name
        /// A value that cells test.
        case value(LocalID)
        /// A heading with a mistake, already reported.
        case broken
    }

    enum Answer: Hashable {
        case value
        /// A field of the decision's record.
        case field(Int)
        case because, source, `do`, from, until
        case broken
    }

    var questions: [Question] = []
    var answers: [Answer] = []
    /// The values that cells test, for the decision.
    var columns: [TableColumn] = []

    /// The place of an answer among the row's answers.
    func place(of answer: Answer) -> Int? { answers.firstIndex(of: answer) }

    var hasFields: Bool {
        answers.contains { if case .field = $0 { true } else { false } }
    }
}

/// Reads a table's header.
struct TableHeaderChecker {
    let elaboration: Elaboration
    let scope: Scope
    let decision: Decision
    let valueType: WritType?

    func columns(of grid: TableGrid) -> TableColumns {
        var columns = TableColumns()
        for cell in grid.header[..<grid.answersFrom] { readQuestion(cell, into: &columns) }
        for cell in grid.header[grid.answersFrom...] { readAnswer(cell, into: &columns) }
        checkAnswers(columns, grid)
        return columns
    }

    // MARK: Questions

    private func readQuestion(_ cell: GridCell, into columns: inout TableColumns) {
        if cell.text == "rule" { return readName(cell, into: &columns) }
        guard let value = CellValues.value(of: cell, elaboration, else: { reportHeading(cell) }) else {
            columns.questions.append(.broken)
            return
        }
        let term = ExpressionChecker(elaboration: elaboration, scope: scope).check(value)
        let local = elaboration.makeLocal(cell.text, term.type)
        columns.columns.append(TableColumn(local: local, value: term))
        columns.questions.append(term.type == .poison ? .broken : .value(local))
    }

    private func readName(_ cell: GridCell, into columns: inout TableColumns) {
        let isSecond = columns.questions.contains { if case .name = $0 { true } else { false } }
        if isSecond { reportTwice(cell) }
        columns.questions.append(isSecond ? .broken : .name)
    }

    private func reportHeading(_ cell: GridCell) {
        elaboration.error(
            .tableShape, "a column before `||` is headed by the value that its cells test", at: cell.location,
            "no value",
            help: "write a fact, a define or a calculation, or `rule` for the rows' names")
    }

    // MARK: Answers

    private func readAnswer(_ cell: GridCell, into columns: inout TableColumns) {
        let answer = cell.isUnreadable(elaboration) ? .broken : answer(cell)
        if answer != .broken, columns.answers.contains(answer) {
            reportTwice(cell)
            columns.answers.append(.broken)
        } else {
            columns.answers.append(answer)
        }
    }

    private func answer(_ cell: GridCell) -> TableColumns.Answer {
        let name = cell.text.filter { $0 != "`" }
        if name == decision.heading.name || name == "then" { return value(cell) }
        if let index = fields.firstIndex(where: { $0.name == name }) { return .field(index) }
        switch name {
        case "because": return .because
        case "source": return .source
        case "do": return .do
        case "from": return .from
        case "until": return .until
        default:
            reportUnknown(cell)
            return .broken
        }
    }

    private func value(_ cell: GridCell) -> TableColumns.Answer {
        if valueType != nil { return .value }
        ConclusionChecker(elaboration: elaboration, scope: scope, valueType: nil).reportUnused(cell.location)
        return .broken
    }

    var fields: [Slot] {
        guard case .record(let id) = valueType else { return [] }
        return elaboration.model[id].fields
    }

    private func reportUnknown(_ cell: GridCell) {
        if cell.isEmpty {
            return elaboration.error(
                .unknownColumn, "a column after `||` has no heading", at: cell.location, "empty",
                help: "write `\(decision.heading.name)` or what else the rows answer, or remove the column")
        }
        let names = [decision.heading.name] + fields.map(\.name) + ["because", "source", "do", "from", "until"]
        elaboration.error(
            .unknownColumn, "`\(cell.text)` is nothing that a row answers", at: cell.location,
            "not a column after `||`",
            help: Spelling.question(cell.text, among: names)
                ?? "after `||` stand \(names.map { "`\($0)`" }.joined(separator: ", "))")
    }

    private func reportTwice(_ cell: GridCell) {
        elaboration.error(
            .tableShape, "the table has two columns `\(cell.text)`", at: cell.location, "a second one",
            help: "remove one of them")
    }

    // MARK: All of it

    /// A value column, or one for each field that may not be unknown.
    private func checkAnswers(_ columns: TableColumns, _ grid: TableGrid) {
        guard valueType != nil, !columns.answers.contains(.broken) else { return }
        if let place = columns.place(of: .value) {
            if columns.hasFields { reportBoth(grid.header[grid.answersFrom + place]) }
        } else if columns.hasFields {
            let missing = fields.indices.filter { !fields[$0].isOptional && columns.place(of: .field($0)) == nil }
            if let first = missing.first {
                reportMissing("no column gives `\(fields[first].name)`", "`\(fields[first].name)`", grid)
            }
        } else {
            reportMissing("the table has no column for what it answers", "`\(decision.heading.name)`", grid)
        }
    }

    private func reportBoth(_ cell: GridCell) {
        elaboration.error(
            .tableShape, "the table gives the value and also its fields", at: cell.location, "the whole value",
            help: "keep this column or those of the fields")
    }

    private func reportMissing(_ message: String, _ column: String, _ grid: TableGrid) {
        elaboration.error(
            .missingAnswer, message, at: grid.location, "a column is missing",
            help: "add the column \(column) after `||`")
    }
}
