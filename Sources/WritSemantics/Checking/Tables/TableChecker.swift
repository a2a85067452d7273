import WritDiagnostics
import WritSource
import WritSyntax

/// Makes rules of a table's rows. Linear in the table: each cell is parsed and checked once.
struct TableChecker {
    let elaboration: Elaboration
    let scope: Scope
    let decision: Decision
    /// What a row's value must be; nil under `count`.
    let valueType: WritType?
    let isExtension: Bool
    var draft: DecisionDraft

    mutating func check(_ grid: TableGrid) {
        let header = TableHeaderChecker(
            elaboration: elaboration, scope: scope, decision: decision, valueType: valueType)
        let columns = header.columns(of: grid)
        draft.columns += columns.columns
        draft.isIncomplete = draft.isIncomplete || grid.isIncomplete
        let rows = TableRowChecker(
            elaboration: elaboration, scope: scope, columns: columns, fields: header.fields, valueType: valueType)
        for (index, row) in grid.rows.enumerated() { check(row, index, rows) }
        draft.tableCount += 1
    }

    private mutating func check(_ row: GridRow, _ index: Int, _ rows: TableRowChecker) {
        let (questions, answers) = (row.questions, row.answers)
        draft.rowCount += 1
        let name = rows.name(questions)
        if case .unreadable = name { draft.isIncomplete = true }
        if case .otherwise(let cell) = name { return takeOtherwise(cell, questions, answers, row, rows) }
        let condition = rows.condition(questions, at: row.location)
        let period = rows.period(answers, at: row.location)
        let conclusion = rows.conclusion(answers, at: row.location)
        let whole = period.isEmpty ? condition : Terms.conjunction([condition] + period, at: row.location)
        let rule = Rule(
            name: name.text ?? "row_\(draft.rowCount)",
            location: name.location ?? (questions.first ?? answers[0]).location,
            origin: .row(table: draft.tableCount, row: index),
            condition: whole, asksColumnsOnly: whole.readsLocalsOnly, conclusion: conclusion)
        draft.append(RuleDraft(rule: rule, whole: row.location, isExtension: isExtension), elaboration)
    }

    private mutating func takeOtherwise(
        _ cell: GridCell, _ questions: [GridCell], _ answers: [GridCell], _ row: GridRow, _ rows: TableRowChecker
    ) {
        if isExtension {
            return elaboration.error(
                .misplacedItem, "`otherwise` is said where the decision is declared", at: cell.location,
                "not in an extension",
                also: [Label(decision.heading.location, "declared here")], help: "an extension adds rules and tables")
        }
        if let first = draft.otherwise {
            return elaboration.error(
                .repeatedClause, "the decision has two `otherwise`", at: cell.location, "a second one",
                also: [Label(first.location, "the first one")], help: "keep one of them")
        }
        rows.checkAsksNothing(questions, except: cell)
        rows.checkHasNoPeriod(answers, cell)
        draft.otherwise = rows.conclusion(answers, at: row.location)
    }
}
