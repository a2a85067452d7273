import ArgumentParser
import WritDiagnostics
import WritKit

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
            CheckCommand.self, EvalCommand.self, ExplainCommand.self, TestCommand.self, FormatCommand.self,
            NewCommand.self, DumpCommand.self, VersionCommand.self,
        ])

    public init() {}

    /// Runs a command line and says how the process shall end.
    public static func run(_ arguments: [String], console: Console = .standard) -> Int32 {
        Console.$current.withValue(console) {
            do {
                var command = try parseAsRoot(arguments)
                try command.run()
                return 0
            } catch { return status(of: error, console) }
        }
    }

    /// Ends the process as the command line `arguments` ends.
    public static func runProcess(_ arguments: [String]) -> Int32 {
        StandardStream.ignorePipeSignal()
        return run(arguments)
    }

    private static func status(of error: any Error, _ console: Console) -> Int32 {
        switch error {
        case is ConsoleClosed: return 0
        case let status as ExitStatus: return status.rawValue
        case let error as PolicyError:
            console.error(RichRenderer(color: console.colorsError).render(error.diagnostics))
            return ExitStatus(error.kind).rawValue
        case let error as FileFailure:
            console.error("error: cannot use \(error.message)\n")
            return ExitStatus.input.rawValue
        default: return usage(error, console)
        }
    }

    /// What the parser of the command line has to say: help, or what is wrong with it.
    private static func usage(_ error: any Error, _ console: Console) -> Int32 {
        let message = fullMessage(for: error)
        if exitCode(for: error).isSuccess {
            try? console.print(message)
            return 0
        }
        console.error(message + "\n")
        return ExitStatus.usage.rawValue
    }
}
