import WritDiagnostics
import WritSource

/// What one reader has complained of, and how often: a fault makes its document broken.
struct DocumentLog {
    let file: SourceFile
    private(set) var sink = DiagnosticSink()
    private(set) var faults = 0

    init(file: SourceFile) { self.file = file }

    mutating func report(
        _ code: DiagnosticCode, _ message: String, at range: SourceRange, _ label: String = "",
        also secondary: [(SourceRange, String)] = [], help: String? = nil
    ) {
        faults += 1
        sink.report(
            Diagnostic(
                code, .error, message, at: Label(SourceLocation(file, range), label),
                also: secondary.map { Label(SourceLocation(file, $0.0), $0.1) }, help: help))
    }

    /// A name from the document as a message quotes it: one of a megabyte is cut.
    static func quoted(_ name: String) -> String {
        let longest = 60
        return name.utf8.count <= longest ? "`\(name)`" : "`\(name.prefix(longest))…`"
    }

    /// Counts a fault without a word: the reason has been given elsewhere.
    mutating func markFault() { faults += 1 }

    /// A log of the same file with nothing in it.
    func emptied() -> DocumentLog { DocumentLog(file: file) }

    mutating func absorb(_ other: DocumentLog) {
        sink.absorb(other.sink)
        faults += other.faults
    }

    mutating func reportNotUTF8(_ range: SourceRange) {
        let bytes = file.bytes[range.lower..<range.upper].map { "0x" + String($0, radix: 16, uppercase: true) }
        report(
            .documentNotUTF8, "\(bytes.joined(separator: " ")) is not UTF-8", at: range, "no character",
            help: "save the file again with the encoding UTF-8")
    }

    mutating func reportTooDeep(_ limit: Int, at range: SourceRange) {
        report(
            .documentTooDeep, "lists and fields stand more than \(limit) deep in each other here", at: range,
            "one level too many", help: "no facts need this depth; the document is not read any further")
    }

    mutating func reportTooManyValues(_ limit: Int, at range: SourceRange) {
        report(
            .documentTooManyValues, "the file holds more than \(limit) values", at: range,
            "not read from here on",
            help: "split it, or give the cases as NDJSON, one a line, which are read one by one")
    }
}

/// How many values may still be read of one file.
struct NodeBudget {
    let limit: Int
    private(set) var left: Int

    init(_ limits: DocumentLimits) {
        limit = limits.maxNodes
        left = limits.maxNodes
    }

    /// False once the file has had more values than it may.
    mutating func spend(_ count: Int = 1) -> Bool {
        left -= min(count, left + 1)
        return left >= 0
    }

    var isSpent: Bool { left < 0 }
}
