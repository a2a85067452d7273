import ArgumentParser
import WritAnalysis
import WritDiagnostics
import WritKit

struct ProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Show that promises hold in every case, or show a case that breaks them.",
        discussion: """
            For each `always` and `never`, and each promise about two cases: proved; refuted, with the case (or the two cases) \
            that breaks it, as a test to paste; or not decided, with what made it hard. Nothing is sampled: proved means every \
            case there is. Facts keep their declared types and bounds, params have the values that the policy gives them.

            A question may take so many steps, counted the same on every machine. What our own search does not settle is put to \
            z3 where that is on the PATH (WRIT_SOLVER names another, or `none`).

            Ends with 1 if a promise is refuted, or, with --strict, not decided.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "Policy files, or folders of them.", completion: .file())
    var paths: [String]

    @Option(help: ArgumentHelp("Only the promises of this name; may be repeated.", valueName: "name"))
    var promise: [String] = []

    @Option(help: "text for people, json for tools.")
    var format = Format.text

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
        guard let policy = compilation.policy else { throw compilation.failure }
        let names = policy.promises
        for name in promise where !names.contains(name) {
            console.complain("there is no promise `\(name)`")
            throw ExitStatus.usage
        }
        let proofs = policy.prove(promise.isEmpty ? nil : Set(promise), steps: budget)
        let report = ProofReport(policy: policy, steps: budget, color: console.colorsOutput)
        try console.untilClosed {
            try console.output(format == .json ? report.json(proofs) : report.text(proofs))
        }
        if proofs.contains(where: { $0.fails(strictly: strict) }) { throw ExitStatus.no }
    }
}

extension PromiseProof {
    fileprivate func fails(strictly: Bool) -> Bool {
        switch verdict {
        case .proved: false
        case .refuted: true
        case .undecided: strictly
        }
    }
}
