import WritDiagnostics
import WritFacts
import WritKit
import WritSource

/// Answers cases that stand one a line, each with a line.
struct LineDecider {
    let session: SessionHandle
    let decision: String
    let options: Policy.Options

    /// The answers, and in the place of a case that is refused the reason.
    func answers(to lines: [UInt8]) -> String {
        var stream = NDJSONStream(path: "<lines>", source: Self.source(of: lines))
        var answers = ""
        var sink = DiagnosticSink()
        // A source in memory does not fail.
        while let document = try? stream.next(sink: &sink) {
            answers += answer(to: document, sink)
            answers += "\n"
            sink = DiagnosticSink()
        }
        return answers
    }

    private func answer(to document: Document, _ sink: DiagnosticSink) -> String {
        guard let node = document.root else { return refusal(sink.diagnostics, of: nil) }
        do throws(PolicyError) {
            let question = try session.policy.bind(node).question(decision, options: options)
            return session.decide(question).json
        } catch {
            return refusal(error.diagnostics, of: node)
        }
    }

    private func refusal(_ diagnostics: [Diagnostic], of node: DocumentNode?) -> String {
        RejectionJSON.text(diagnostics, decision: decision, policy: session.policy, id: node?.caseName)
    }

    /// Hands out bytes piece by piece, as a file would.
    private static func source(of bytes: [UInt8]) -> NDJSONStream.Source {
        var next = 0
        return { buffer throws(StreamFailure) in
            let piece = bytes[next..<min(next + buffer.count, bytes.count)]
            buffer.copyBytes(from: piece)
            next = piece.endIndex
            return piece.count
        }
    }
}
