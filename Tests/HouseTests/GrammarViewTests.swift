import PageSupport
import Testing

/// Each production of the grammar has a view of its name; the tests of the syntax compare kinds and parse functions.
@Suite struct GrammarViewTests {
    /// Choices whose alternatives are alternatives of `ExprSyntax` itself.
    private static let inExpr: Set<String> = ["Relation", "Postfix", "Primary"]

    @Test func everyProductionHasAView() throws {
        let views = Set(
            try SourceText.all(in: "WritSyntax").filter { $0.path.contains("/Tree/") }.flatMap(\.declaredNames))
        for name in try productions() where !Self.inExpr.contains(name) {
            #expect(views.contains(name + "Syntax"), "grammar/writ.ebnf has \(name), the tree no \(name)Syntax")
        }
    }

    private func productions() throws -> [String] {
        // Productions below this heading are tokens.
        let syntax = try Repository.text("grammar/writ.ebnf").split(separator: "(* ---- tokens ---- *)")[0]
        return syntax.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count > 1, words[1] == "=" || words[1] == "::=", line.first?.isUppercase == true else {
                return nil
            }
            return String(words[0])
        }
    }
}
