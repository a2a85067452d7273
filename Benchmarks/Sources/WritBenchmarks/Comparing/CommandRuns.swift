import Foundation

/// The command as people run it: a process of its own.
struct CommandRuns {
    /// The release build of `writ`.
    private let writ: String
    private let scratch: ScratchFolder

    init(writ: String) throws {
        self.writ = writ
        scratch = try ScratchFolder()
    }

    func measure(_ table: inout FigureTable) throws {
        table.section("The command, as a process of its own")
        try addOneCase(&table)
        try addBatches(&table)
    }

    private func addOneCase(_ table: inout FigureTable) throws {
        let pack = Policies.shipped + "/service-desk"
        let command = [
            writ, "eval", pack, "--decision", "reship_or_refund", "--facts", pack + "/demo/41880.yaml",
        ]
        guard let run = try MeasuredCommand.run(command, times: 9) else { return table.note("writ eval failed") }
        table.add(
            Figure(
                title: "writ eval of one case on rules/service-desk", value: run.processorSeconds * 1e3,
                unit: .milliseconds, goal: .value(atMost: 30)))
        table.add(Figure(title: "its memory", value: run.bytes / 1e6, unit: .megabytes, goal: .value(atMost: 40)))
    }

    // MARK: Many cases

    /// The same lines once and twenty times over: memory must not grow with them.
    private func addBatches(_ table: inout FigureTable) throws {
        let cases = try JSONCases(100_000)
        let lines = Data(bytes: cases.bytes.baseAddress!, count: cases.byteCount)
        let (few, many) = (scratch.path("few.ndjson"), scratch.path("many.ndjson"))
        try scratch.write([lines], to: "few.ndjson")
        try scratch.write(Array(repeating: lines, count: 20), to: "many.ndjson")
        try addBatch("writ eval, 100,000 lines of NDJSON", few, 100_000, &table)
        try addBatch("writ eval, 2,000,000 lines", many, 2_000_000, &table)
        try addJobs(many, &table)
    }

    private func eval(_ file: String, jobs: Int) -> [String] {
        [
            writ, "eval", Policies.path(ResolutionCase.policy), "--decision", ResolutionCase.decision, "--facts", file,
            "--format", "ndjson",
        ] + (hasJobs ? ["--jobs", "\(jobs)"] : [])
    }

    /// On one core, by the time of the processor.
    private func addBatch(_ title: String, _ file: String, _ count: Double, _ table: inout FigureTable) throws {
        guard let run = try MeasuredCommand.run(eval(file, jobs: 1), times: count > 1e6 ? 1 : 3) else {
            return table.note("\(title) failed")
        }
        table.add(
            Figure(
                title: title, value: count / run.processorSeconds, unit: .casesPerSecond, goal: .value(atLeast: 2e6)))
        table.add(Figure(title: "its memory", value: run.bytes / 1e6, unit: .megabytes))
    }

    /// By the clock on the wall, so it tells something only on a machine that has nothing else to do.
    private func addJobs(_ file: String, _ table: inout FigureTable) throws {
        guard hasJobs else { return table.note("writ eval has no --jobs") }
        guard let one = try MeasuredCommand.run(eval(file, jobs: 1), times: 3),
            let two = try MeasuredCommand.run(eval(file, jobs: 2), times: 3)
        else { return table.note("writ eval --jobs failed") }
        table.add(
            Figure(
                title: "--jobs 2, by the clock on the wall", value: 2e6 / two.seconds, unit: .casesPerSecond,
                baseline: 2e6 / one.seconds, against: "--jobs 1"))
    }

    private var hasJobs: Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: writ)
        process.arguments = ["eval", "--help"]
        let output = Pipe()
        process.standardOutput = output
        guard (try? process.run()) != nil else { return false }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.contains("--jobs")
    }
}
