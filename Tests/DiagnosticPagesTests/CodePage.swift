import PageSupport
import Testing
import WritDiagnostics

/// The page of one code, with its example before the mistake is mended and after.
struct CodePage: Sendable, CustomTestStringConvertible {
    let code: String
    let page: Page

    init(_ page: Page) {
        self.page = page
        code = String(page.name.dropLast(".md".count))
    }

    var testDescription: String { code }

    static func all() throws -> [CodePage] {
        try Repository.files(below: "docs/diagnostics", ending: ".md").filter { !$0.hasSuffix("README.md") }
            .map { CodePage(try Repository.page($0)) }
    }

    /// Whether the page says in words why its mistake is not shown: a file too large to print.
    var isWithoutExample: Bool { page.text.contains("*Not shown here: ") }

    /// Whether the mistake is one of asking, shown with commands.
    var showsCommands: Bool { page.blocks.contains { $0.language == "console" } }

    /// Codes that the page says come along with its own.
    var companions: [String] {
        page.blocks.flatMap { $0.words }.filter { $0.hasPrefix("also=") }.map { String($0.dropFirst(5)) }
    }

    /// The blocks of a side, with those that belong to both.
    func blocks(_ side: Side) -> [Block] { page.blocks.filter { !$0.has(side.other.rawValue) } }

    enum Side: String, CaseIterable, Sendable {
        case before, after

        var other: Side { self == .before ? .after : .before }
    }
}
