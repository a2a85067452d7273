import PageSupport
import Testing
import WritDiagnostics
import WritKit
import WritSource
import WritSyntax

/// The policies that come with Writ are what they tell others to be.
@Suite struct PackTests {
    static func policies() throws -> [String] { try Repository.files(below: "rules", ending: PolicyLoader.suffix) }

    @Test(arguments: try policies())
    func isFormatted(_ path: String) throws {
        let text = try Repository.text(path)
        var sink = DiagnosticSink()
        let formatted = Formatter.format(Parser.parse(SourceFile(path: path, text: text), sink: &sink))
        let lines = zip(text.split(separator: "\n"), formatted.split(separator: "\n"))
        let first = lines.first { $0 != $1 }
        #expect(formatted == text, "\(path) is not as `writ fmt` lays it out, first at: \(first?.0 ?? "its end")")
    }

    @Test(arguments: try policies())
    func checksWithoutAWarning(_ path: String) {
        let found = Compilation(paths: [Repository.path(path)]).diagnostics
        #expect(found.isEmpty, "\(path)\n\(found.shown)")
    }

    @Test func packsCheckAsAWhole() {
        let found = Compilation(paths: [Repository.path("rules")]).diagnostics
        #expect(found.isEmpty, "rules\n\(found.shown)")
    }
}
