import WritFacts
import WritKit
import WritSource

/// Answers a stream of cases, one a line, with lines in the same order: on one thread, or on several.
///
/// Memory does not grow with the stream. Lines that come slowly are answered as they come.
struct Batch {
    let prepared: PreparedDecision
    let console: Console
    let jobs: Int
    private(set) var hasRefused = false
    private(set) var hasUnsound = false

    init(_ prepared: PreparedDecision, jobs: Int, console: Console) {
        self.prepared = prepared
        self.jobs = jobs
        self.console = console
    }

    /// - Parameter fraction: how much of the stream has been read, from 0 to 1, after so many bytes; nil when nobody knows.
    mutating func run(
        _ reader: inout LineChunkReader, fraction: (Int) -> Double?
    ) throws {
        let progress = Progress(console, "cases")
        defer { progress.finish() }
        var bytesRead = 0
        let take = { (batch: inout Batch, piece: BatchPiece) throws in
            bytesRead += piece.chunk.byteCount
            try batch.take(piece)
            progress.step(piece.caseCount, fraction: fraction(bytesRead))
        }
        if jobs == 1 { try runAlone(&reader, take) } else { try runTogether(&reader, take) }
    }

    private mutating func runAlone(
        _ reader: inout LineChunkReader, _ take: (inout Batch, BatchPiece) throws -> Void
    ) throws {
        var session = prepared.session()
        let lines = IndexedLines(path: reader.path)
        let piece = BatchPiece()
        while try reader.next(into: piece.chunk) {
            piece.answer(&session, lines, color: console.colorsError)
            try take(&self, piece)
        }
    }

    private mutating func runTogether(
        _ reader: inout LineChunkReader, _ take: (inout Batch, BatchPiece) throws -> Void
    ) throws {
        let ring = WorkRing((0..<jobs * 2).map { _ in BatchPiece() })
        let (prepared, path, color) = (prepared, reader.path, console.colorsError)
        let threads = (0..<jobs).compactMap { _ in
            WorkerThread {
                var session = prepared.session()
                let lines = IndexedLines(path: path)
                ring.work { $0.answer(&session, lines, color: color) }
            }
        }
        defer {
            ring.close()
            for thread in threads { thread.join() }
        }
        if threads.isEmpty { return try runAlone(&reader, take) }
        var isAtEnd = false
        // A stream that comes slowly is answered before more of it is waited for.
        var isSlow = false
        while true {
            while let piece = ring.oldestDone(waits: isSlow || isAtEnd) {
                try take(&self, piece)
                ring.takeBack()
            }
            if isAtEnd { return }
            if let piece = ring.free {
                isAtEnd = try !reader.next(into: piece.chunk)
                isSlow = piece.chunk.byteCount < LineChunkReader.size / 16
                if !isAtEnd { ring.give() }
            } else if let piece = ring.oldestDone(waits: true) {
                try take(&self, piece)
                ring.takeBack()
            }
        }
    }

    private mutating func take(_ piece: BatchPiece) throws {
        if piece.hasRefused { hasRefused = true }
        if piece.hasUnsound { hasUnsound = true }
        if !piece.complaints.isEmpty { console.error(piece.complaints) }
        try piece.withAnswers { bytes in try console.outputBytes(bytes) }
    }
}

extension LineChunkReader {
    /// As `fill`, with a failure that names the file.
    fileprivate mutating func next(into chunk: LineChunk) throws(FileFailure) -> Bool {
        do throws(StreamFailure) { return try fill(chunk) } catch { throw FileFailure(error) }
    }
}
