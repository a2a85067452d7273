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

    /// Each case is answered by both evaluators; one that differs is a failed test too.
    @Test func everyCaseOfEveryPackPasses() throws {
        let compilation = Compilation(paths: [Repository.path("rules")])
        let policy = try #require(compilation.policy)
        var collector = TestCollector(policy: policy)
        let tests = collector.collect(beside: compilation.sources.folders)
        #expect(collector.sink.diagnostics.isEmpty, "\(collector.sink.diagnostics.shown)")
        #expect(tests.count >= 135, "cases were lost")
        var runner = TestRunner(policy: policy)
        for test in tests {
            let outcome = runner.run(test)
            let differences = outcome.differences.map { "\($0.what): expected \($0.expected), got \($0.actual)" }
            #expect(outcome.passed, "\(test.name)\n\(differences) \(outcome.disagreement ?? "")")
        }
        for coverage in runner.coverage.policies {
            let uncovered = coverage.uncovered.map { "\($0.what) \($0.location.description)" }
            #expect(coverage.uncovered.isEmpty, "\(coverage.policy) is not covered: \(uncovered)")
        }
    }
}
