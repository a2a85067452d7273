import WritDiagnostics
import WritSource

/// Turns the tokens of a file into a lossless tree, whatever the text, and reports what is wrong with it.
public struct Parser {
    /// Parses a policy file.
    public static func parse(_ file: SourceFile, sink: inout DiagnosticSink) -> SyntaxTree {
        fatalError("the parser follows")
    }

    /// Parses one table cell: a window of a CSV file, or a file of its own. The root is a `Cell`.
    public static func parseCell(
        _ file: SourceFile, window: SourceRange? = nil, sink: inout DiagnosticSink
    ) -> CellSyntax {
        fatalError("the parser follows")
    }

    /// Parses one expression, as given to `--param` or written in a facts document.
    public static func parseExpr(
        _ file: SourceFile, window: SourceRange? = nil, sink: inout DiagnosticSink
    ) -> ExprSyntax {
        fatalError("the parser follows")
    }
}
