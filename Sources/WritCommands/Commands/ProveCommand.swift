import ArgumentParser
import WritAnalysis
import WritDiagnostics
import WritKit
import WritSource

struct ProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", _superCommandName: "writ",
        abstract: "Show that promises hold in every case, or show a case that breaks them.",
        discussion: """
            For each `always` and `never`, and each promise about two cases: proved; refuted, with the case (or the two cases) \
            that breaks it, as a test to paste; or not decided, with what made it hard. Nothing is sampled: proved means every \
            case there is. Facts keep their declared types and bounds, params have the values that the policy gives them.

            A question may take so many steps, counted the same on every machine. What our own search does not settle is put to \
            z3 where that is on the PATH (WRIT_SOLVER names another, or `none`).

            Ends with 1 if a promise is refuted, or, with --strict, not decided.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github }

    @Argument(help: "Policy files, or folders of them.", completion: .file())
    var paths: [String]

    @Option(help: ArgumentHelp("Only the promises of this name; may be repeated.", valueName: "name"))
    var promise: [String] = []

    @Option(help: "text for people, json for tools, sarif or github for continuous integration.")
    var format = Format.text

    @Flag(help: "Print only the cases that break a promise, as tests to paste into the policy.")
    var asTests = false

    @Option(help: ArgumentHelp("Steps that a question may take.", valueName: "steps"))
    var budget = SearchBudget.ordinary.steps

    @Flag(help: "End with 1 for what is not decided too.")
    var strict = false

    func validate() throws {
        if budget < 1 { throw ValidationError("--budget is a number of steps, at least 1.") }
    }

    func run() throws {
        let console = Console.current
        let compilation = Compilation(paths: paths)
        guard let policy = compilation.policy else { throw try refusal(of: compilation, console) }
        try checkNames(in: policy, console)
        let report = ProofReport(policy: policy, proofs: proofs(of: policy, console), steps: budget, isStrict: strict)
        try console.untilClosed { try console.output(text(report, console)) }
        if report.fails { throw ExitStatus.no }
    }

    private func text(_ report: ProofReport, _ console: Console) -> String {
        if asTests { return report.tests }
        switch format {
        case .text: return report.text(color: console.colorsOutput)
        case .json: return report.json
        case .sarif, .github: return rendered(report.diagnostics)
        }
    }

    private func rendered(_ diagnostics: [Diagnostic]) -> String {
        format == .sarif
            ? SARIFRenderer(toolVersion: WritVersion.current).render(diagnostics)
            : GitHubRenderer().render(diagnostics)
    }

    /// How a policy with mistakes ends. What continuous integration picks up is written all the same, with the mistakes in it.
    private func refusal(of compilation: Compilation, _ console: Console) throws -> any Error {
        let failure = compilation.failure
        guard format == .sarif || format == .github, !asTests else { return failure }
        try console.untilClosed { try console.output(rendered(failure.diagnostics)) }
        return ExitStatus(failure.kind)
    }

    /// A misspelt name would prove nothing and look well.
    private func checkNames(in policy: Policy, _ console: Console) throws {
        let known = policy.promises
        for name in promise where !known.contains(name) {
            console.complain("there is no promise `\(name)`")
            let help = Spelling.question(name, among: known) ?? Self.all(known)
            console.error("help: \(VisibleText.oneLine(help))\n")
            throw ExitStatus.usage
        }
    }

    private static func all(_ names: [String]) -> String {
        switch names.count {
        case 0: "the policy promises nothing"
        case 1: "there is `\(names[0])`"
        default: "there are \(Spelling.list(names))"
        }
    }

    /// All at once, which shares the work; one by one where somebody watches how far it is.
    private func proofs(of policy: Policy, _ console: Console) -> [PromiseProof] {
        let names = policy.promises.filter { promise.isEmpty || promise.contains($0) }
        if names.isEmpty { return [] }
        guard Progress.isWanted(on: console) else { return policy.prove(Set(names), steps: budget) }
        let progress = Progress(console, "promises", total: names.count)
        defer { progress.finish() }
        return names.flatMap { name in
            defer { progress.step() }
            return policy.prove([name], steps: budget)
        }
    }
}
