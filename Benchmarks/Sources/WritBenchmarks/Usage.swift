import Foundation

/// What can be asked of this program.
enum Usage {
    private static let text = """
        usage: writ-benchmarks [--json] [--writ COMMAND] [SECTION …]   the table, or these sections of it
               writ-benchmarks stages FOLDER …                         what each stage takes for these policies
               writ-benchmarks count WORKLOAD PASSES                   work of a fixed size, for counting instructions
               writ-benchmarks workloads                               the names of the workloads, and decisions in a pass

        """

    static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data("\(message)\n\(text)".utf8))
        exit(2)
    }
}
