import WritDiagnostics
import WritFacts
import WritKit
import WritSemantics
import WritSource

/// Reads the params and arguments that a command line gives.
struct SettingReader {
    let policy: Policy
    /// What is asked, where it is one decision: its policy's params go before those of others.
    var decision: DecisionID?
    /// `name=value` each.
    var params: [String] = []
    /// A file with values for params.
    var paramsFile: String?
    /// `name=value` each.
    var arguments: [String] = []

    /// The params of the file, then those given one by one.
    func paramSet() throws -> ParamSet {
        var set = ParamSet(of: policy.model)
        let binder = ParamBinder(policy.model, for: decision)
        var sink = DiagnosticSink()
        if let path = paramsFile {
            let file = SourceFile(path: path, bytes: try FileSystem.read(path))
            let format = DocumentFormat.guess(path: path) ?? .yaml
            let documents = DocumentReader.read(file, as: format, splitsTopLevelList: false, sink: &sink)
            if let node = documents.first?.root { binder.bind(node, into: &set, sink: &sink) }
        }
        if sink.hasErrors { throw PolicyError(.input, sink.diagnostics) }
        for setting in try settings(params, "--param") { binder.bind(setting, into: &set, sink: &sink) }
        if sink.hasErrors { throw PolicyError(.usage, sink.diagnostics) }
        return set
    }

    func values(of decision: DecisionID) throws -> [Datum] {
        var sink = DiagnosticSink()
        let settings = try settings(arguments, "--arg")
        let place = SourceLocation(SourceFile(path: "--arg", text: ""), .at(0))
        let values = ArgumentBinder(policy.model, decision).bind(settings, place: place, sink: &sink)
        guard let values, !sink.hasErrors else { throw PolicyError(.usage, sink.diagnostics) }
        return values
    }

    /// Arguments belong to a decision, so there must be one.
    func noArguments() throws -> [Datum] {
        guard arguments.isEmpty else {
            throw Self.complaint("`--arg` needs `--decision`", "--arg", arguments[0])
        }
        return []
    }

    private func settings(_ texts: [String], _ option: String) throws -> [NamedSetting] {
        var known: Set<String> = []
        return try texts.map { text in
            guard let setting = NamedSetting(text, option: option) else {
                throw Self.complaint("`\(option)` wants `name=value`", option, text)
            }
            if !known.insert(setting.name).inserted {
                throw Self.complaint("`\(setting.name)` is given twice", option, text)
            }
            return setting
        }
    }

    private static func complaint(_ message: String, _ option: String, _ text: String) -> PolicyError {
        let file = SourceFile(path: option, text: text)
        let place = SourceLocation(file, SourceRange(0, file.bytes.count))
        return PolicyError(.usage, [Diagnostic(.wrongOption, .error, message, at: Label(place))])
    }
}
