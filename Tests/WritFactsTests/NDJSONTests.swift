import Testing
import WritDiagnostics
import WritFacts

@Suite struct NDJSONTests {
    private static let text = "\u{FEFF}{\"a\": 1}\r\n\n  \n{\"a\": 2\n[1, 2]\n{\"é\": nope}"

    @Test func readsALineAtATimeAndGoesOnAfterABadOne() {
        let reading = Reading(Self.text, .ndjson)
        #expect(reading.outline == "{a: #1} | broken | [#1, #2] | broken")
        #expect(reading.documents.map(\.line) == [1, 4, 5, 6])
        #expect(
            reading.sink.diagnostics.map(\.primary.location.description) == ["facts.ndjson:4:8", "facts.ndjson:6:7"])
        #expect(reading.sink.diagnostics[0].message.hasSuffix("found the end of the line"))
        #expect(Reading("", .ndjson).documents.isEmpty)
    }

    @Test(arguments: [1, 2, 3, 7, 100]) func theStreamSaysTheSameHoweverItIsCut(_ chunk: Int) throws {
        var stream = NDJSONStream(path: "facts.ndjson", source: pieces(Self.text, chunk))
        var sink = DiagnosticSink()
        var outline: [String] = []
        var lines: [Int] = []
        while let document = try stream.next(sink: &sink) {
            outline.append(document.root.map(describe) ?? "broken")
            lines.append(document.line)
        }
        #expect(outline == ["{a: #1}", "broken", "[#1, #2]", "broken"])
        #expect(lines == [1, 4, 5, 6])
        #expect(sink.diagnostics.map(\.primary.location.description) == ["facts.ndjson:4:8", "facts.ndjson:6:7"])
        #expect(sink.diagnostics[1].primary.location.text == "nope")
    }

    @Test func aLineOverTheLimitIsSkipped() throws {
        let text = "1\n\"" + String(repeating: "x", count: 200_000) + "\"\n2\n"
        var stream = NDJSONStream(path: "x", limits: DocumentLimits(maxBytes: 100), source: pieces(text, 5_000))
        var sink = DiagnosticSink()
        var outline: [String] = []
        while let document = try stream.next(sink: &sink) { outline.append(document.root.map(describe) ?? "broken") }
        #expect(outline == ["#1", "broken", "#2"])
        #expect(sink.diagnostics.map(\.code) == [.documentTooLarge])
        #expect(sink.diagnostics[0].primary.location.start.line == 2)
    }

    @Test func aBrokenStreamThrows() {
        var stream = NDJSONStream(path: "x", descriptor: -1)
        var sink = DiagnosticSink()
        let failure = #expect(throws: StreamFailure.self) { try stream.next(sink: &sink) }
        #expect(failure?.message == "cannot read x: Bad file descriptor")
    }
}

/// A source that gives a text in pieces of at most `size` bytes.
func pieces(_ text: String, _ size: Int) -> NDJSONStream.Source {
    var rest = Array(text.utf8)[...]
    return { buffer in
        let piece = rest.prefix(min(size, buffer.count))
        buffer.copyBytes(from: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
    }
}
