import WritDiagnostics
import WritSource
import WritSyntax

/// A table as rows of cells, wherever it was written.
struct TableGrid {
    /// The header's cells: first those that are asked, then, from `answersFrom` on, those that are answered.
    var header: [GridCell]
    var answersFrom: Int
    var rows: [GridRow]
    var location: SourceLocation
}

struct GridRow {
    var cells: [GridCell]
    var location: SourceLocation
}

/// A cell that is parsed when it is looked at.
struct GridCell {
    private enum Content {
        case parsed(CellSyntax)
        case window(SourceFile, SourceRange)
    }
    private let content: Content
    /// What was written, without the blanks around it.
    let text: String
    let location: SourceLocation

    init(_ syntax: CellSyntax) {
        content = .parsed(syntax)
        text = syntax.node.text
        location = syntax.location
    }

    /// A cell of a CSV file; `location` is where the file has it, `file` and `range` what is parsed.
    init(text: String, location: SourceLocation, file: SourceFile, range: SourceRange) {
        content = .window(file, range)
        self.text = text
        self.location = location
    }

    func syntax(_ elaboration: Elaboration) -> CellSyntax {
        switch content {
        case .parsed(let syntax): syntax
        case .window(let file, let range): Parser.parseCell(file, window: range, sink: &elaboration.sink)
        }
    }

    var isEmpty: Bool { text.isEmpty }

    /// Says nothing because the parser could not read what stands there, and said so.
    func isUnreadable(_ elaboration: Elaboration) -> Bool {
        guard text.isEmpty, case .parsed(let syntax) = content else { return false }
        return !syntax.tests.isEmpty
    }

    /// Asks nothing.
    var isAny: Bool { text.isEmpty || text == "any" }
}
