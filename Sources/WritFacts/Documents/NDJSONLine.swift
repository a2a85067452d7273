import WritDiagnostics
import WritSource

/// One line of NDJSON as the careful reader has it: a source file of its own that knows its number in the stream.
struct NDJSONLine {
    let path: String
    /// The line's place in the stream, from 1.
    let number: Int
    let limits: DocumentLimits

    /// Whether there is nothing in the line but white space and, at the start of the stream, a byte order mark.
    func isBlank(_ bytes: some Collection<UInt8>) -> Bool {
        let hasMark = number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return bytes.dropFirst(hasMark ? 3 : 0).allSatisfy(\.isJSONSpace)
    }

    /// Reads a line, which is not blank; what is wrong with it is reported.
    func document(_ bytes: [UInt8], sink: inout DiagnosticSink) -> Document {
        let file = SourceFile(path: path, bytes: bytes, firstLine: number)
        var log = DocumentLog(file: file)
        defer { sink.absorb(log.sink) }
        // UTF-16 shows in the first bytes of a stream, and there only: a later line may start anywhere in a character.
        if number == 1, !DocumentReader.isReadable(file, limits, &log) {
            return Document(root: nil, location: SourceLocation(file, .at(0)))
        }
        var budget = NodeBudget(limits)
        let range = SourceRange(number == 1 ? file.byteOrderMarkLength : 0, file.bytes.count)
        let documents = DocumentReader.readJSON(file, range, limits, splits: false, isLine: true, &budget, &log)
        return documents[0]
    }

    /// What stands for a line over the limit. Its bytes are not kept.
    func tooLong(sink: inout DiagnosticSink) -> Document {
        let file = SourceFile(path: path, bytes: [], firstLine: number)
        var log = DocumentLog(file: file)
        log.report(
            .documentTooLarge, "the line has more than \(limits.maxBytes) bytes", at: .at(0), "not read",
            help: "write one case a line")
        sink.absorb(log.sink)
        return Document(root: nil, location: SourceLocation(file, .at(0)))
    }
}
