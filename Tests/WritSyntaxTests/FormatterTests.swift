import Testing

@testable import WritSyntax

@Suite struct FormatterTests {
    @Test(arguments: Corpus.all.indices) func keepsTheCorpus(_ index: Int) { FormatterLaws.check(Corpus.all[index]) }

    /// What is broken stays as it is, and nothing else is hurt.
    @Test(arguments: Corpus.all.indices) func keepsBrokenPolicies(_ index: Int) {
        var random = SeededGenerator(seed: UInt64(index) + 20)
        let bytes = Array(Corpus.all[index].utf8)
        let tokens = Parsed(bytes: bytes).tree.tokens
        for _ in 0..<60 {
            let token = tokens[Int.random(in: 0..<tokens.count, using: &random)]
            FormatterLaws.check(String(decoding: bytes[..<token.start] + bytes[token.end...], as: UTF8.self))
        }
    }
}
