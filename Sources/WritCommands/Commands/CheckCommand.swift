import ArgumentParser
import WritDiagnostics
import WritKit

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Find what is wrong with policies, before any case is run.",
        discussion: "Ends with 1 if there is an error; warnings alone are fine.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github }

    @Argument(help: "Policy files, or folders of them.", completion: .file())
    var paths: [String]

    @Option(help: "text for people, json for tools, sarif or github for continuous integration.")
    var format = Format.text

    func run() throws {
        let console = Console.current
        let compilation = Compilation(paths: paths)
        try console.untilClosed { try console.output(text(compilation, console)) }
        if compilation.hasErrors { throw compilation.isUnread ? ExitStatus.input : ExitStatus.no }
    }

    private func text(_ compilation: Compilation, _ console: Console) -> String {
        let found = compilation.diagnostics
        switch format {
        case .json: return JSONRenderer().render(found)
        case .sarif: return SARIFRenderer(toolVersion: WritVersion.current).render(found)
        case .github: return GitHubRenderer().render(found)
        case .text:
            let summary = DiagnosticSummary(found, dropped: compilation.dropped)
            let rendered = RichRenderer(color: console.colorsOutput).render(found)
            return rendered + "\(summary.text)\(files(compilation))\n"
        }
    }

    private func files(_ compilation: Compilation) -> String {
        let count = compilation.sources.units.count
        return " in \(count) file\(count == 1 ? "" : "s")"
    }
}
