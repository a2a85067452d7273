import Testing
import WritSource

@Suite struct SourceTextTests {
    @Test func displayWidths() {
        #expect(DisplayWidth.of("abc") == 3)
        #expect(DisplayWidth.of("优先级") == 6)
        #expect(DisplayWidth.of("e\u{301}") == 1)
        #expect(DisplayWidth.of("ｱ") == 1)
        #expect(DisplayWidth.of("Ａ") == 2)
        #expect(DisplayWidth.of("한국") == 4)
        #expect(DisplayWidth.of("한") == 2)
        #expect(DisplayWidth.of("📦👩‍👩‍👧🇺🇸") == 6)
        #expect(DisplayWidth.of("☎\u{FE0F}") == 2)
        #expect(DisplayWidth.of("—é€") == 3)
    }

    @Test func positionsAreCountedInScalarsHoweverLongTheText() {
        // Scalars of one to four bytes, so that words and blocks begin within some, and bytes that are no UTF-8.
        let line = "aé€📦".utf8 + [0x80, 0xFF, 0x0A]
        let bytes = Array(repeatElement(line, count: 2000).joined())
        let file = SourceFile(path: "long", bytes: bytes)
        #expect(file.lineCount == 2001)
        for number in [0, 1, 315, 316, 682, 1999] {
            let start = number * line.count
            #expect(file.lineIndex(of: start) == number)
            #expect(file.position(of: start) == SourcePosition(line: number + 1, column: 1))
            #expect(file.position(of: start + line.count - 1) == SourcePosition(line: number + 1, column: 6))
            #expect(file.rangeOfLine(number) == SourceRange(start, start + line.count - 1))
        }
        let whole = SourceFile(path: "one line", bytes: bytes.filter { $0 != 0x0A })
        #expect(whole.lineCount == 1)
        #expect(whole.position(of: whole.bytes.count) == SourcePosition(line: 1, column: 2000 * 5 + 1))
    }

    @Test func jsonLayouts() {
        func write(_ layout: JSONWriter.Layout) -> String {
            var json = JSONWriter(layout)
            json.object { json in
                json.field("a", "x")
                json.key("n")
                json.number("1.500")
                json.key("l")
                json.array([1, 2]) { json, value in json.integer(value) }
                json.key("e")
                json.array { _ in }
                json.key("o")
                json.object { json in json.field("b", true) }
                json.field("z", String?.none)
            }
            return json.text
        }
        #expect(write(.compact) == #"{"a":"x","n":1.500,"l":[1,2],"e":[],"o":{"b":true},"z":null}"#)
        #expect(
            write(.pretty).hasPrefix(
                "{\n  \"a\": \"x\",\n  \"n\": 1.500,\n  \"l\": [\n    1,\n    2\n  ],\n  \"e\": [],\n"))
    }

    @Test func jsonTextIsEscaped() {
        var json = JSONWriter()
        json.string("\"\\\n\r\t\u{0}\u{1F}\u{7F}\u{9B}\u{2028}/é包📦")
        #expect(json.text == #""\"\\\n\r\t\u0000\u001f\u007f\u009b\u2028/é包📦""#)
    }

    @Test func aPieceOfAStreamKnowsItsLine() {
        let file = SourceFile(path: "s", bytes: Array("ab\ncd".utf8), firstLine: 7)
        #expect(file.position(of: 4) == SourcePosition(line: 8, column: 2))
    }

    @Test func columnsOfALongLineCountScalars() {
        let file = SourceFile(path: "s", text: "é\n" + String(repeating: "包é", count: 5_000) + "x\ny")
        for scalar in [0, 1, 1_637, 1_638, 1_639, 3_276, 9_999, 10_000] {
            let offset = 3 + scalar / 2 * 5 + scalar % 2 * 3
            #expect(file.position(of: offset) == SourcePosition(line: 2, column: scalar + 1))
        }
        #expect(file.position(of: file.bytes.count) == SourcePosition(line: 3, column: 2))
        let exact = SourceFile(path: "s", text: String(repeating: "x", count: 8_192))
        #expect(exact.position(of: 8_192).column == 8_193)
    }

    @Test func encodingsAreTold() {
        #expect(SourceFile(path: "", bytes: [0x61, 0xFF, 0x62]).firstInvalidUTF8() == SourceRange(1, 2))
        #expect(SourceFile(path: "", bytes: Array("é包📦".utf8)).firstInvalidUTF8() == nil)
        #expect(SourceFile(path: "", bytes: [0xFF, 0xFE]).looksLikeUTF16)
        #expect(!SourceFile(path: "", text: "ab").looksLikeUTF16)
    }
}
