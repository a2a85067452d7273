import WritDiagnostics
import WritSource
import WritSyntax

/// Reads the cells of one row: its name, its condition, its period and what it answers.
struct TableRowChecker {
    let elaboration: Elaboration
    let scope: Scope
    let columns: TableColumns
    /// The fields of the record that the decision answers.
    let fields: [Slot]
    let valueType: WritType?
    let memo = CellMemo()

    private let expressions: ExpressionChecker

    init(
        elaboration: Elaboration, scope: Scope, columns: TableColumns, fields: [Slot], valueType: WritType?
    ) {
        self.elaboration = elaboration
        self.scope = scope
        self.columns = columns
        self.fields = fields
        self.valueType = valueType
        expressions = ExpressionChecker(elaboration: elaboration, scope: scope)
    }

    // MARK: Names

    enum Name {
        case none
        /// Something is written that is no name, which was said.
        case unreadable
        case named(String, SourceLocation)
        case otherwise(GridCell)

        var text: String? { if case .named(let text, _) = self { text } else { nil } }
        var location: SourceLocation? { if case .named(_, let location) = self { location } else { nil } }
    }

    func name(_ cells: [GridCell]) -> Name {
        let place = columns.questions.firstIndex { if case .name = $0 { true } else { false } }
        guard let place, !cells[place].isEmpty else { return .none }
        let cell = cells[place]
        if cell.text == "otherwise" { return .otherwise(cell) }
        if cell.isWhole, PlainName.isName(cell.text) {
            return .named(cell.text, cell.location)
        }
        let value = CellValues.value(of: cell, elaboration) { reportName(cell) }
        guard let value else { return .unreadable }
        guard case .nameExpr(let syntax) = value, let token = syntax.name else {
            reportName(cell)
            return .unreadable
        }
        return .named(token.text, elaboration.cellCopies.original(token.location))
    }

    private func reportName(_ cell: GridCell) {
        elaboration.error(
            .tableCell, "`\(cell.text)` is no name for a rule", at: cell.location, "a name expected",
            help: "a name has letters, digits and `_` and starts with a letter; others stand between backticks")
    }

    // MARK: Conditions

    /// The conjunction of the cells that ask something.
    func condition(_ cells: [GridCell], at location: SourceLocation) -> Term {
        var tests: [Term] = []
        for (index, (question, cell)) in zip(columns.questions, cells).enumerated() where !cell.isAny {
            guard case .value(let local) = question else { continue }
            let test = memo.term(of: cell, in: index, elaboration) {
                expressions.checkCell(cell.syntax(elaboration), column: local)
            }
            if let test { tests.append(test) }
        }
        return Terms.conjunction(tests, at: location)
    }

    func checkAsksNothing(_ cells: [GridCell], except name: GridCell) {
        for cell in cells where !cell.isAny && cell.location != name.location {
            elaboration.error(
                .tableCell, "`otherwise` stands when no row applies, and asks nothing", at: cell.location,
                "leave it empty",
                also: [Label(name.location, "the row `otherwise`")],
                help: "empty the cell, or give the row a name of its own")
        }
    }

    /// A default stands on every day.
    func checkHasNoPeriod(_ cells: [GridCell], _ name: GridCell) {
        for answer in [TableColumns.Answer.from, .until] {
            guard let cell = cell(cells, answer) else { continue }
            elaboration.error(
                .tableCell, "`otherwise` stands when no row applies, on every day", at: cell.location,
                "leave it empty",
                also: [Label(name.location, "the row `otherwise`")],
                help: "empty the cell, or give the row a name of its own")
        }
    }

    /// `from` and `until` of a dated row, by `today`.
    func period(_ cells: [GridCell], at location: SourceLocation) -> [Term] {
        let from = date(cells, .from)
        let until = date(cells, .until)
        guard from != nil || until != nil else { return [] }
        let periods = PeriodChecker(elaboration: elaboration, scope: scope)
        let period = periods.period(periods.today(location), "today", from: from, until: until, at: location)
        return period?.conditions ?? []
    }

    private func date(_ cells: [GridCell], _ answer: TableColumns.Answer) -> ExprSyntax? {
        cell(cells, answer).flatMap(value)
    }

    /// The cell of an answer, unless it is empty.
    private func cell(_ cells: [GridCell], _ answer: TableColumns.Answer) -> GridCell? {
        columns.place(of: answer).map { cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func value(_ cell: GridCell) -> ExprSyntax? { value(cell, isText: false) }

    private func text(_ cell: GridCell) -> ExprSyntax? { value(cell, isText: true) }

    private func value(_ cell: GridCell, isText: Bool) -> ExprSyntax? {
        CellValues.value(of: cell, elaboration, isText: isText) {
            elaboration.error(
                .tableCell, "a cell after `||` is one value", at: cell.location, "not a value",
                help: "write a value as it would stand after `then`")
        }
    }

    // MARK: Answers

    func conclusion(_ cells: [GridCell], at location: SourceLocation) -> Conclusion {
        Conclusion(
            value: answer(cells, at: location), actions: actions(cells), because: because(cells), source: source(cells),
            location: location)
    }

    private func answer(_ cells: [GridCell], at location: SourceLocation) -> Term? {
        guard let valueType else { return nil }
        if columns.hasFields { return record(cells, valueType, at: location) }
        guard let place = columns.place(of: .value) else { return expressions.poison(at: location) }
        guard !cells[place].isEmpty else {
            reportEmpty(cells[place], "the row does not say what it answers")
            return expressions.poison(at: location)
        }
        let term = memo.term(of: cells[place], in: columns.questions.count + place, elaboration) {
            value(cells[place]).map { expressions.checkKept($0, as: valueType) }
        }
        return term ?? expressions.poison(at: location)
    }

    private func record(_ cells: [GridCell], _ type: WritType, at location: SourceLocation) -> Term {
        guard case .record(let id) = type else { return expressions.poison(at: location) }
        let parts = fields.indices.map { field(cells, $0) }
        return Term(.makeRecord(id, parts), type, location)
    }

    private func field(_ cells: [GridCell], _ index: Int) -> Term? {
        guard let place = columns.place(of: .field(index)) else { return nil }
        let slot = fields[index]
        if cells[place].isEmpty {
            if !slot.isOptional { reportEmpty(cells[place], "the row does not give `\(slot.name)`") }
            return nil
        }
        return memo.term(of: cells[place], in: columns.questions.count + place, elaboration) {
            value(cells[place]).map { expressions.checkKept($0, as: slot.type, isOptional: slot.isOptional) }
        }
    }

    private func reportEmpty(_ cell: GridCell, _ message: String) {
        elaboration.error(.missingAnswer, message, at: cell.location, "empty", help: "write the value here")
    }

    // MARK: Why, on whose word, what to do

    private func because(_ cells: [GridCell]) -> MessageTemplate? {
        guard let syntax = cell(cells, .because).flatMap(text) else { return nil }
        let term = expressions.check(syntax, expecting: .text)
        switch term.kind {
        case .message(let message): return message
        case .constant(.text(let text)): return MessageTemplate(texts: [(nil, [.text(text)])])
        default: return term.type == .poison ? nil : MessageTemplate(texts: [(nil, [.hole(term)])])
        }
    }

    private func source(_ cells: [GridCell]) -> SourceNote? {
        guard let cell = cell(cells, .source) else { return nil }
        if cell.text == "house" { return .house }
        guard let syntax = text(cell) else { return nil }
        if case .textLiteral(let literal) = syntax, let text = literal.text?.plainText { return .document(text) }
        elaboration.error(
            .tableCell, "a source is a text in quotes, or `house`", at: cell.location, "not a fixed text",
            help: "write who says so, as in \"Carrier manual, page 4\"")
        return nil
    }

    private func actions(_ cells: [GridCell]) -> [ActionCall] {
        guard let cell = cell(cells, .do) else { return [] }
        let values = CellValues.values(of: cell, elaboration) { reportAction(cell.location) }
        return values.compactMap { syntax in
            switch syntax {
            case .call(let call):
                if case .nameExpr(let callee)? = call.callee, let token = callee.name {
                    return expressions.checkActionCall(named: token, call.arguments, at: call.location)
                }
            case .nameExpr(let name):
                if let token = name.name { return expressions.checkActionCall(named: token, nil, at: name.location) }
            case .missing: return nil
            default: break
            }
            reportAction(syntax.location)
            return nil
        }
    }

    private func reportAction(_ location: SourceLocation) {
        elaboration.error(
            .tableCell, "a cell under `do` lists actions", at: location, "not an action",
            help: "write actions with commas between them, as in `notify(template: \"reship\")`")
    }
}
