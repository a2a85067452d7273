import WritDiagnostics
import WritSource

/// Goes through the lines of a chunk, each with the index of its structure: a ``RowBinder`` reads the line it stands at.
///
/// ```swift
/// lines.open(chunk)
/// while lines.advance() {
///     if binder.bind(lines, into: row) { … } else { let document = lines.document(sink: &sink) … }
/// }
/// ```
/// Used again for one chunk after another, by one thread. A chunk is indexed as a whole; only where something in it is broken
/// is each line indexed by itself, so that a broken line is no other line's fault.
public final class IndexedLines {
    /// The name that lines go by in messages.
    public let path: String
    public let limits: DocumentLimits
    // What follows changes with every line: checking each access at run time took a tenth of the time of a line.
    /// The number of the line in the stream, from 1.
    @exclusivity(unchecked)
    public private(set) var number = 0
    let index = StructuralIndex()
    /// The first token of the line; a binder moves it on to what follows the line.
    @exclusivity(unchecked)
    var token = 0
    /// Where the line is.
    @exclusivity(unchecked)
    private(set) var span: RowBinder.Span
    /// Whether the index is of use for the line.
    @exclusivity(unchecked)
    private(set) var isIndexed = false
    private var isWhole = false
    private var chunk = LineChunk()
    /// The chunk's bytes; it holds them.
    @exclusivity(unchecked)
    private var content: Unmanaged<PaddedBytes>
    @exclusivity(unchecked)
    private var next = 0

    public init(path: String, limits: DocumentLimits = DocumentLimits()) {
        self.path = path
        self.limits = limits
        content = .passUnretained(chunk.content)
        span = RowBinder.Span(bytes: chunk.content.bytes, count: 0, start: 0, end: 0)
    }

    /// Begins with a chunk, before its first line. The chunk must not be filled again until its lines are done.
    public func open(_ chunk: LineChunk) {
        self.chunk = chunk
        content = .passUnretained(chunk.content)
        number = chunk.firstLine - 1
        next = 0
        token = 0
        isWhole = index.index(chunk.content.bytes, count: chunk.content.count)
    }

    /// Goes on to the next line that is not blank; false after the last.
    public func advance() -> Bool { content._withUnsafeGuaranteedRef { advance(in: $0) } }

    private func advance(in content: PaddedBytes) -> Bool {
        while next < content.count {
            let start = next
            let end = content.lineEnd(from: start)
            next = end + 1
            number += 1
            if content.bytes[start] != UInt8(ascii: "{"), line.isBlank(content.buffer[start..<end]) { continue }
            stand(at: start, end, of: content)
            return true
        }
        return false
    }

    private func stand(at start: Int, _ end: Int, of content: PaddedBytes) {
        if isWhole {
            while index.positions[token] < start { token += 1 }
            span = RowBinder.Span(bytes: content.bytes, count: content.count, start: start, end: end)
            isIndexed = true
        } else {
            token = 0
            span = RowBinder.Span(bytes: content.bytes + start, count: end - start, start: 0, end: end - start)
            isIndexed = index.index(span.bytes, count: span.count)
        }
    }

    /// The bytes of the line, without its line break. They are the chunk's.
    public var text: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: span.bytes + span.start, count: span.end - span.start)
    }

    /// The line as the careful reader has it; what is wrong with it is reported.
    public func document(sink: inout DiagnosticSink) -> Document {
        if text.count > limits.maxBytes { return line.tooLong(sink: &sink) }
        return line.document(Array(text), sink: &sink)
    }

    private var line: NDJSONLine { NDJSONLine(path: path, number: number, limits: limits) }
}
