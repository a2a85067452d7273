import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "stages": for path in arguments.dropFirst() { StageTimes(folder: try PolicyFolder(path)).print() }
case "workloads": for workload in Workload.allCases { print(workload.rawValue, workload.decisions) }
case "count":
    guard arguments.count == 3, let workload = Workload(rawValue: arguments[1]), let passes = Int(arguments[2]) else {
        Usage.fail("which workload, and how often?")
    }
    try workload.run(passes: passes)
default: try Report(arguments).print()
}
