import WritSource
import WritSyntax

/// What a CSV cell says, as a file of its own that knows where in the CSV file each of its bytes stands.
///
/// In a field in quotes a quote is written twice, and in the columns of texts the quotes around a text are left out: neither
/// is what a cell says, so it is parsed in such a copy. The copy has the cell's line and column in the CSV file.
struct CellCopy {
    let file: SourceFile
    /// The part of the copy that is the cell; blanks before it lead to the cell's column.
    let range: SourceRange
    private let field: CSVField
    /// The offset in the CSV file of each byte of the copy, and of its end.
    private let origins: [Int]

    /// - Parameter isText: the cell is a text without the quotes around it; holes are read as they are in a text.
    init(of field: CSVField, isText: Bool) {
        let source = field.location.file
        let line = source.lineIndex(of: field.location.range.lower)
        let lead = Self.column(of: field.location.range.lower, inLine: line, of: source)
        var writer = Writer(
            bytes: Array(repeating: UInt8(ascii: " "), count: lead),
            origins: Array(repeating: field.location.range.lower, count: lead))
        isText ? writer.writeText(field) : writer.write(field)
        writer.origins.append(field.location.range.upper)
        self.field = field
        origins = writer.origins
        file = SourceFile(path: source.path, bytes: writer.bytes, firstLine: source.firstLine + line)
        range = SourceRange(lead, writer.bytes.count)
    }

    /// How many characters stand before an offset on its line.
    private static func column(of offset: Int, inLine line: Int, of file: SourceFile) -> Int {
        let start = max(file.rangeOfLine(line).lower, min(file.byteOrderMarkLength, offset))
        return file.bytes[start..<offset].reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
    }

    /// Where a place of the copy is in the CSV file.
    func original(_ range: SourceRange) -> SourceLocation {
        let lower = origins[min(range.lower, origins.count - 1)]
        // The end of what was written there: quotes that the copy adds or leaves out belong to nothing.
        let upper = range.isEmpty ? lower : origins[min(range.upper, origins.count - 1)]
        return SourceLocation(field.location.file, SourceRange(lower, max(lower, upper)))
    }

    /// What must be written in the CSV file to say the same there; nil where the field would break.
    func original(_ replacement: String) -> String? {
        let isBreaking = replacement.utf8.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        if isBreaking { return nil }
        if field.isQuoted { return String(replacement.flatMap { $0 == "\"" ? "\"\"" : String($0) }) }
        return replacement.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") } ? nil : replacement
    }
}

// MARK: - Writing

private struct Writer {
    var bytes: [UInt8]
    var origins: [Int]

    /// The field's bytes, of two quotes one.
    mutating func write(_ field: CSVField) {
        for (byte, origin) in Self.content(of: field) { put(byte, origin) }
    }

    /// The field between quotes. Outside its holes a quote is a character like all others, and so is a backslash that does not
    /// stand before a brace or another one.
    mutating func writeText(_ field: CSVField) {
        put(UInt8(ascii: "\""), field.location.range.lower)
        let content = Array(Self.content(of: field))
        // Whether what is open is a text, from the outermost to the innermost: a hole in a text, a text in a hole.
        var isText = [true]
        var index = 0
        while index < content.count {
            let (byte, origin) = content[index]
            let next = index + 1 < content.count ? content[index + 1].byte : 0
            switch Unicode.Scalar(byte) {
            case "\\" where isText.count > 1 && isText.last == true:
                put(byte, origin)
                if next != 0 { put(next, content[index + 1].origin) }
                index += next != 0 ? 1 : 0
            case "\\"
            where isText.count == 1 && (next == UInt8(ascii: "{") || next == UInt8(ascii: "}") || next == byte):
                put(byte, origin)
                put(next, content[index + 1].origin)
                index += 1
            case "\\" where isText.count == 1: put([byte, byte], origin)
            case "\"" where isText.count == 1: put([UInt8(ascii: "\\"), byte], origin)
            case "\"":
                if isText.last == true { isText.removeLast() } else { isText.append(true) }
                put(byte, origin)
            case "{":
                isText.append(false)
                put(byte, origin)
            case "}" where isText.last == false:
                isText.removeLast()
                put(byte, origin)
            case "\n" where isText.count == 1: put([UInt8(ascii: "\\"), UInt8(ascii: "n")], origin)
            case "\r": break
            default: put(byte, origin)
            }
            index += 1
        }
        put(UInt8(ascii: "\""), field.location.range.upper)
    }

    private mutating func put(_ byte: UInt8, _ origin: Int) {
        bytes.append(byte)
        origins.append(origin)
    }

    private mutating func put(_ several: [UInt8], _ origin: Int) {
        for byte in several { put(byte, origin) }
    }

    /// What a field says, byte for byte with its place in the file, without the blanks around it.
    private static func content(of field: CSVField) -> ArraySlice<(byte: UInt8, origin: Int)> {
        let file = field.location.file.bytes
        var content: [(byte: UInt8, origin: Int)] = []
        content.reserveCapacity(field.location.range.count)
        var offset = field.location.range.lower
        while offset < field.location.range.upper {
            content.append((file[offset], offset))
            offset += field.isQuoted && file[offset] == UInt8(ascii: "\"") ? 2 : 1
        }
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let lower = content.firstIndex { !isBlank($0.byte) } ?? content.endIndex
        let upper = content.lastIndex { !isBlank($0.byte) }.map { $0 + 1 } ?? lower
        return content[lower..<max(lower, upper)]
    }
}
