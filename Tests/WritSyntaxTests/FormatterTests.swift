import Testing

@testable import WritSyntax

@Suite struct FormatterTests {
    @Test(arguments: Corpus.all.indices) func scratch(_ index: Int) {
        print(Formatter.format(Parsed(Corpus.all[index]).tree))
    }
}
