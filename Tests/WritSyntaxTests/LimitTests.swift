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

    /// What later stages fold into levels is capped, whatever it is written with.
    @Test(arguments: [" or else a", " + a", " * a", " implies a", ".b", " at 09:00", " else if a then b"])
    func longChains(_ link: String) {
        let start = link.contains("if") ? "define a = if a then b" : "define a = a"
        let end = link.contains("if") ? " else c" : ""
        for count in [150, 9_000] {
            let parsed = Parsed(start + String(repeating: link, count: count) + end + "\ndefine b = 1\n")
            let isCapped = parsed.diagnostics.map(\.code) == [SyntaxCodes.tooDeep]
            #expect(count == 150 ? parsed.diagnostics.isEmpty : isCapped, "\(link) \(parsed.report)")
            #expect(parsed.tree.fileSyntax?.declarations.count == 2)
            #expect(parsed.isLossless)
        }
    }

    @Test func aFewHundredOperands() {
        for link in [" or else a", " + a", " * a"] {
            #expect(Parsed("define a = a" + String(repeating: link, count: 390)).report == "")
        }
    }

    /// Chains of `or else` in each other count together, at either end.
    @Test func chainsInChains() {
        let link = String(repeating: "a or else ", count: 100)
        let last = "define a = " + String(repeating: link + "(", count: 100) + "a" + String(repeating: ")", count: 100)
        #expect(Parsed(last).diagnostics.map(\.code) == [SyntaxCodes.tooDeep])
        let back = String(repeating: ") or else a" + String(repeating: " or else a", count: 99), count: 100)
        let first = "define a = " + String(repeating: "(", count: 100) + "a" + back
        #expect(Parsed(first).diagnostics.map(\.code) == [SyntaxCodes.tooDeep])
    }

    /// What is too deep is one node without any below it, so nothing behind asks what it means.
    @Test func whatIsTooDeepIsFlat() {
        let nest = String(repeating: "any x in xs has ", count: 300)
        let parsed = Parsed("define a = " + nest + "b\ndefine c = \"{" + String(repeating: "(", count: 9_000))
        guard case .define(let define)? = parsed.tree.fileSyntax?.declarations.first,
            case .missing(let node)? = define.body
        else {
            Issue.record("no define")
            return
        }
        #expect(node.childNodes.isEmpty)
        #expect(parsed.diagnostics.count <= 3)
        #expect(parsed.isLossless)
    }

    @Test func questionMarksAndModifiers() {
        let marks = Parsed("fact a : text" + String(repeating: "?", count: 1_000))
        #expect(marks.tree.root.deepest < 10)
        #expect(marks.isLossless)
        let parsed = Parsed("define a = 1 day after b" + String(repeating: " on c", count: 10_000))
        guard case .define(let define)? = parsed.tree.fileSyntax?.declarations.first,
            case .shift(let shift)? = define.body
        else {
            Issue.record("no shift")
            return
        }
        #expect(shift.modifiers.count == 4)
    }

    @Test func filesThatAreNoText() {
        #expect(Parsed(bytes: Array(repeating: 0, count: 50_000)).diagnostics.count <= 2)
        let lines = Array("\0 \n".utf8)
        #expect(Parsed(bytes: Array(repeatElement(lines, count: 20_000).joined())).diagnostics.count <= 5)
        let signs = Parsed("define a = " + String(repeating: "，（；", count: 300))
        #expect(signs.diagnostics.count <= 6, "\(signs.report)")
    }

    /// With and without a byte order mark, either way round.
    @Test(arguments: [[0xFF, 0xFE], []] as [[UInt8]], [true, false]) func wideFiles(_ mark: [UInt8], _ isLittle: Bool) {
        var bytes = isLittle ? mark : mark.reversed()
        for byte in "policy a.b\nfact a : text\n".utf8 { bytes += isLittle ? [byte, 0] : [0, byte] }
        let parsed = Parsed(bytes: bytes)
        #expect(parsed.diagnostics.map(\.message) == ["this file is UTF-16, not UTF-8"])
        #expect(parsed.isLossless)
    }

    @Test func aFileOverTheLimitIsNotRead() {
        let parsed = Parsed(bytes: Array(repeating: UInt8(ascii: "\n"), count: Lexer.byteLimit + 1))
        #expect(parsed.diagnostics.map(\.code) == [SyntaxCodes.tooLarge])
        #expect(parsed.isLossless)
    }
}

extension SyntaxNode {
    fileprivate var deepest: Int { (childNodes.map(\.deepest).max() ?? 0) + 1 }
}
