import Testing
import WritDiagnostics
import WritKit

/// The cases beside policies, read and run.
struct CaseRun {
    let outcomes: [TestOutcome]
    let complaints: [Diagnostic]
    let coverage: [PolicyCoverage]

    /// - Parameter given: the policy files that are asked for; nil for the folder of them.
    init(_ files: [String: String], given: [String]? = nil) throws {
        let folder = try TemporaryFolder(files)
        let compilation = Compilation(paths: given.map { $0.map(folder.file) } ?? [folder.path])
        let policy = try #require(compilation.policy, "\(compilation.diagnostics.map(\.message))")
        var collector = TestCollector(policy: policy)
        let tests = collector.collect(beside: compilation.sources.folders)
        var runner = TestRunner(policy: policy)
        outcomes = tests.map { runner.run($0) }
        complaints = collector.sink.diagnostics
        coverage = runner.coverage.policies
    }

    /// What differed, in the order of the cases.
    var differences: [String] {
        outcomes.flatMap { outcome in
            outcome.differences.map { "\(outcome.test.name): \($0.what) \($0.expected) / \($0.actual)" }
        }
    }
}
