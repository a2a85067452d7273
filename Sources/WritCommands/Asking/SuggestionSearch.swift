import WritKit

/// `writ test --suggest`: writes the tests that the policies lack.
struct SuggestionSearch {
    let compilation: Compilation
    let policy: Policy
    let tests: [TestCase]
    let format: TestFormat

    func run(_ console: Console) throws {
        let suggester = TestSuggester(policy: policy, tests: tests, files: Set(compilation.sources.given))
        let found = suggestions(suggester, console)
        var writer = MissingTestWriter(compilation, tests: tests)
        let all = writer?.write(found.flatMap(\.tests)) ?? []
        var rest = all[...]
        let written = found.map { suggestions in
            defer { rest = rest.dropFirst(suggestions.tests.count) }
            return Array(rest.prefix(suggestions.tests.count))
        }
        let report = SuggestionReport(found, written)
        try console.untilClosed { try console.output(format == .json ? report.json : report.text) }
    }

    private func suggestions(_ suggester: TestSuggester, _ console: Console) -> [TestSuggestions] {
        let progress = Progress(console, "policies", total: suggester.policies.count)
        defer { progress.finish() }
        return ParallelRun(suggester.policies.count) { suggester.suggestions(for: suggester.policies[$0]) }.run(
            progress)
    }
}
