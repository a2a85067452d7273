import Foundation
import Testing

@testable import WritSyntax

/// The grammar, the kinds, the labels and the parse functions have the same names.
@Suite struct GrammarTests {
    @Test func everyProductionIsAKind() throws {
        let productions = try Grammar().productions.filter { !$0.isChoice }.map { lowercasedFirst($0.name) }
        let kinds = SyntaxKind.allCases.filter { $0 != .missing && $0 != .unexpected }.map { "\($0)" }
        #expect(Set(productions) == Set(kinds))
        #expect(productions.count == kinds.count)
    }

    @Test func everyProductionIsAParseFunction() throws {
        let folder = Grammar.directory.appendingPathComponent("Sources/WritSyntax/Parsing")
        var source = ""
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            source += try String(contentsOf: file, encoding: .utf8)
        }
        for production in try Grammar().productions {
            #expect(source.contains("func parse\(production.name)("), "no parse function for \(production.name)")
        }
    }

    @Test func everyReservedWordIsOne() throws {
        let words = TokenKind.allCases.filter(\.isReserved).map(\.spelling)
        #expect(try Set(Grammar().reserved) == Set(words))
    }

    @Test func everyWordOfTheGrammarIsAToken() throws {
        let known = Set(TokenKind.allCases.map(\.spelling))
        for production in try Grammar().productions {
            for word in words(production.rule) { #expect(known.contains(word), "`\(word)` in \(production.name)") }
        }
    }

    private func words(_ rule: Grammar.Rule) -> [String] {
        switch rule {
        case .word(let word): [word]
        case .reference: []
        case .sequence(let rules), .choice(let rules): rules.flatMap(words)
        case .optional(let rule), .repeated(let rule): words(rule)
        }
    }

    private func lowercasedFirst(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }
}
