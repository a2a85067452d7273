import Testing

@testable import WritSyntax

@Suite struct CorpusTests {
    @Test(arguments: Corpus.all.indices) func parsesWithoutAWord(_ index: Int) {
        let parsed = Parsed(Corpus.all[index])
        #expect(parsed.report == "")
        #expect(parsed.isLossless)
    }
}
