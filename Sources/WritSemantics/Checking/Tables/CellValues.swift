import WritDiagnostics
import WritSource
import WritSyntax

/// Reads cells that hold a value rather than a test.
enum CellValues {
    /// The one expression of a cell; `complain` is called for anything else that the parser had nothing against.
    static func value(
        of cell: GridCell, _ elaboration: Elaboration, isText: Bool = false, else complain: () -> Void
    ) -> ExprSyntax? {
        let values = values(of: cell, elaboration, isText: isText, else: complain)
        if values.count > 1 { complain() }
        return values.count == 1 ? values[0] : nil
    }

    /// The expressions of a cell, separated by commas.
    ///
    /// - Parameter isText: in a CSV file a text stands here without quotes.
    static func values(
        of cell: GridCell, _ elaboration: Elaboration, isText: Bool = false, else complain: () -> Void
    ) -> [ExprSyntax] {
        let errors = elaboration.sink.diagnostics.count
        let syntax = isText ? cell.textSyntax(elaboration) : cell.syntax(elaboration)
        let values = syntax.tests.compactMap { if case .value(let test) = $0 { test.value } else { nil } }
        guard !syntax.isNegated, values.count == syntax.tests.count, !values.isEmpty else {
            if elaboration.sink.diagnostics.count == errors { complain() }
            return []
        }
        return values
    }
}
