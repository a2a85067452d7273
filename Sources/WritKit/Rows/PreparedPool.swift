import WritDiagnostics
import WritFacts
import WritSource

/// A prepared decision for threads that come and go, as those of a service do: they hand its sessions to each other.
///
/// ```swift
/// let refund = try store.current.prepared("refund")        // the same pool for every thread that asks
/// let verdict = try refund.decide(json: body)
/// ```
/// There are never more sessions than threads have asked at one time. A thread that decides over and over by itself is a
/// little quicker with a ``PreparedDecision/session()`` of its own.
///
/// Safe on any thread.
public final class PreparedPool: Sendable {
    /// What is asked.
    public let prepared: PreparedDecision
    /// Sessions that nobody uses now. They hold the decision, and not the pool: it goes when nobody holds it.
    private let idle = IdleSlots<PooledSession>()

    /// A pool without sessions yet: the first that is needed is made then.
    public init(_ prepared: PreparedDecision) { self.prepared = prepared }

    /// Lends a session to the calling thread.
    public func withSession<Result, Failure: Error>(
        _ body: (inout PreparedSession) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try lend { pooled throws(Failure) in try body(&pooled.session) }
    }

    /// Makes the decision about the case that a JSON text tells.
    ///
    /// - Throws: what is wrong with the document.
    public func decide(json: UnsafeBufferPointer<UInt8>) throws(PolicyError) -> Verdict {
        try lend { pooled throws(PolicyError) in try pooled.session.decide(json: json) }
    }

    /// Makes the decision about the case that a JSON text tells.
    public func decide(json: [UInt8]) throws(PolicyError) -> Verdict {
        try lend { pooled throws(PolicyError) in try pooled.session.decide(json: json) }
    }

    /// Makes the decision about the case that a JSON text tells.
    public func decide(json: String) throws(PolicyError) -> Verdict { try decide(json: Array(json.utf8)) }

    /// Hands over the answer to the case that a JSON text tells, as ``PreparedSession/respond(to:in:)`` writes it.
    ///
    /// - Parameter body: gets the bytes of the answer, which are there until it ends.
    public func withAnswer<Result>(
        to json: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, LineOutcome) -> Result
    ) -> Result {
        lend { pooled in
            pooled.buffer.removeAll()
            let outcome = pooled.session.respond(to: json, in: &pooled.buffer)
            return body(pooled.buffer.contents, outcome)
        }
    }

    /// Writes the answers to cases that stand one a line (NDJSON), each with a line break: the reason where one is refused.
    public func answerLines(_ lines: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
        var reader = LineChunkReader(path: "<lines>", source: Self.source(of: lines))
        lend { pooled in
            let chunk = LineChunk()
            let indexed = IndexedLines(path: reader.path)
            // A source in memory does not fail.
            while (try? reader.fill(chunk)) == true {
                indexed.open(chunk)
                while indexed.advance() {
                    var sink = DiagnosticSink()
                    _ = pooled.session.answer(indexed, to: &buffer, sink: &sink)
                    buffer.append(0x0A)
                }
            }
        }
    }

    /// Hands out bytes piece by piece, as a file would.
    private static func source(of bytes: UnsafeBufferPointer<UInt8>) -> NDJSONStream.Source {
        var next = 0
        return { buffer throws(StreamFailure) in
            let piece = UnsafeBufferPointer(rebasing: bytes[next..<min(next + buffer.count, bytes.count)])
            buffer.copyMemory(from: UnsafeRawBufferPointer(piece))
            next += piece.count
            return piece.count
        }
    }

    private func lend<Result, Failure: Error>(
        _ body: (PooledSession) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let pooled = idle.take() ?? PooledSession(prepared)
        defer { idle.leave(pooled) }
        return try body(pooled)
    }
}

/// A session that threads hand to each other, with room for an answer.
///
/// Unchecked, because the compiler cannot see what the pool does: whoever took it out is the only one to use it.
private final class PooledSession: @unchecked Sendable {
    @exclusivity(unchecked)
    var session: PreparedSession
    @exclusivity(unchecked)
    var buffer = ByteBuffer(capacity: 1 << 10)

    init(_ prepared: PreparedDecision) { session = prepared.session() }
}
