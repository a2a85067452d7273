import Foundation
import WritEngine
import WritSemantics

// Prints times: of the decisions of the two policies beside this file, of reading JSON for one of them (alone: `--rows`), then
// of the stages for each folder given.
let arguments = Array(CommandLine.arguments.dropFirst())
let policies = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Policies")
    .standardized.path

func model(_ folder: String) throws -> CheckedModel {
    let folder = try PolicyFolder(policies + "/" + folder)
    let result = folder.check(folder.parse())
    guard let model = result.model else {
        for diagnostic in result.diagnostics.diagnostics.prefix(5) { print(diagnostic) }
        preconditionFailure("\(folder.name) has errors")
    }
    return model
}

if let only = arguments.first, only == "--once" {
    // One policy's decisions and nothing else, for counting instructions: `--once <policy> <decisions>`.
    let model = try model(arguments[1])
    var maker = CaseMaker()
    let cases = (0..<512).map { _ in maker.facts(model, missing: 0) }
    let frames = FrameRow(try PlanVerifier.verify(Lowering.plan(of: model)), cases, ParamSet(of: model))
    for _ in 0..<Int(arguments[2])! / 512 { frames.evaluateAll() }
} else if let only = arguments.first, only == "--rows" {
    let model = try model(arguments[1])
    var maker = CaseMaker()
    let times = RowTimes(model, (0..<512).map { _ in maker.facts(model, missing: 0) })
    times.decide(Int(arguments[2])!)
} else if let only = arguments.first, only == "--dump" {
    let model = try model(arguments[1])
    print(PlanPrinter(Lowering.plan(of: model), model: model).text())
} else {
    try DecisionTimes(name: "three facts", model: model("three-facts")).print(against: HandWrittenParcel.self)
    try DecisionTimes(name: "fifteen rules", model: model("refunds")).print(against: HandWrittenRefunds.self)
    for path in arguments { StageTimes(folder: try PolicyFolder(path)).print() }
}
