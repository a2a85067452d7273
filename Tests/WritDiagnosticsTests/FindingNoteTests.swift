import Testing
import WritDiagnostics
import WritSource

/// What the renderers add to a finding: the case that shows it, and who accepted it.
@Suite struct FindingNoteTests {
    private func finding(isAccepted: Bool = false) -> Diagnostic {
        let file = SourceFile(path: "p.writ", text: "fact idle : boolean\n")
        let place = SourceLocation(file, SourceRange(5, 9))
        var diagnostic = Diagnostic(
            FindingKind.gap.code, .error, "no rule answers", at: Label(place, "here"), help: "add one")
        let example = FindingNote.Example(
            decision: "d", test: "test \"gap\"\n  given a = 1\n  expect d is faulted\n", facts: #"{"a":1}"#)
        diagnostic.finding = FindingNote(.gap, example: example)
        if isAccepted {
            diagnostic.finding?.acceptance = FindingNote.Acceptance(reason: "known", until: "2026-12-31", at: place)
        }
        return diagnostic
    }

    @Test func peopleReadTheCase() {
        #expect(
            RichRenderer(color: false).render([finding()])
                .hasSuffix("help: add one\nexample:\n  test \"gap\"\n    given a = 1\n    expect d is faulted\n"))
    }

    @Test func json() {
        let text = JSONRenderer(.compact).render([finding(isAccepted: true)])
        #expect(
            text.contains(
                #""kind":"gap","example":{"decision":"d","facts":{"a":1},"test":"test \"gap\"\n  given a = 1\n  expect d is faulted\n"}"#
            ))
        #expect(text.contains(#""accepted":{"reason":"known","until":"2026-12-31","path":"p.writ","line":1"#))
        #expect(JSONRenderer(.compact).render([finding()]).contains(#""accepted":null"#))
    }

    @Test func sarif() {
        let text = SARIFRenderer(toolVersion: "1").render([finding(isAccepted: true)])
        #expect(text.contains(#""kind": "inSource""#))
        #expect(text.contains(#""justification": "known""#))
        #expect(text.contains(#""facts": {"a":1}"#))
        #expect(!SARIFRenderer(toolVersion: "1").render([finding()]).contains("suppressions"))
    }

    @Test func gitHub() {
        #expect(
            GitHubRenderer().render([finding()]).hasSuffix(
                "%0Aexample:%0Atest \"gap\"%0A  given a = 1%0A  expect d is faulted%0A\n"))
    }
}
