import Testing
import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

@Suite("Broken policies")
struct BrokenPolicyTests {
    @Test("a mistake in a type is reported once, wherever the type is used")
    func cascade() {
        expectReport(
            """
            policy a
            record R
              x : strng
            fact r : R
            fact rs : list of Nothing
            param p : intger = 3 between 0 and 5 source house
            define d = r.x is "a" and p > 3
            decision e : Nowhere
              first
              rule one when r.x is "b" and any y in rs has y.z > p then 3
              otherwise [1, 2]
            test "t" given r.x = 3, rs = [], p = 9 expect e is 3 by one
            """, "error W0207 «strng»", "error W0207 «Nothing»", "error W0207 «intger»", "error W0207 «Nowhere»")
    }

    @Test(
        "what could not be read is not missed again",
        arguments: [
            ("type Level between = vip | normal\nfact l : Level\ndefine a = l is vip or l is normal", "W0110"),
            ("fact x integer\ndefine a = x + 1", "W0110"),
            ("fact fee = money(USD)\ndefine a = fee > 3 USD", "W0110"),
            (
                "record R\n  sku text\n  n : integer\nfact r : R\ndefine a = r.sku is \"a\"\ncase c\n  r.sku = \"b\"",
                "W0110"
            ),
            ("type T = a | b | \"c\" | d\nfact t : T\ndefine x = t is d and T.d is t", "W0110"),
            ("define a = USD 100", "W0110"), ("fact a : list<Nothing>", "W0107"),
            ("use gone\nfact l : Foo\ndefine a = bar + 1\ncalendar c like foo\ncase e\n  baz = 3", "W0202"),
        ])
    func lost(_ declarations: String, _ code: String) {
        let check = PolicyCheck("policy a\n" + declarations)
        #expect(check.diagnostics.map(\.code.id) == [code], "\(check.details)")
    }

    @Test("names that have nothing to do with what could not be read are missed")
    func notLost() {
        expectReport("policy a\nfact x integer\ndefine a = y", "error W0110 «x integer»", "error W0250 «y»")
    }

    @Test("types that double with each line are refused", arguments: [false, true])
    func wide(isVariant: Bool) {
        let types = (1...61).map {
            isVariant
                ? "type R\($0) = one(a: R\($0 - 1)) | two(b: R\($0 - 1))"
                : "record R\($0)\n  a : R\($0 - 1)\n  b : R\($0 - 1)"
        }
        let text = "policy a\nrecord R0\n  n : integer\n" + types.joined(separator: "\n") + "\nfact r : R61"
        expectReport(text, "error W0441 «R12»")
        expectClean("policy a\nrecord R0\n  n : integer\nrecord R1\n  a : list of R0\n  b : R0\nfact r : R1")
    }

    @Test("a long name is cut where a message shows it")
    func longName() {
        let name = String(repeating: "x", count: 500)
        let check = PolicyCheck("policy a\ndefine a = \(name)")
        #expect(check.diagnostics[0].message == "there is nothing named `\(String(repeating: "x", count: 79))…`")
    }

    @Test("many misspelt names in a large enumeration end soon")
    func manyNames() {
        let cases = (1...5_000).map { "value\($0)" }.joined(separator: " | ")
        let uses = (1...2_000).map { "define d\($0) = t is valeu\($0)" }.joined(separator: "\n")
        let start = ContinuousClock.now
        let check = PolicyCheck("policy a\ntype T = \(cases)\nfact t : T\n\(uses)")
        #expect(check.diagnostics.count == 1_000, "no more are kept")
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test("an error hides neither the rest nor the model of the rest")
    func partial() {
        let check = PolicyCheck([
            SamplePolicies.facts, SamplePolicies.resolution + "fact broken : nothing\n", SamplePolicies.tests,
        ])
        #expect(check.result.model == nil)
        #expect(check.report == "error W0207 «nothing»")
        #expect(check.model.decisions[0].rules.count == 4)
    }

    @Test("no token can be missed so that the checker fails", arguments: 0..<8)
    func missingToken(_ remainder: Int) {
        for text in [SamplePolicies.resolution, SamplePolicies.facts] {
            var sink = DiagnosticSink()
            let tokens = Parser.parse(SourceFile(path: "a.writ", text: text), sink: &sink).root.tokens
            for (index, token) in tokens.enumerated() where index % 64 == remainder * 8 && !token.range.isEmpty {
                var bytes = Array(text.utf8)
                bytes.removeSubrange(token.range.lower..<token.range.upper)
                let broken = String(decoding: bytes, as: UTF8.self)
                let other = text == SamplePolicies.facts ? SamplePolicies.resolution : SamplePolicies.facts
                let check = PolicyCheck([broken, other, SamplePolicies.tests])
                #expect(check.diagnostics.count < 60, "without `\(token.text)`: \(check.details)")
            }
        }
    }

    @Test("the order of what is said is that of the files and their text")
    func order() {
        let check = PolicyCheck([
            "policy a\nuse b\nfact x : nothing\nparam p : integer = q source house", "policy b\nfact y : nowhere",
        ])
        #expect(check.diagnostics.map { $0.primary.location.text } == ["nothing", "q", "nowhere"])
    }

    @Test("the digest is that of names and bytes, not of paths")
    func digest() {
        let one = PolicyCheck(["policy a\nfact x : integer"]).model.digest
        #expect(one == PolicyCheck(["policy a\nfact x : integer"]).model.digest)
        #expect(one != PolicyCheck(["policy a\nfact x : integer "]).model.digest)
        #expect(one != PolicyCheck(["policy a\nfact x : integer", "policy b"]).model.digest)
        let policy = "policy a\nfact x : integer\ndecision d : integer\n  table first from \"t.csv\"\n"
        let tables = ["x,||,d\n1,,2\n", "x,||,d\n1,,3\n"].map { PolicyCheck([policy], tables: ["t.csv": $0]) }
        #expect(tables[0].model.digest != tables[1].model.digest)
    }

    @Test("codes are unique and all listed once")
    func codes() {
        let all = NameCodes.all + DeclarationCodes.all
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(Set(all.map(\.title)).count == all.count)
    }
}
