import Testing

@testable import WritSyntax

/// What holds whatever is done to a text.
@Suite struct RecoveryLawTests {
    /// Without any one of its tokens a policy still parses losslessly, and one mistake says little.
    @Test(arguments: Corpus.all.indices) func deletingATokenSaysLittle(_ index: Int) {
        let bytes = Array(Corpus.all[index].utf8)
        let tokens = Parsed(bytes: bytes).tree.tokens
        var silent = 0
        for token in tokens.tokens.dropLast() {
            let parsed = Parsed(bytes: Array(bytes[..<token.start] + bytes[token.end...]))
            #expect(parsed.isLossless)
            let limit = 3
            if parsed.diagnostics.count > limit {
                let text = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
                Issue.record("without `\(text)` at \(tokens.file.position(of: token.start)):\n\(parsed.report)")
            }
            if parsed.diagnostics.isEmpty { silent += 1 }
        }
        #expect(silent < tokens.count / 2)
    }

    /// Cutting the text off anywhere leaves a lossless tree.
    @Test(arguments: Corpus.all.indices) func everyPrefixIsLossless(_ index: Int) {
        let bytes = Array(Corpus.all[index].utf8)
        for end in stride(from: 0, to: bytes.count, by: 31) {
            #expect(Parsed(bytes: Array(bytes[..<end])).isLossless)
        }
    }

    /// Random bytes are a tree too.
    @Test func randomBytesAreLossless() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0..<400, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            #expect(Parsed(bytes: bytes).isLossless)
        }
    }

    /// So are policies in which bytes were changed, removed, doubled or moved.
    @Test(arguments: Corpus.all.indices) func mutationsAreLossless(_ index: Int) {
        var random = SeededGenerator(seed: UInt64(index) + 2)
        for _ in 0..<60 {
            var bytes = Array(Corpus.all[index].utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
            #expect(Parsed(bytes: bytes).isLossless)
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...40, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
        case 1 where end - start < bytes.count: bytes.removeSubrange(start..<end)
        case 2: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
        default: bytes.insert(Array("(){}[]|\"`;\n#".utf8).randomElement(using: &random)!, at: start)
        }
    }

    /// Tokens of the language in any order.
    @Test func randomTokensAreLossless() {
        var random = SeededGenerator(seed: 9)
        let words = TokenKind.allCases.map(\.spelling) + ["x", "1", "\"t\"", "\"{", "}\"", "\n", "2026-01-01"]
        for _ in 0..<300 {
            let text = (0..<80).map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
            #expect(Parsed(text).isLossless)
        }
    }
}
