import WritDiagnostics
import WritFacts
import WritKit
import WritSource

/// Some lines of a batch and, once they are worked on, their answers.
final class BatchPiece {
    let chunk = LineChunk()
    private var answers = ByteBuffer(capacity: 1 << 16)
    /// What is said of lines that went the careful way, in order.
    private(set) var complaints = ""
    private(set) var caseCount = 0
    private(set) var hasRefused = false
    private(set) var hasUnsound = false

    /// Answers the lines of the chunk.
    ///
    /// - Parameter color: whether complaints are colored.
    func answer(_ session: inout PreparedSession, _ lines: IndexedLines, color: Bool) {
        answers.removeAll()
        complaints = ""
        (caseCount, hasRefused, hasUnsound) = (0, false, false)
        lines.open(chunk)
        while lines.advance() {
            var sink = DiagnosticSink()
            switch session.answer(lines, to: &answers, sink: &sink) {
            case .sound: break
            case .unsound: hasUnsound = true
            case .refused: hasRefused = true
            }
            answers.append(0x0A)
            caseCount += 1
            if !sink.diagnostics.isEmpty { complaints += RichRenderer(color: color).render(sink.diagnostics) }
        }
    }

    func withAnswers<Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) { try body(answers.contents) }
}
