import Testing
import WritFacts

@Suite struct DocumentFormatTests {
    @Test func theEndingOfAPathSaysTheFormat() {
        #expect(DocumentFormat.guess(path: "cases/a.YAML") == .yaml)
        #expect(DocumentFormat.guess(path: "a.yml") == .yaml)
        #expect(DocumentFormat.guess(path: "a.b.json") == .json)
        #expect(DocumentFormat.guess(path: "history.jsonl") == .ndjson)
        #expect(DocumentFormat.guess(path: "history.ndjson") == .ndjson)
        #expect(DocumentFormat.guess(path: "yaml") == nil)
        #expect(DocumentFormat.guess(path: ".json") == nil)
        #expect(DocumentFormat.guess(path: "a.json/b") == nil)
    }
}
