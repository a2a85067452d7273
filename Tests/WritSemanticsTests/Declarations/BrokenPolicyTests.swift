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
