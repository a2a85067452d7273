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
    /// Rows were left out because they could not be read.
    var isIncomplete: Bool
}

struct GridRow {
    var cells: [GridCell]
    var location: SourceLocation
}

/// A cell that is parsed when it is looked at.
struct GridCell {
    private enum Content {
        case parsed(CellSyntax)
        case field(CSVField)
    }
    private let content: Content
    /// What was written, without the blanks around it.
    let text: String
    let location: SourceLocation
    /// A text may stand here without quotes: a CSV cell, not empty, that does not begin with one.
    let isPlainText: Bool

    init(_ syntax: CellSyntax) {
        content = .parsed(syntax)
        text = syntax.node.text
        location = syntax.location
        isPlainText = false
    }

    init(_ field: CSVField) {
        content = .field(field)
        text = Self.trimmed(field.text)
        location = field.location
        isPlainText = !text.isEmpty && !text.hasPrefix("\"")
    }

    static func trimmed(_ text: String) -> String {
        let blanks: Set<Character> = [" ", "\t"]
        guard let first = text.firstIndex(where: { !blanks.contains($0) }),
            let last = text.lastIndex(where: { !blanks.contains($0) })
        else { return "" }
        return String(text[first...last])
    }

    func syntax(_ elaboration: Elaboration) -> CellSyntax {
        switch content {
        case .parsed(let syntax): syntax
        case .field(let field):
            if field.isQuoted {
                parse(elaboration.cellCopies.copy(of: field, isText: false), elaboration)
            } else {
                Parser.parseCell(location.file, window: location.range, sink: &elaboration.sink)
            }
        }
    }

    /// The same of a cell in a column of texts, where quotes may be left out.
    func textSyntax(_ elaboration: Elaboration) -> CellSyntax {
        guard isPlainText, case .field(let field) = content else { return syntax(elaboration) }
        return parse(elaboration.cellCopies.copy(of: field, isText: true), elaboration)
    }

    private func parse(_ copy: CellCopy, _ elaboration: Elaboration) -> CellSyntax {
        Parser.parseCell(copy.file, window: copy.range, sink: &elaboration.sink)
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
