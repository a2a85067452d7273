import WritKit
import WritSource

/// `writ test --mutate`: changes each part of the policies in turn, and says which changes no test notices.
struct MutationTest {
    let compilation: Compilation
    let policy: Policy
    let tests: [TestCase]
    let minScore: Int?
    let format: TestFormat

    func run(_ console: Console) throws {
        let tester = MutationTester(policy: policy, tests: tests, files: Set(compilation.sources.given))
        let results = tried(tester, console)
        var writer = MissingTestWriter(compilation, tests: tests)
        let written = writer?.write(results) ?? []
        let report = MutationReport(results, written, sampled: tester.sampledTables, color: console.colorsOutput)
        try console.untilClosed { try console.output(format == .json ? report.json : report.text) }
        guard let minScore else { return }
        let short = MutationScore.scores(of: results).filter { $0.percent < minScore }
        for score in short {
            let name = score.policy.isEmpty ? "the policy" : VisibleText.oneLine(score.policy)
            console.error("error: the tests of \(name) notice \(score.percent) % of its changes, not \(minScore) %\n")
        }
        if !short.isEmpty { throw ExitStatus.no }
    }

    private func tried(_ tester: MutationTester, _ console: Console) -> [MutantResult] {
        let progress = Progress(console, "changes", total: tester.mutants.count)
        defer { progress.finish() }
        return ParallelRun(tester.mutants.count) { tester.result(of: tester.mutants[$0]) }.run(progress)
    }
}
