import Testing
import WritDiagnostics
import WritFacts
import WritSource

/// Files made to do harm: each gets a clear message, quickly and in little memory.
@Suite struct HostileDocumentTests {
    @Test func aliasesThatMultiplyStopAtTheLimit() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...40 {
            let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(uses)]\n"
        }
        let reading = Reading(text, .yaml)
        #expect(reading.documents.count == 1 && reading.documents[0].isBroken)
        #expect(reading.sink.diagnostics.map(\.code) == [.documentTooManyValues])
    }

    @Test func aliasesThatDeepenStopAtTheLimit() {
        var text = "- &a0 [x]\n"
        for level in 1...100 { text += "- &a\(level) [*a\(level - 1)]\n" }
        #expect(Reading(text, .yaml).sink.diagnostics.map(\.code) == [.documentTooDeep])
    }

    @Test(arguments: ["[", "{\"a\":", "{\"a\":["]) func deepJSON(_ unit: String) {
        let text = String(repeating: unit, count: 100_000)
        #expect(Reading(text, .json).sink.diagnostics.map(\.code) == [.documentTooDeep])
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: ", "? - "]) func deepYAML(_ unit: String) {
        let text = String(repeating: unit, count: 100_000)
        let codes = Set(Reading(text, .yaml).sink.diagnostics.map(\.code))
        #expect(codes.contains(.documentTooDeep))
    }

    @Test func depthIsAllowedUpToTheLimit() {
        let limits = DocumentLimits(maxDepth: 3)
        for format in [DocumentFormat.json, .yaml] {
            #expect(Reading("[[[1]]]", format, limits: limits).sink.diagnostics.isEmpty)
            #expect(Reading("[[[[1]]]]", format, limits: limits).sink.diagnostics.map(\.code) == [.documentTooDeep])
        }
        #expect(DocumentLimits(maxDepth: 1_000_000).maxDepth == DocumentLimits.deepest)
    }

    @Test func valuesAreAllowedUpToTheLimit() {
        let limits = DocumentLimits(maxNodes: 4)
        for format in [DocumentFormat.json, .yaml] {
            #expect(Reading("[1, 2, 3]", format, limits: limits).sink.diagnostics.isEmpty)
            #expect(
                Reading("[1, 2, 3, 4]", format, limits: limits).sink.diagnostics.map(\.code) == [.documentTooManyValues]
            )
        }
    }

    @Test func sizeIsCheckedFirst() {
        let limits = DocumentLimits(maxBytes: 5)
        for format in DocumentFormat.allCases {
            #expect(Reading("\"1234567\"", format, limits: limits).sink.diagnostics.map(\.code) == [.documentTooLarge])
        }
    }

    @Test(arguments: DocumentFormat.allCases) func invalidBytesAnywhere(_ format: DocumentFormat) {
        let valid = Array(#"{"k": "包裹é"}"#.utf8)
        for offset in valid.indices {
            for byte: UInt8 in [0xFF, 0xC0, 0x80, 0xED] {
                var bytes = valid
                bytes[offset] = byte
                let reading = Reading(bytes, format)
                // A continuation byte in the place of another is another character.
                if reading.file.firstInvalidUTF8() == nil { continue }
                #expect(reading.isAllBroken)
                #expect(reading.sink.diagnostics.map(\.code) == [.documentNotUTF8])
            }
        }
    }

    @Test func surrogatesAndOverlongFormsAreNotUTF8() {
        for bytes: [UInt8] in [[0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] {
            for format in DocumentFormat.allCases {
                let reading = Reading([0x22] + bytes + [0x22], format)
                #expect(reading.sink.diagnostics.map(\.code) == [.documentNotUTF8])
                #expect(reading.sink.diagnostics[0].primary.location.range.lower == 1)
            }
        }
    }

    @Test(arguments: DocumentFormat.allCases) func utf16IsNamed(_ format: DocumentFormat) {
        for bytes: [UInt8] in [
            [0xFF, 0xFE, 0x7B, 0], [0xFE, 0xFF, 0, 0x7B], [0x7B, 0, 0x7D, 0], [0, 0x7B, 0, 0x7D],
        ] {
            #expect(Reading(bytes, format).sink.diagnostics.map(\.code) == [.documentIsUTF16])
        }
    }

    @Test func controlCharactersInYAML() {
        for character in ["\u{0}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{FFFE}"] {
            expectFault("é: a\(character)", .yaml, .documentControlCharacter, under: character, at: "1:5", saying: "U+")
        }
    }

    @Test func tagDirectivesAreFew() {
        let text = (0..<100_000).map { "%TAG !a\($0)! x\n" }.joined() + "---\na: 1\n"
        #expect(Reading(text, .yaml).sink.diagnostics.map(\.code) == [.documentTooLarge])
    }

    @Test(arguments: ["*", "!", "a: 1\n? a: 1\n? "]) func longNamesAreCutInMessages(_ start: String) {
        let name = String(repeating: "n", count: 100_000)
        for text in [start + name + " x", "? \(name)\n? \(name)"] {
            let found = Reading(text, .yaml).sink.diagnostics
            #expect(found.contains { $0.severity == .error })
            for diagnostic in found {
                #expect(diagnostic.message.utf8.count + (diagnostic.help ?? "").utf8.count < 400)
            }
        }
    }

    @Test func manyBrokenDocumentsEnd() {
        let reading = Reading(String(repeating: "---\n]\n", count: 50_000), .yaml)
        #expect(reading.sink.diagnostics.count == 1000)
        let lines = Reading(String(repeating: "]\n", count: 50_000), .ndjson)
        #expect(lines.documents.count == 50_000 && lines.isAllBroken)
        let duplicates = Reading("[" + String(repeating: "{\"a\":1,\"a\":2},", count: 50_000) + "0]", .json)
        #expect(duplicates.documents.count == 50_001)
    }
}
