import PageSupport
import Testing
import WritKit

/// What `docs/embedding.md` shows a host stands in `examples/`, which `scripts/test-hosts` builds and runs.
@Suite struct EmbeddingTests {
    /// By language, the folder of its example and how the names of its files end.
    private static let examples = [
        "swift": ("examples/swift", ".swift"), "c": ("examples/c", ".c"), "python": ("examples/python", ".py"),
    ]

    @Test func thePageShowsTheExamples() throws {
        var count = 0
        for block in try Repository.page("docs/embedding.md").blocks where block.has("run") {
            let (folder, suffix) = try #require(Self.examples[block.language], "\(block.place) is in another language")
            let examples = try Repository.files(below: folder, ending: suffix).map { try Repository.text($0) }
            let indented = [0, 4, 8].map { Self.indented(block.text, by: $0) }
            #expect(
                examples.contains { example in indented.contains { example.contains($0) } },
                "\(block.place) does not stand in \(folder)")
            count += 1
        }
        #expect(count > 5)
    }

    private static func indented(_ text: String, by columns: Int) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let margin = String(repeating: " ", count: columns)
        return lines.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
    }

    /// The outputs that the page shows are those that the examples are held to.
    @Test func thePageShowsWhatTheExamplesPrint() throws {
        for block in try Repository.page("docs/embedding.md").blocks {
            guard let path = block.value("from") else { continue }
            let expected = try Repository.text(path)
            #expect(expected.contains(block.text), "\(block.place) is not what \(path) has")
        }
    }
}
