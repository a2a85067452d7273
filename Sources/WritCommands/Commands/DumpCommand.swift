import ArgumentParser
import WritDiagnostics
import WritKit
import WritSource
import WritSyntax

struct DumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump", _superCommandName: "writ", abstract: "Show what a stage of the compiler makes of policies."
    )

    enum Stage: String, ExpressibleByArgument, CaseIterable { case tokens, syntax, names, model, plan }

    @Argument(help: "Policy files, or folders of them.", completion: .file())
    var paths: [String]

    @Option(help: "tokens, syntax, names, model or plan.")
    var stage: Stage

    func run() throws {
        let console = Console.current
        let compilation = Compilation(paths: paths)
        switch stage {
        case .tokens: try show(compilation, console) { TokenDump.text($0) }
        case .syntax: try show(compilation, console) { SyntaxDump.text($0.root) }
        case .names: try console.output(VisibleText.lines(NameDump.text(policy(compilation).model)))
        case .model: try console.output(VisibleText.lines(ModelDump(policy(compilation).model).text))
        case .plan: try console.output(VisibleText.lines(policy(compilation).planText))
        }
    }

    /// Tokens and syntax exist for every text, however wrong.
    private func show(_ compilation: Compilation, _ console: Console, _ text: (SyntaxTree) -> String) throws {
        if compilation.isUnread { throw compilation.failure }
        for unit in compilation.sources.units {
            try console.output("# \(VisibleText.oneLine(unit.file.path))\n" + text(unit.tree))
        }
    }

    private func policy(_ compilation: Compilation) throws -> Policy {
        guard let policy = compilation.policy else { throw compilation.failure }
        return policy
    }
}
