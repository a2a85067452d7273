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
    var questions: [GridCell]
    var answers: [GridCell]
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

    var location: SourceLocation {
        switch content {
        case .parsed(let syntax): syntax.location
        case .field(let field): field.location
        }
    }

    /// A text may stand here without quotes: a CSV cell, not empty, that does not begin with one.
    var isPlainText: Bool {
        guard case .field = content else { return false }
        return !text.isEmpty && !text.hasPrefix("\"")
    }

    init(_ syntax: CellSyntax) {
        content = .parsed(syntax)
        text = syntax.node.text
    }

    init(_ field: CSVField) {
        content = .field(field)
        text = Self.trimmed(field.text)
    }

    static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last else { return "" }
        if !isBlank(first), !isBlank(last) { return text }
        // A blank before a combining mark is a character of its own, and no blank.
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        guard let lower = text.firstIndex(where: { !isBlank($0) }), let upper = text.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[lower...upper])
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

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

    /// Whether the text is all that stands in its place.
    var isWhole: Bool { text.utf8.count == location.range.count }

    var isEmpty: Bool { text.isEmpty }

    /// Says nothing because the parser could not read what stands there, and said so.
    func isUnreadable(_ elaboration: Elaboration) -> Bool {
        guard text.isEmpty, case .parsed(let syntax) = content else { return false }
        return !syntax.tests.isEmpty
    }

    /// Asks nothing.
    var isAny: Bool { text.isEmpty || text == "any" }
}
