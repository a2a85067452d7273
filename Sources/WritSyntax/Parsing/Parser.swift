import WritDiagnostics
import WritSource

/// Turns the tokens of a file into a lossless tree, whatever the text, and reports what is wrong with it.
///
/// Recursive descent, one function for each production of the grammar, named as the production is. Every function
/// pushes exactly one element, also when nothing of what it wants is there; recovery is the business of the lists
/// (`ListContext`), and a mistake is reported once: until the next clause or declaration begins the parser is silent.
public struct Parser {
    var buffer: TokenBuffer
    /// Index of the current token.
    var position = 0
    /// Where parsing must stop: the end-of-file token, or the end of a table row.
    var limit: Int
    var sink = DiagnosticSink()
    /// A mistake was reported and nothing has begun anew since.
    var isPanicking = false
    /// In a table row or a cell, where `||` is no operator.
    var isInRow = false
    /// Brackets around blocks that were passed over.
    var openBlocks = 0
    /// The rule that is open.
    var rule: RuleSoFar?
    /// Expressions open around this one.
    var depth = 0
    /// What is parsed here was reported to be too deep: all of it becomes one `missing` node, which no stage falls on.
    var isTooDeep = false
    /// Operands of `or else` before this place, in all expressions open around it: each is a level for what reads them.
    var links = 0
    /// The repeated constructs open around this place: where recovery may stop.
    var contexts: [ListContext] = []
    /// What messages say they are in: `rule reship`.
    var scopes: [Scope] = []

    // The tree so far (`Parser+Nodes.swift`).
    var pending: [SyntaxChild] = []
    var records: [SyntaxRecord] = []
    var children: [SyntaxChild] = []

    /// A named construct, as messages call it.
    struct Scope {
        let noun: StaticString
        let nameToken: Int
    }

    private init(_ file: SourceFile, window: SourceRange?) {
        buffer = Lexer.lex(file, window: window, sink: &sink)
        limit = buffer.count - 1
        records.reserveCapacity(buffer.count)
        children.reserveCapacity(buffer.count * 2)
    }
}

// MARK: - Entries

extension Parser {
    /// Parses a policy file.
    public static func parse(_ file: SourceFile, sink: inout DiagnosticSink) -> SyntaxTree {
        var parser = Parser(file, window: nil)
        parser.parseFile()
        return parser.finish(&sink)
    }

    /// Parses one table cell: a window of a CSV file, or a file of its own.
    public static func parseCell(
        _ file: SourceFile, window: SourceRange? = nil, sink: inout DiagnosticSink
    ) -> CellSyntax {
        var parser = Parser(file, window: window)
        parser.isInRow = true
        let mark = parser.open()
        parser.skipIgnored()
        parser.label(.cells) { $0.parseCell() }
        parser.parseRest(of: "this cell")
        parser.close(.tableRow, mark)
        let tree = parser.finish(&sink)
        return tree.root.view(.cells)!
    }

    /// Parses one expression, as given to `--param` or written in a facts document.
    public static func parseExpr(
        _ file: SourceFile, window: SourceRange? = nil, sink: inout DiagnosticSink
    ) -> ExprSyntax {
        var parser = Parser(file, window: window)
        let mark = parser.open()
        parser.skipIgnored()
        parser.parseExpr(.value)
        parser.parseRest(of: "this value")
        parser.close(.valueTest, mark)
        let tree = parser.finish(&sink)
        return tree.root.view(.value)!
    }

    /// Whatever is left, and the end-of-file token.
    private mutating func parseRest(of place: String) {
        if position < limit {
            fail(SyntaxCodes.unexpected, "\(found) has no place after \(place)", at: currentRange)
            skip { _ in false }
        }
        parseEndOfFile()
    }

    mutating func parseEndOfFile() {
        limit = buffer.count
        advance()
    }

    /// Hands over the tree, and everything there is to say in the order of the text.
    private mutating func finish(_ sink: inout DiagnosticSink) -> SyntaxTree {
        adoptChildren()
        let inOrder = self.sink.diagnostics.enumerated().sorted { left, right in
            let (first, second) = (
                left.element.primary.location.range.lower, right.element.primary.location.range.lower
            )
            return (first, left.offset) < (second, right.offset)
        }
        for (_, diagnostic) in inOrder { sink.report(diagnostic) }
        return SyntaxTree(tokens: buffer, records: records, children: children)
    }
}
