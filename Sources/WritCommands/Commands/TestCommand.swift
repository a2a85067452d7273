import ArgumentParser
import WritDiagnostics
import WritKit
import WritSource

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", _superCommandName: "writ",
        abstract: "Run the tests in policies, and the cases beside them.",
        discussion: """
            Runs the tests written in the policies and the cases of every cases/*.yaml beside them, each with both of Writ's \
            evaluators. Prints what failed, with what was expected, what came, and the facts that were looked at; then how many \
            of each policy's rules fired, and of their conditions were found true and false. Given files rather than folders, it \
            leaves out the cases of decisions in other policy files there, and says how many.

            With --mutate, each comparison, constant, cell, rule and outcome of the policies is changed a little, one at a time; \
            what no test notices is printed with a test that would. With --suggest, the tests are printed that show what none \
            shows: both sides of each boundary, each value, each unknown, and each condition deciding alone.

            Ends with 1 if a test failed or coverage or the score is too low, with 3 if a file of cases cannot be read.
            """)

    @Argument(help: "Policy files, or folders of them.", completion: .file())
    var paths: [String]

    @Option(help: "Write the results as JUnit XML too.", completion: .file())
    var junit: String?

    @Option(
        help: ArgumentHelp(
            "Fail if less of a policy's rules, or of the outcomes of its conditions, is covered.", valueName: "percent")
    )
    var minCoverage: Int?

    @Option(help: ArgumentHelp("Only the tests whose name contains this; no coverage then.", valueName: "text"))
    var filter: String?

    @Flag(help: "Change each part of the policies in turn, and say which changes no test notices.")
    var mutate = false

    @Flag(help: "Write the cases that the tests lack: boundaries, values, unknowns, and conditions that decide alone.")
    var suggest = false

    @Option(
        help: ArgumentHelp("With --mutate: fail if less of a policy's changes is noticed.", valueName: "percent"))
    var minScore: Int?

    @Option(help: "With --mutate or --suggest: text for people, json for machines.")
    var format = TestFormat.text

    func validate() throws {
        if let minCoverage, !(0...100).contains(minCoverage) {
            throw ValidationError("--min-coverage is a percentage.")
        }
        if let minScore, !(0...100).contains(minScore) { throw ValidationError("--min-score is a percentage.") }
        if minScore != nil, !mutate { throw ValidationError("--min-score is for --mutate.") }
        if mutate, suggest { throw ValidationError("--mutate and --suggest are asked for one at a time.") }
        if format == .json, !mutate, !suggest {
            throw ValidationError("--format json is for --mutate and --suggest.")
        }
    }

    func run() throws {
        let console = Console.current
        let compilation = Compilation(paths: paths)
        guard let policy = compilation.policy else { throw compilation.failure }
        var collector = TestCollector(policy: policy)
        let all = collector.collect(beside: compilation.sources.folders)
        console.error(RichRenderer(color: console.colorsError).render(collector.sink.diagnostics))
        let tests = all.filter { test in filter.map { test.name.contains($0) } ?? true }
        if let filter, tests.isEmpty, !collector.sink.hasErrors {
            console.complain("no test has `\(filter)` in its name; there are \(all.count)")
            throw ExitStatus.usage
        }
        let (outcomes, runner) = run(tests, policy, console)
        let report = TestReport(color: console.colorsOutput)
        try console.untilClosed {
            // What is printed then is to be read by machines, or to be put into a file.
            if suggest || format == .json, outcomes.allSatisfy(\.passed) { return }
            try console.output(report.text(outcomes, leftOut: collector.leftOutCount, unread: collector.unreadCount))
            if filter == nil, !mutate { try console.output(report.text(runner.coverage.policies)) }
        }
        if let junit { try FileSystem.write(Array(JUnitReport.text(policy, outcomes).utf8), to: junit) }
        if mutate {
            try conclude(outcomes, [], isBroken: collector.sink.hasErrors, console)
            return try MutationTest(
                compilation: compilation, policy: policy, tests: tests, minScore: minScore, format: format
            ).run(console)
        }
        if suggest {
            try conclude(outcomes, [], isBroken: collector.sink.hasErrors, console)
            return try SuggestionSearch(compilation: compilation, policy: policy, tests: tests, format: format).run(
                console)
        }
        try conclude(outcomes, runner.coverage.policies, isBroken: collector.sink.hasErrors, console)
    }

    private func run(_ tests: [TestCase], _ policy: Policy, _ console: Console) -> ([TestOutcome], TestRunner) {
        var runner = TestRunner(policy: policy)
        let progress = Progress(console, "tests", total: tests.count)
        defer { progress.finish() }
        let outcomes = tests.map { test in
            defer { progress.step() }
            return runner.run(test)
        }
        return (outcomes, runner)
    }

    private func conclude(
        _ outcomes: [TestOutcome], _ coverage: [PolicyCoverage], isBroken: Bool, _ console: Console
    ) throws {
        if isBroken { throw ExitStatus.input }
        if outcomes.contains(where: { !$0.passed }) { throw ExitStatus.no }
        guard let minCoverage, filter == nil else { return }
        let short = coverage.flatMap { policy in
            [("its rules", policy.rulePercent), ("the outcomes of its conditions", policy.conditionPercent)]
                .filter { $0.1 < minCoverage }
                .map {
                    "\(VisibleText.oneLine(policy.policy)) has \($0.1) % of \($0.0) covered, not \(minCoverage) %"
                }
        }
        for line in short { console.error("error: \(line)\n") }
        if !short.isEmpty { throw ExitStatus.no }
    }
}
