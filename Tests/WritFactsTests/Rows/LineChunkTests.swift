import Testing
import WritDiagnostics
import WritFacts
import WritSemantics

/// A stream in chunks says the same as the stream line by line, wherever it is cut.
@Suite struct LineChunkTests {
    private static let text =
        "\u{FEFF}{\"n\": 1}\r\n\n  \n{\"n\": 2\n{\"n\": 3, \"who\": \"包\"}\n{\"who\": \"never closed}\n\u{0}\n{\"id\": \"7\"}\n \t\r\n[1]\n{\"n\": 4}"

    private static let limits = DocumentLimits(maxBytes: 40)

    /// What becomes of each line: `fast` and its number and case, or `careful` with the complaints.
    private static func outline(
        _ text: String, pieces size: Int, _ limits: DocumentLimits = limits
    ) throws -> [String] {
        let model = RowModels.scalars
        let layout = CaseLayout(model)
        let schema = RowSchema(model, layout: layout, for: model.reach([]), limits: limits)
        let (binder, row) = (RowBinder(schema), CaseRow(layout))
        let lines = IndexedLines(path: "cases.ndjson", limits: limits)
        var reader = LineChunkReader(path: "cases.ndjson", limits: limits, source: pieces(text, size))
        let chunk = LineChunk()
        var outline: [String] = []
        while try reader.fill(chunk) {
            lines.open(chunk)
            while lines.advance() {
                if binder.bind(lines, into: row) {
                    outline.append("\(lines.number) fast \(Self.known(row.factSet(of: model)))")
                    continue
                }
                var sink = DiagnosticSink()
                let document = lines.document(sink: &sink)
                let facts = document.root.flatMap {
                    FactBinder(model).bind($0, for: model.reach([]), sink: &sink)
                }
                outline.append(
                    "\(document.line) careful \(facts.map(Self.known) ?? "-") \(sink.diagnostics.map(\.message))")
            }
        }
        return outline
    }

    private static func known(_ facts: FactSet) -> String {
        let known = zip(RowModels.scalars.facts, facts.facts).filter { if case .unknown = $1 { false } else { true } }
        return "\(facts.id ?? "") \(known.map { "\($0.0.slot.wireName)=\($0.1)" })"
    }

    /// The same with the stream that reads line by line.
    private static func carefulLines(_ text: String, _ limits: DocumentLimits = limits) throws -> [Int] {
        var stream = NDJSONStream(path: "cases.ndjson", limits: limits, source: pieces(text, 7))
        var sink = DiagnosticSink()
        var lines: [Int] = []
        while let document = try stream.next(sink: &sink) { lines.append(document.line) }
        return lines
    }

    @Test func everyCutGivesTheSame() throws {
        let whole = try Self.outline(Self.text, pieces: 1 << 20)
        #expect(whole.count { $0.contains(" fast ") } == 3, "\(whole)")
        #expect(whole.compactMap { Int($0.prefix { $0.isNumber }) } == (try Self.carefulLines(Self.text)))
        for size in 1...Self.text.utf8.count {
            #expect(try Self.outline(Self.text, pieces: size) == whole, "in pieces of \(size)")
        }
        for end in 0..<Self.text.utf8.count {
            let part = String(decoding: Array(Self.text.utf8)[..<end], as: UTF8.self)
            let lines = try Self.outline(part, pieces: 5).compactMap { Int($0.prefix { $0.isNumber }) }
            #expect(lines == (try Self.carefulLines(part)), "cut at \(end)")
        }
    }

    @Test func aLineOverTheLimitIsSkipped() throws {
        let long = "{\"who\": \"" + String(repeating: "x", count: 300_000) + "\"}"
        for text in ["{\"n\": 1}\n\(long)\n{\"n\": 2}\n", "\(long)\n{\"n\": 2}", "{\"n\": 1}\n\(long)"] {
            for size in [1_000, 100_000, 1 << 20] {
                let outline = try Self.outline(text, pieces: size)
                #expect(outline.count { $0.contains("more than 40 bytes") } == 1, "\(outline)")
                #expect(outline.compactMap { Int($0.prefix { $0.isNumber }) } == (try Self.carefulLines(text)))
            }
        }
    }

    /// One broken line costs its chunk the common index, and no other line anything.
    @Test func linesBesideABrokenOneAreStillFast() throws {
        let good = (1...5_000).map { "{\"number_of_pieces\": \($0), \"who\": \"text \($0)\"}" }
        let outline = try Self.outline(
            (good + ["{\"who\": \"open"] + good).joined(separator: "\n"), pieces: 1 << 20, DocumentLimits())
        #expect(outline.count == 10_001)
        #expect(outline.count { $0.contains(" fast ") } == 10_000)
        #expect(outline[5_000].hasPrefix("5001 careful"))
        #expect(outline[10_000].contains("number_of_pieces=count(5000)"))
    }

    @Test func chunksStaySmallHoweverLongTheStream() throws {
        let line = Array("{\"number_of_pieces\": 12345}\n".utf8)
        var rest = 400_000
        var reader = LineChunkReader(path: "cases.ndjson") { buffer throws(StreamFailure) in
            let lines = min(rest, buffer.count / line.count)
            for index in 0..<lines {
                UnsafeMutableRawBufferPointer(rebasing: buffer[(index * line.count)...]).copyBytes(from: line)
            }
            rest -= lines
            return lines * line.count
        }
        let chunk = LineChunk()
        var (lines, chunks) = (0, 0)
        while try reader.fill(chunk) {
            #expect(chunk.firstLine == lines + 1)
            #expect(chunk.byteCount <= 2 * LineChunkReader.size)
            lines += chunk.lineCount
            chunks += 1
        }
        #expect(lines == 400_000)
        #expect(chunks >= 5)
    }

    @Test func aBrokenStreamThrows() {
        var reader = LineChunkReader(path: "x", descriptor: -1)
        #expect(throws: StreamFailure.self) { try reader.fill(LineChunk()) }
    }
}
