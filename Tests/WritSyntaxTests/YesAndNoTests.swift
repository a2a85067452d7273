import Testing

@testable import WritSyntax

/// `no` is a value wherever no name and `in` follow it.
@Suite struct YesAndNoTests {
    @Test(arguments: [
        "type Reply = yes | no", "define a = r is no", "define a = r is not no and b", "define a = r in {no, yes}",
        "define a = [no, yes]", "define a = f(no, reply: no)", "fact r : R\ndefine no = 1", "define a = no or else b",
        "define a = if r is no then no else yes", "param p : R = no\n  in force from 2026-01-01 = no",
        "decision d : R\n  rule a\n    when r is no\n    in force from 2026-01-01\n    then no\n  otherwise no",
        "decision d : R\n  table\n  | rule | r || d |\n  | a | no || no |\n  | b | not no, yes || no |",
        "test \"t\"\n  given r = no, s.no = no\n  expect d is no by a", "test \"t\"\n  given r = no s = no\n  expect d",
    ])
    func noAsAName(_ text: String) {
        #expect(Parsed(text).report == "")
    }

    @Test func noAsAQuantifier() throws {
        #expect(try quantifier("no x in xs has x") == .no)
        #expect(try quantifier("no no in xs has no") == .no)
        #expect(try quantifier("any no in xs has no") == .any)
        #expect(try quantifier("no no in no has no no in no has no") == .no)
        #expect(Parsed("define a = no line lines has b").diagnostics.count == 1)
    }

    private func quantifier(_ text: String) throws -> QuantifierSyntax.Quantifier? {
        let parsed = Parsed("define a = \(text)")
        #expect(parsed.report == "")
        guard case .define(let define)? = parsed.tree.fileSyntax?.declarations.first,
            case .quantifier(let view)? = define.body
        else { return nil }
        return view.quantifier
    }
}
