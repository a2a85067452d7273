import ArgumentParser
import WritAnalysis
import WritDiagnostics
import WritKit
import WritValues

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", _superCommandName: "writ",
        abstract: "Find what is wrong with policies, before any case is run.",
        discussion: """
            First the mistakes, then the findings of the analysis: what a policy without mistakes does that its author would want \
            to know. A `writ.yaml` beside the policy or in a folder around it says how grave each kind of finding is; what the \
            policy accepts with a reason is not shown.

            Ends with 1 if there is an error, with 3 if a file cannot be read; warnings and notes alone are fine.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github }

    @Argument(help: "Policy files, or folders of them.", completion: .file())
    var paths: [String]

    @Option(help: "text for people, json for tools, sarif or github for continuous integration.")
    var format = Format.text

    @Flag(inversion: .prefixedNo, help: "Look for findings, or only for mistakes.")
    var analysis = true

    @Flag(help: "Print only the cases that show the findings, as tests to paste into the policy.")
    var asTests = false

    @Option(help: ArgumentHelp("What ends the command with 1: error, warning or note.", valueName: "severity"))
    var failOn = Severity.error

    @Option(
        help: ArgumentHelp("The day that acceptances are held against; without it the machine's.", valueName: "date"))
    var today: String?

    func validate() throws {
        if let today, CivilDate(iso: today) == nil {
            throw ValidationError("--today is a day, such as 2026-01-31.")
        }
        if asTests, !analysis { throw ValidationError("--as-tests prints what the analysis finds.") }
    }

    func run() throws {
        let console = Console.current
        let compilation = Compilation(paths: paths)
        let day = today.flatMap { CivilDate(iso: $0) }.map { Int($0.dayNumber) } ?? Today.dayNumber
        let report = analysis ? try compilation.analyse(today: day) : nil
        let result = CheckReport(compilation, report)
        try console.untilClosed { try console.output(text(result, console)) }
        if compilation.hasErrors { throw compilation.isUnread ? ExitStatus.input : ExitStatus.no }
        if result.has(failOn) { throw ExitStatus.no }
    }

    private func text(_ result: CheckReport, _ console: Console) -> String {
        if asTests { return result.tests }
        switch format {
        case .json: return JSONRenderer().render(result.all)
        case .sarif: return SARIFRenderer(toolVersion: WritVersion.current).render(result.all)
        case .github: return GitHubRenderer().render(result.shown)
        case .text: return RichRenderer(color: console.colorsOutput).render(result.shown) + result.summary + "\n"
        }
    }
}

extension Severity: ExpressibleByArgument {
    public static var allValueStrings: [String] { ["error", "warning", "note"] }
}
