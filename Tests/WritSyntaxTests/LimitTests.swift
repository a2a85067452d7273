import Testing

@testable import WritSyntax

/// Hostile texts: reported once, never a fall.
@Suite struct LimitTests {
    @Test(arguments: [
        "(", "[", "{", "f(", "not ", "- ", "if ", "x.", "a + ", "a implies ", "date of ", "\"{", "1 day after ",
        "list of ",
    ])
    func aMillionOpenings(_ opening: String) {
        let count = opening == "(" ? 1_000_000 : 20_000
        let parsed = Parsed("define a = " + String(repeating: opening, count: count) + "\ndefine b = 1\n")
        #expect(parsed.diagnostics.count <= 2)
        #expect(!parsed.diagnostics.isEmpty)
        #expect(parsed.tree.print() == parsed.tree.file.bytes)
        #expect(parsed.tree.fileSyntax?.declarations.count == 2)
    }

    @Test func deepTypes() {
        let parsed = Parsed("fact a : " + String(repeating: "list of ", count: 100_000) + "text\nfact b : text")
        #expect(parsed.diagnostics.map(\.code) == [SyntaxCodes.tooDeep])
        #expect(Parsed("fact a : text" + String(repeating: "?", count: 100_000)).diagnostics.count <= 2)
    }

    @Test func aFileOverTheLimitIsNotRead() {
        let parsed = Parsed(bytes: Array(repeating: UInt8(ascii: "\n"), count: Lexer.byteLimit + 1))
        #expect(parsed.diagnostics.map(\.code) == [SyntaxCodes.tooLarge])
        #expect(parsed.isLossless)
    }
}
