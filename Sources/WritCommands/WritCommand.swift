import ArgumentParser
import WritDiagnostics
import WritKit
import WritSource

/// The command line.
public struct WritCommand: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "writ",
        abstract: "Check, run, test and explain policies written in Writ.",
        discussion: """
            PATH is a policy file or a folder, which is read with everything below it.

            Exit codes: 0 fine; 1 the policy or the case says no (errors found, a test failed, an answer faulted, a promise \
            broken); 2 used wrongly; 3 broken input (a file cannot be read, facts do not fit).
            """,
        version: WritVersion.text,
        subcommands: [
            CheckCommand.self, EvalCommand.self, ExplainCommand.self, TestCommand.self, ProveCommand.self,
            DiffCommand.self, ReplayCommand.self,
            FormatCommand.self, NewCommand.self, DumpCommand.self, VersionCommand.self,
        ])

    public init() {}

    /// Runs a command line and says how the process shall end.
    public static func run(_ arguments: [String], console: Console = .standard) -> Int32 {
        Console.$current.withValue(console) {
            if let word = arguments.first, let help = unknownCommand(word) {
                console.complain("there is no command `\(word)`")
                console.error("help: \(help)\n")
                return ExitStatus.usage.rawValue
            }
            do {
                var command = try asked(by: arguments)
                try command.run()
                return 0
            } catch { return status(of: error, console) }
        }
    }

    /// The command that a command line asks for.
    ///
    /// The parser goes down from the root to the command that is named, and first looks whether a script of completions is
    /// asked for: twice the work of reading the options. So the command that is named reads them at once; it says that it has
    /// a super-command, since the parser looks for that request where there is none. Whatever it does not take as it stands
    /// (help, mistakes, such a request) is read from the root, which has something to say about it.
    private static func asked(by arguments: [String]) throws -> any ParsableCommand {
        let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
        if let named, let command = try? named.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == named {
            return command
        }
        return try parseAsRoot(arguments)
    }

    /// What may have been meant by a first word that is no command; nil when it is one, or an option.
    private static func unknownCommand(_ word: String) -> String? {
        let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        if word.hasPrefix("-") || word.isEmpty || known.contains(word) { return nil }
        return Spelling.question(word, among: known) ?? "there are \(Spelling.list(known))"
    }

    /// Ends the process as the command line `arguments` ends.
    public static func runProcess(_ arguments: [String]) -> Int32 {
        StandardStream.ignorePipeSignal()
        return run(arguments)
    }

    private static func status(of error: any Error, _ console: Console) -> Int32 {
        switch error {
        case OutputFailure.closed: return 0
        case OutputFailure.failed(let reason):
            console.complain("cannot write standard output: \(reason)")
            return ExitStatus.input.rawValue
        case let status as ExitStatus: return status.rawValue
        case let error as PolicyError:
            console.error(RichRenderer(color: console.colorsError).render(error.diagnostics))
            return ExitStatus(error.kind).rawValue
        case let error as FileFailure:
            console.complain("cannot use \(error.message)")
            return ExitStatus.input.rawValue
        default: return usage(error, console)
        }
    }

    /// What the parser of the command line has to say: help, or what is wrong with it.
    private static func usage(_ error: any Error, _ console: Console) -> Int32 {
        let message = fullMessage(for: error)
        if exitCode(for: error).isSuccess {
            do { try console.print(message) } catch { return status(of: error, console) }
            return 0
        }
        console.error(VisibleText.lines(message) + "\n")
        return ExitStatus.usage.rawValue
    }
}
