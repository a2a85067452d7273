import Glibc
import Synchronization
import WritCommands
import WritKit

/// The commands of a console block, and what the page says that they print.
public struct Session: Sendable {
    public struct Step: Sendable {
        /// What stands behind `$ `.
        public var line: String
        public var words: [String]
        /// The lines up to the next command.
        public var expected: [String] = []
    }

    public let steps: [Step]

    public init(_ block: Block) {
        var steps: [Step] = []
        for line in block.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.hasPrefix("$ ") {
                steps.append(Step(line: String(line.dropFirst(2)), words: CommandLine.words(line.dropFirst(2))))
            } else if !steps.isEmpty {
                steps[steps.count - 1].expected.append(String(line))
            }
        }
        self.steps = steps
    }

    /// The policy files that the commands name.
    public var policyNames: [String] { steps.flatMap(\.words).filter { $0.hasSuffix(PolicyLoader.suffix) } }

    /// What the commands print, standard output and error together, one after the other.
    public func run(in folder: ScratchFolder) throws -> [(step: Step, output: String, status: Int32)] {
        try run(in: folder.path)
    }

    public func run(in folder: String) throws -> [(step: Step, output: String, status: Int32)] {
        try Self.turn.withLock { _ in
            let home = Self.workingFolder
            guard chdir(folder) == 0 else { throw ScratchFailure(reason: "cannot enter \(folder)") }
            defer { chdir(home) }
            return steps.map { step in
                let (output, status) = Self.run(step)
                return (step, output, status)
            }
        }
    }

    private static var workingFolder: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }

    /// The working folder belongs to the whole process, so one session runs at a time.
    private static let turn = Mutex(())

    private static func run(_ step: Step) -> (String, Int32) {
        guard step.words.first == "writ" else { return ("`\(step.line)` is no command of Writ", -1) }
        let heard = Heard()
        let console = Console(output: { heard.add($0) }, error: { heard.add($0) }, input: { 0 })
        let status = WritCommand.run(Array(step.words.dropFirst()), console: console)
        return (heard.text, status)
    }
}

/// What a command has printed.
private final class Heard: Sendable {
    private let pieces = Mutex("")

    func add(_ piece: String) { pieces.withLock { $0 += piece } }

    var text: String { pieces.withLock { $0 } }
}

extension Session.Step {
    /// Whether an output is the expected one; `…` stands for anything on its line, and alone on a line for any lines.
    public func matches(_ output: String) -> Bool {
        var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last == "" { lines.removeLast() }
        var wanted = expected
        while wanted.last == "" { wanted.removeLast() }
        return Self.match(wanted[...], lines[...])
    }

    private static func match(_ wanted: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool {
        guard let first = wanted.first else { return lines.isEmpty }
        if first.allSatisfy({ $0 == "…" || $0 == " " }), first.contains("…") {
            return (lines.startIndex...lines.endIndex).contains { match(wanted.dropFirst(), lines[$0...]) }
        }
        guard let line = lines.first, Wildcard.matches(first, line) else { return false }
        return match(wanted.dropFirst(), lines.dropFirst())
    }
}

/// A line with `…` for anything.
enum Wildcard {
    static func matches(_ pattern: String, _ line: String) -> Bool {
        let pieces = pattern.split(separator: "…", omittingEmptySubsequences: false)
        guard pieces.count > 1 else { return pattern == line }
        guard line.hasPrefix(pieces[0]) else { return false }
        var rest = line.dropFirst(pieces[0].count)
        for piece in pieces.dropFirst().dropLast() {
            guard let found = rest.firstRange(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(pieces.last!)
    }
}
