import ArgumentParser
import WritKit

struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", _superCommandName: "writ",
        abstract: "Say which Writ this is, and which time zone data it holds.")

    func run() throws { try Console.current.print(WritVersion.text) }
}
