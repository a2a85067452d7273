import WritDiagnostics
import WritSource
import WritSyntax

extension ExpressionChecker {
    /// What a table's cell asks of its column: nil for `any` or nothing, else a condition over `.local(column)`.
    func checkCell(_ cell: CellSyntax, column: LocalID) -> Term? {
        let written = cell.tests
        guard !written.isEmpty else { return nil }
        if let any = written.first(where: { if case .any = $0 { true } else { false } }) {
            if cell.isNegated || written.count > 1 { reportAny(any.location) }
            return nil
        }
        // What the parser made of the rest of a cell it could not read is a guess.
        if cell.node.isBroken { return broken(.boolean, at: cell.location) }
        let subject = Term(.local(column), model[column].type, cell.location)
        let tests = written.map { self.test($0, of: subject) }
        if tests.contains(where: \.isBroken) { return broken(.boolean, at: cell.location) }
        return negated(disjunction(of: tests, at: cell.location), cell.isNegated, at: cell.location)
    }

    private func reportAny(_ location: SourceLocation) {
        report(
            TypeCodes.badCell, "`any` stands alone in a cell", at: location, help: "leave the rest of the cell out")
    }

    private func test(_ test: CellTestSyntax, of subject: Term) -> Term {
        switch test {
        case .any: return broken(.boolean, at: test.location)
        case .comparison(let view):
            let value = operand(view.value, of: view, expecting: subject.type)
            return compared(Term.Ordering(view.operator), subject, value, at: view.location)
        case .interval(let view):
            guard let interval = view.interval else { return broken(.boolean, at: view.location) }
            return within(subject, interval, at: view.location)
        case .word(let view): return word(view, of: subject)
        case .value(let view): return value(view, of: subject)
        }
    }

    private func word(_ view: WordTestSyntax, of subject: Term) -> Term {
        if view.word == .known { return Term(.isKnown(subject), .boolean, view.location) }
        _ = mistake(
            TypeCodes.badCell, "`\(view.location.text)` is a word of the header", at: view.location,
            help: "a cell holds a value, a comparison, an interval, `any`, `known` or `unknown`")
        return broken(.boolean, at: view.location)
    }

    private func value(_ view: ValueTestSyntax, of subject: Term) -> Term {
        guard let syntax = view.value else { return broken(.boolean, at: view.location) }
        if case .unknownLiteral = syntax {
            return Term(.not(Term(.isKnown(subject), .boolean, view.location)), .boolean, view.location)
        }
        return equality(subject, syntax, at: view.location)
    }
}
