import WritSource
import WritSyntax

/// Makes cells of CSV fields such that every place in them is their place in the file.
///
/// A quote inside a field in quotes is written twice, which is not what a cell says. Such fields are parsed in a copy of
/// the file that has as many bytes: of the two quotes that begin a text the first is a blank, of those that end one the second.
struct CSVCells {
    private let file: SourceFile
    private let copy: SourceFile

    init(file: SourceFile, rows: [[CSVField]]) {
        self.file = file
        var bytes: [UInt8]?
        for row in rows {
            for field in row where Self.hasDoubledQuotes(field) && !Self.hasEscapedQuote(field) {
                Self.unquote(field, in: &bytes, of: file)
            }
        }
        copy = bytes.map { SourceFile(path: file.path, bytes: $0) } ?? file
    }

    func cell(_ field: CSVField) -> GridCell {
        let text = Self.trimmed(field.text)
        if Self.hasEscapedQuote(field) { return lone(field, text) }
        let file = Self.hasDoubledQuotes(field) ? copy : file
        return GridCell(text: text, location: field.location, file: file, range: field.location.range)
    }

    /// A cell with `\"` cannot keep its length: it is parsed in a file of its own, behind blanks that lead to its place.
    private func lone(_ field: CSVField, _ text: String) -> GridCell {
        let start = field.location.start
        let lead = String(repeating: "\n", count: start.line - 1) + String(repeating: " ", count: start.column - 1)
        let lone = SourceFile(path: file.path, text: lead + field.text)
        return GridCell(
            text: text, location: field.location, file: lone, range: SourceRange(lead.utf8.count, lone.bytes.count))
    }

    private static func hasEscapedQuote(_ field: CSVField) -> Bool {
        hasDoubledQuotes(field)
            && zip(field.text.utf8, field.text.utf8.dropFirst()).contains { $0 == 0x5C && $1 == 0x22 }
    }

    private static func hasDoubledQuotes(_ field: CSVField) -> Bool {
        field.isQuoted && field.text.utf8.count != field.location.range.count
    }

    static func trimmed(_ text: String) -> String {
        let blanks: Set<Character> = [" ", "\t"]
        guard let first = text.firstIndex(where: { !blanks.contains($0) }),
            let last = text.lastIndex(where: { !blanks.contains($0) })
        else { return "" }
        return String(text[first...last])
    }

    /// Goes through a field, knowing whether it is inside a text: a hole `{…}` in a text is outside, a text in the hole inside.
    private static func unquote(_ field: CSVField, in copy: inout [UInt8]?, of file: SourceFile) {
        var bytes = copy ?? file.bytes
        copy = nil
        var isText = [false]
        var index = field.location.range.lower
        while index < field.location.range.upper {
            let inText = isText[isText.count - 1]
            switch bytes[index] {
            case UInt8(ascii: "\\") where inText: index += 1
            case UInt8(ascii: "{") where inText: isText.append(false)
            case UInt8(ascii: "}") where !inText && isText.count > 1: isText.removeLast()
            case UInt8(ascii: "\""):
                bytes[inText ? index + 1 : index] = UInt8(ascii: " ")
                isText[isText.count - 1] = !inText
                index += 1
            default: break
            }
            index += 1
        }
        copy = bytes
    }
}
