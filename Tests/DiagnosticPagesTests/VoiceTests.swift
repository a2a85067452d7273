import PageSupport
import Testing
import WritDiagnostics

/// What the pages raise speaks as `docs/contributing/diagnostics.md` wants it.
@Suite struct VoiceTests {
    @Test(arguments: try CodePage.all())
    func speaksInTheVoice(_ page: CodePage) throws {
        if page.isWithoutExample || page.showsCommands { return }
        for diagnostic in try Example(page: page, side: .before).diagnostics() {
            let sentences =
                [diagnostic.message] + [diagnostic.help].compactMap(\.self) + diagnostic.fixIts.map(\.message)
            for sentence in sentences {
                #expect(
                    Self.fault(of: sentence) == nil,
                    "\(page.code) says “\(sentence)”: \(Self.fault(of: sentence) ?? "")")
            }
        }
    }

    /// What is wrong with a sentence; what is quoted is the reader's own.
    private static func fault(of sentence: String) -> String? {
        let own = sentence.replacing(/`[^`]*`|"[^"]*"/, with: "…")
        if let first = own.first, first.isUppercase, !Self.isNameOrAbbreviation(own) { return "begins with a capital" }
        if own.hasSuffix(".") { return "ends with a full stop" }
        if own.contains("!") { return "exclaims" }
        let words = Set(own.lowercased().split { !$0.isLetter }.map(String.init))
        let banned = words.intersection([
            "token", "node", "symbol", "identifier", "please", "sorry", "oops", "invalid", "illegal",
        ])
        return banned.isEmpty ? nil : "says `\(banned.sorted()[0])`"
    }

    /// `Writ has no semicolons`, `JSON …`
    private static func isNameOrAbbreviation(_ sentence: String) -> Bool {
        let word = sentence.prefix { $0.isLetter }
        return ["Writ", "February", "April", "June", "September", "November"].contains(word)
            || word.allSatisfy(\.isUppercase)
    }
}
