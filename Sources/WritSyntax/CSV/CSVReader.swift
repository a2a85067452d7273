import WritDiagnostics
import WritSource

/// Reads comma-separated values as RFC 4180 has them and spreadsheets write them.
///
/// Lines end in a line feed, with or without a carriage return; a byte order mark is accepted; lines with nothing
/// at all are skipped. Rows need not be of one length: what a short row means is for the reader of the table to say.
public struct CSVReader {
    private let file: SourceFile
    private let bytes: [UInt8]
    private let separator: UInt8
    private var position: Int
    private var sink = DiagnosticSink()

    /// Reads every row of a file. After a quote that is never closed, nothing that follows can be told apart: the rows
    /// before it are given, and the error is in the sink.
    public static func read(
        _ file: SourceFile, separator: Unicode.Scalar = ",", limits: CSVLimits = CSVLimits(),
        sink: inout DiagnosticSink
    ) -> [[CSVField]] {
        var reader = CSVReader(file: file, separator: UInt8(ascii: separator))
        let rows = reader.isReadable(limits) ? reader.readRows(limits) : []
        sink.absorb(reader.sink)
        return rows
    }

    private init(file: SourceFile, separator: UInt8) {
        self.file = file
        bytes = file.bytes
        self.separator = separator
        position = file.byteOrderMarkLength
    }

    private mutating func isReadable(_ limits: CSVLimits) -> Bool {
        let saveAgain = "save the table again as “CSV UTF-8”"
        if bytes.count > limits.maxBytes {
            report(
                .csvTooLarge, "the table has \(bytes.count) bytes, and at most \(limits.maxBytes) are read", at: .at(0))
        } else if file.looksLikeUTF16 {
            report(.csvEncoding, "the table is in UTF-16, and tables are read as UTF-8", at: .at(0), help: saveAgain)
        } else if let invalid = file.firstInvalidUTF8() {
            report(.csvEncoding, "these bytes are not UTF-8", at: invalid, "no character", help: saveAgain)
        } else {
            return true
        }
        return false
    }

    private mutating func readRows(_ limits: CSVLimits) -> [[CSVField]] {
        var rows: [[CSVField]] = []
        var fields = 0
        while position < bytes.count {
            if skipLineBreak() { continue }
            guard let row = readRow() else { break }
            fields += row.count
            if fields > limits.maxFields {
                let message = "the table has more than \(limits.maxFields) fields"
                report(.csvTooLarge, message, at: row[0].location.range, "not read from here on")
                break
            }
            rows.append(row)
        }
        return rows
    }

    private mutating func readRow() -> [CSVField]? {
        var row: [CSVField] = []
        while true {
            guard let field = peek == UInt8(ascii: "\"") ? readQuoted() : readPlain() else { return nil }
            row.append(field)
            if peek == separator {
                position += 1
            } else {
                _ = skipLineBreak()
                return row
            }
        }
    }

    private mutating func readPlain() -> CSVField? {
        let start = position
        var quote: Int?
        while let byte = peek, byte != separator, !isAtLineBreak {
            if byte == UInt8(ascii: "\""), quote == nil { quote = position }
            position += 1
        }
        let range = SourceRange(start, position)
        if let quote {
            report(
                .csvStrayQuote, "a quote stands inside a field that does not start with one",
                at: SourceRange(quote, quote + 1), "not expected here",
                help: "put the whole field in quotes and write the quotes in it twice: \"say \"\"yes\"\"\"")
        }
        return CSVField(text: file.text(of: range), location: SourceLocation(file, range), isQuoted: false)
    }

    private mutating func readQuoted() -> CSVField? {
        let open = position
        position += 1
        var content: [UInt8] = []
        while let byte = peek {
            position += 1
            if byte != UInt8(ascii: "\"") {
                content.append(byte)
            } else if peek == byte {
                content.append(byte)
                position += 1
            } else {
                let range = SourceRange(open + 1, position - 1)
                skipAfterQuote()
                let text = String(decoding: content, as: UTF8.self)
                return CSVField(text: text, location: SourceLocation(file, range), isQuoted: true)
            }
        }
        report(
            .csvUnclosedQuote, "the field in quotes is never closed", at: SourceRange(open, open + 1), "opened here",
            help: "close it with `\"`; a quote inside a field in quotes is written twice")
        return nil
    }

    /// Complains of anything between a closing quote and the end of its field, and goes on after it.
    private mutating func skipAfterQuote() {
        let start = position
        while let byte = peek, byte != separator, !isAtLineBreak { position += 1 }
        if position == start { return }
        report(
            .csvStrayQuote, "the field goes on after its closing quote", at: SourceRange(start, position),
            "outside the quotes", help: "write a quote inside a field in quotes twice")
    }

    // MARK: Bytes

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private var isAtLineBreak: Bool {
        switch peek {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): position + 1 == bytes.count || bytes[position + 1] == UInt8(ascii: "\n")
        default: false
        }
    }

    private mutating func skipLineBreak() -> Bool {
        guard isAtLineBreak else { return false }
        position += peek == UInt8(ascii: "\r") && position + 1 < bytes.count ? 2 : 1
        return true
    }

    private mutating func report(
        _ code: DiagnosticCode, _ message: String, at range: SourceRange, _ label: String = "", help: String? = nil
    ) {
        sink.report(Diagnostic(code, .error, message, at: Label(SourceLocation(file, range), label), help: help))
    }
}
