import Testing
import WritKit

/// The command that is named reads its options itself; what it has to say must be what it says below the root.
@Suite struct CommandEntryTests {
    private let session: CommandSession

    init() throws { session = try Samples.session() }

    private static let commands = [
        "check", "eval", "explain", "test", "prove", "diff", "replay", "fmt", "new", "dump", "version",
    ]

    @Test(arguments: commands) func helpIsThatOfTheWholeCommandLine(command: String) {
        let help = session.run("help", command)
        #expect(help.output.contains("USAGE: writ \(command)"), "\(help)")
        for option in ["--help", "-h"] { #expect(session.run(command, option) == help) }
        #expect(session.run(command, "x", "--help").output == help.output)
    }

    @Test(arguments: commands) func mistakesNameTheWholeCommand(command: String) {
        let run = session.run(command, "--no-such-option")
        #expect(run.code == 2)
        #expect(run.error.contains("Usage: writ \(command)"), "\(run)")
        #expect(run.error.contains("See 'writ \(command) --help'"), "\(run)")
    }

    @Test func whatOnlyTheRootKnowsIsFoundBehindACommand() {
        #expect(session.run("eval", "--version") == Run(code: 0, output: WritVersion.text + "\n", error: ""))
        let script = session.run("--generate-completion-script", "bash")
        #expect(script.code == 0 && script.output.contains("writ"))
        #expect(session.run("eval", "--generate-completion-script", "bash") == script)
    }

    @Test func validationIsSaidOnceWithTheUsageOfTheCommand() {
        let run = session.run("eval", "@/reply.writ", "--jobs", "0")
        #expect(run.code == 2)
        #expect(run.error.hasPrefix("Error: --jobs is from 1 to 256; 0 is not."), "\(run)")
        #expect(run.error.contains("Usage: writ eval <paths>"), "\(run)")
    }
}
