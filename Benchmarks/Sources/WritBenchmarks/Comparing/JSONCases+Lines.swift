import CppBaseline
import WritDiagnostics
import WritFacts
import WritKit
import WritSource

/// All cases as one stream of lines, answered with lines.
extension JSONCases {
    private static let sinkSize = 1 << 16

    /// Answers every line, as `writ eval` does it on one thread: chunk by chunk from a stream, which is copied. The answers
    /// go to the sink, 64 kB at a time.
    @inline(never)
    func answerLines(_ session: inout PreparedSession, _ sink: (UnsafeBufferPointer<UInt8>) -> Void) throws {
        var stream = LineChunkReader(path: "<memory>", source: source())
        let chunk = LineChunk()
        let lines = IndexedLines(path: "<memory>")
        var answers = ByteBuffer(capacity: Self.sinkSize)
        var diagnostics = DiagnosticSink()
        while try stream.fill(chunk) {
            lines.open(chunk)
            while lines.advance() {
                precondition(session.answer(lines, to: &answers, sink: &diagnostics) == .sound)
                answers.append(UInt8(ascii: "\n"))
                if answers.count > Self.sinkSize - 1024 {
                    sink(answers.contents)
                    answers.removeAll()
                }
            }
        }
        sink(answers.contents)
    }

    /// Gives the lines as a file would.
    private func source() -> NDJSONStream.Source {
        var rest = UnsafeRawBufferPointer(start: bytes.baseAddress, count: byteCount)
        return { buffer in
            let part = UnsafeRawBufferPointer(rebasing: rest.prefix(buffer.count))
            buffer.copyMemory(from: part)
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
            return part.count
        }
    }

    /// The same in C++; how many bytes the answers have.
    @inline(never)
    func answerLinesInCpp() -> Int {
        var total = 0
        let isDone = cpp_answer_lines(
            cpp, bytes.baseAddress!, byteCount,
            { context, _, count in context!.assumingMemoryBound(to: Int.self).pointee += count }, &total)
        precondition(isDone)
        return total
    }

    /// Both write the same bytes.
    func checkLines() throws {
        var mine: [UInt8] = []
        var session = prepared.session()
        try answerLines(&session) { mine += $0 }
        var others: [UInt8] = []
        let isDone = withUnsafeMutablePointer(to: &others) { all in
            cpp_answer_lines(
                cpp, bytes.baseAddress!, byteCount,
                { context, lines, count in
                    let all = context!.assumingMemoryBound(to: [UInt8].self)
                    all.pointee += UnsafeBufferPointer(start: lines, count: count)
                }, all)
        }
        precondition(isDone)
        if mine == others { return }
        for (line, other) in zip(mine.split(separator: 10), others.split(separator: 10)) where line != other {
            preconditionFailure(
                "Writ: \(String(decoding: line, as: UTF8.self))\nC++:  \(String(decoding: other, as: UTF8.self))")
        }
        preconditionFailure("Writ wrote \(mine.count) bytes, C++ \(others.count)")
    }
}
