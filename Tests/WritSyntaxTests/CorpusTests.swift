import Testing

@testable import WritSyntax

@Suite struct CorpusTests {
    @Test(arguments: Corpus.all) func parsesWithoutAWord(_ text: String) {
        let parsed = Parsed(text)
        #expect(parsed.report == "")
        #expect(parsed.isLossless)
    }
}
