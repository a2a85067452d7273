import WritDiagnostics
import WritFacts
import WritKit
import WritSource

/// Reads the `options` of a question from a JSON object.
struct OptionsReader {
    private var options = Policy.Options()
    private var sink = DiagnosticSink()

    static func read(_ bytes: [UInt8]) throws(PolicyError) -> Policy.Options {
        var reader = OptionsReader()
        let file = SourceFile(path: "<options>", bytes: bytes)
        let documents = DocumentReader.read(file, as: .json, splitsTopLevelList: false, sink: &reader.sink)
        if let node = documents.first?.root { reader.read(node) }
        if reader.sink.hasErrors { throw PolicyError(.usage, reader.sink.diagnostics) }
        return reader.options
    }

    private mutating func read(_ node: DocumentNode) {
        for entry in group(node) {
            switch entry.key {
            case "params": options.params = texts(entry.value)
            case "arguments": options.arguments = texts(entry.value)
            case "language": options.language = single(entry.value)
            case "as_of": options.asOf = single(entry.value)
            default:
                complain(
                    "there is no option `\(entry.key)`", at: entry.keyLocation,
                    help: Spelling.question(entry.key, among: Self.names) ?? "there are \(Spelling.list(Self.names))")
            }
        }
    }

    private static let names = ["params", "arguments", "language", "as_of"]

    /// Values by their names. What is no single value is read later as the JSON that it is.
    private mutating func texts(_ node: DocumentNode) -> [String: String] {
        var texts: [String: String] = [:]
        for entry in group(node) {
            if case .scalar(let text, _) = entry.value.content {
                texts[entry.key] = text
            } else {
                texts[entry.key] = entry.value.location.text
            }
        }
        return texts
    }

    private mutating func group(_ node: DocumentNode) -> [DocumentEntry] {
        if node.isNull { return [] }
        if let entries = node.entries { return entries }
        complain(
            "options are given by their names, and this is \(node.kindDescription)", at: node.location,
            help: "write each as `\"name\": value`")
        return []
    }

    private mutating func single(_ node: DocumentNode) -> String? {
        switch node.content {
        case .null: return nil
        case .scalar(let text, _): return text
        case .list, .mapping:
            complain("this is one text, and not \(node.kindDescription)", at: node.location)
            return nil
        }
    }

    private mutating func complain(_ message: String, at location: SourceLocation, help: String? = nil) {
        sink.report(Diagnostic(.wrongOption, .error, message, at: Label(location), help: help))
    }
}
