import ArgumentParser
import WritFacts
import WritKit

/// What is asked, about which cases: shared by `eval` and `explain`.
struct QuestionOptions: ParsableArguments {
    @Argument(help: "Policy files, or folders of them.", completion: .file())
    var paths: [String]

    @Option(
        name: .customLong("decision"),
        help: ArgumentHelp(
            "The decision to make; without it, every decision that needs no argument.", valueName: "decision"))
    var decisionsNamed: [String] = []

    @Option(
        name: .customLong("facts"),
        help: ArgumentHelp("The file with the facts; - for standard input.", valueName: "facts"), completion: .file())
    var factFiles: [String] = []

    @Option(
        help: "How the facts are written; told by the file's ending if not given, else by what is in it.")
    var inputFormat: InputFormat?

    @Option(name: .customLong("param"), help: ArgumentHelp("Another value for a param.", valueName: "name=value"))
    var params: [String] = []

    @Option(name: .customLong("params"), help: "A YAML or JSON file with values for params.", completion: .file())
    var paramsFile: String?

    @Option(name: .customLong("arg"), help: ArgumentHelp("An argument of the decision.", valueName: "name=value"))
    var arguments: [String] = []

    @Option(help: "The language of reasons, such as zh.")
    var locale: String?

    @Option(help: ArgumentHelp("Sets today, or with a time of day now and today.", valueName: "date"))
    var asOf: String?

    enum InputFormat: String, ExpressibleByArgument, CaseIterable {
        case yaml, json, ndjson

        var documentFormat: DocumentFormat {
            switch self {
            case .yaml: .yaml
            case .json: .json
            case .ndjson: .ndjson
            }
        }
    }

    /// Opens the facts; nil when none are given.
    func input(_ console: Console) throws(FileFailure) -> CaseInput? {
        guard let facts else { return nil }
        return try CaseInput(facts, inputFormat?.documentFormat, console)
    }

    var decision: String? { decisionsNamed.first }
    var facts: String? { factFiles.first }

    /// What is given once must not be given twice: one of the two would be ignored.
    func validate() throws {
        if decisionsNamed.count > 1 { throw ValidationError("--decision is given twice; ask one decision, or all.") }
        if factFiles.count > 1 { throw ValidationError("--facts is given twice; give one file, or - for a stream.") }
    }
}
