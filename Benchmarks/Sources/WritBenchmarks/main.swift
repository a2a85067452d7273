import Foundation

let usage = """
    usage: writ-benchmarks [--json] [--writ COMMAND] [SECTION …]   the table, or these sections of it
           writ-benchmarks stages FOLDER …                         what each stage takes for these policies
           writ-benchmarks count WORKLOAD PASSES                   work of a fixed size, for counting instructions
           writ-benchmarks workloads                               the names of the workloads, and decisions in a pass
    """

var arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "stages": for path in arguments.dropFirst() { StageTimes(folder: try PolicyFolder(path)).print() }
case "workloads": for workload in Workload.allCases { print(workload.rawValue, workload.decisions) }
case "count":
    guard arguments.count == 3, let workload = Workload(rawValue: arguments[1]), let passes = Int(arguments[2]) else {
        fatalError(usage)
    }
    try workload.run(passes: passes)
default: try Report(&arguments).print()
}
