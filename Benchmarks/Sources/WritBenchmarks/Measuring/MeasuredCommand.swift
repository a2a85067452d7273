import Foundation

/// What a command took as a process of its own.
struct MeasuredCommand {
    /// By the clock on the wall, and of the processor.
    var seconds, processorSeconds: Double
    /// The most that it held at once.
    var bytes: Double

    /// Runs a command several times.
    ///
    /// - Returns: the run that took the median of the processor's time; nil when one failed.
    static func run(_ command: [String], times: Int = 1) throws -> MeasuredCommand? {
        var runs: [MeasuredCommand] = []
        for _ in 0..<times {
            guard let run = try once(command) else { return nil }
            runs.append(run)
        }
        return runs.sorted { $0.processorSeconds < $1.processorSeconds }[times / 2]
    }

    private static func once(_ command: [String]) throws -> MeasuredCommand? {
        let process = Process()
        // Built beside this program.
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("measured-command")
        process.arguments = command
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let numbers = text.split { $0.isWhitespace }.compactMap { Double($0) }
        guard process.terminationStatus == 0, numbers.count == 3 else { return nil }
        return MeasuredCommand(seconds: numbers[0], processorSeconds: numbers[1], bytes: numbers[2])
    }
}
