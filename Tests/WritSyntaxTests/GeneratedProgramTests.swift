import Testing

@testable import WritSyntax

/// What the grammar allows, the parser takes without a word and the formatter keeps.
@Suite struct GeneratedProgramTests {
    @Test func theParserTakesWhatTheGrammarAllows() throws {
        let grammar = try Grammar()
        var seen: Set<SyntaxKind> = []
        for seed in 0..<600 {
            var generator = ProgramGenerator(grammar, seed: UInt64(seed))
            let text = generator.program()
            let parsed = Parsed(text)
            #expect(parsed.isLossless)
            guard parsed.diagnostics.isEmpty else {
                Issue.record("seed \(seed):\n\(text)\n\(parsed.report)")
                return
            }
            seen.formUnion(parsed.tree.records.map(\.kind))
        }
        #expect(Set(SyntaxKind.allCases).subtracting(seen) == [.missing, .unexpected])
    }

    @Test func theFormatterKeepsThem() throws {
        let grammar = try Grammar()
        for seed in 600..<800 {
            var generator = ProgramGenerator(grammar, seed: UInt64(seed))
            FormatterLaws.check(generator.program())
        }
    }
}
