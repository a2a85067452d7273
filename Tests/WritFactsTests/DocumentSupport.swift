import Testing
import WritDiagnostics
import WritFacts
import WritSource

/// What became of one text.
struct Reading {
    let file: SourceFile
    let documents: [Document]
    let sink: DiagnosticSink

    init(
        _ bytes: [UInt8], _ format: DocumentFormat, limits: DocumentLimits = DocumentLimits(), splits: Bool = true
    ) {
        var sink = DiagnosticSink()
        file = SourceFile(path: "facts.\(format.rawValue)", bytes: bytes)
        documents = DocumentReader.read(file, as: format, limits: limits, splitsTopLevelList: splits, sink: &sink)
        self.sink = sink
    }

    init(_ text: String, _ format: DocumentFormat, limits: DocumentLimits = DocumentLimits(), splits: Bool = true) {
        self.init(Array(text.utf8), format, limits: limits, splits: splits)
    }

    /// The tree of the first document, which must be whole.
    func firstRoot() throws -> DocumentNode {
        try #require(documents.first?.root, "\(sink.diagnostics.map(\.message))")
    }

    var isAllBroken: Bool { documents.allSatisfy(\.isBroken) }

    /// The documents written out, broken ones as `broken`.
    var outline: String { documents.map { $0.root.map(describe) ?? "broken" }.joined(separator: " | ") }
}

/// A node in one line: plain scalars as they are, quoted ones in quotes, numbers with `#`, booleans with `?`.
func describe(_ node: DocumentNode) -> String {
    switch node.content {
    case .null: "null"
    case .scalar(let text, .plain): text
    case .scalar(let text, .quoted), .scalar(let text, .string): "\"\(text)\""
    case .scalar(let text, .number): "#\(text)"
    case .scalar(let text, .boolean): "?\(text)"
    case .list(let elements): "[" + elements.map(describe).joined(separator: ", ") + "]"
    case .mapping(let entries):
        "{" + entries.map { "\($0.key): \(describe($0.value))" }.joined(separator: ", ") + "}"
    }
}

/// Every place in a tree, outermost first, as its exact words.
func words(_ node: DocumentNode) -> [String] {
    let inner: [String] =
        switch node.content {
        case .list(let elements): elements.flatMap(words)
        case .mapping(let entries): entries.flatMap { [$0.keyLocation.text] + words($0.value) }
        default: []
        }
    return [node.location.text] + inner
}

/// Expects exactly one mistake: its code, the words under its carets, where they start, and part of the message.
func expectFault(
    _ text: String, _ format: DocumentFormat, _ code: DiagnosticCode, under words: String, at place: String,
    saying message: String, limits: DocumentLimits = DocumentLimits(),
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let reading = Reading(text, format, limits: limits)
    guard let found = reading.sink.diagnostics.first, reading.sink.diagnostics.count == 1 else {
        Issue.record("expected one mistake: \(reading.sink.diagnostics.map(\.message))", sourceLocation: sourceLocation)
        return
    }
    let start = found.primary.location.start
    #expect(found.code == code, sourceLocation: sourceLocation)
    #expect(found.primary.location.text == words, sourceLocation: sourceLocation)
    #expect("\(start.line):\(start.column)" == place, sourceLocation: sourceLocation)
    #expect(found.message.contains(message), "\(found.message)", sourceLocation: sourceLocation)
    #expect(reading.documents.contains { $0.isBroken }, sourceLocation: sourceLocation)
}

/// A small random generator with a fixed sequence, so that a failing case comes again.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
