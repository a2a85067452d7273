import WritDiagnostics
import WritSource

/// How the text of a document is to be read.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
    /// YAML 1.1 as libyaml reads it; `---` separates cases.
    case yaml
    /// One JSON text (RFC 8259).
    case json
    /// One JSON text a line.
    case ndjson

    /// The format that the ending of a path speaks of, or nil if it says nothing.
    public static func guess(path: String) -> DocumentFormat? {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        return switch name[name.index(after: dot)...].lowercased() {
        case "yaml", "yml": .yaml
        case "json": .json
        case "ndjson", "jsonl": .ndjson
        default: nil
        }
    }

    /// The format of a file whose name says nothing: JSON that is whole is JSON, objects a line are NDJSON, and all else is
    /// YAML. In YAML an escape such as `\ud83d\ude00` means something else than in JSON.
    public static func told(by file: SourceFile, limits: DocumentLimits = DocumentLimits()) -> DocumentFormat {
        let text = file.bytes[file.byteOrderMarkLength...].drop { $0.isJSONSpace }
        guard let first = text.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return .yaml }
        if isJSON(file, limits) { return .json }
        let lines = text.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            .filter { !$0.allSatisfy(\.isJSONSpace) }
        guard lines.count > 1, lines.allSatisfy({ $0.first { !$0.isJSONSpace } == UInt8(ascii: "{") }) else {
            return .yaml
        }
        return isJSON(SourceFile(path: file.path, bytes: Array(lines[0])), limits) ? .ndjson : .yaml
    }

    /// Whether a text begins with two lines that are objects of JSON, the first of them whole: so it can be told of a stream
    /// of which only the beginning is there.
    public static func beginsLines(_ head: [UInt8], limits: DocumentLimits = DocumentLimits()) -> Bool {
        let lines = head.split(maxSplits: 64) { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            .filter { !$0.allSatisfy(\.isJSONSpace) }
        guard lines.count > 1, lines.prefix(2).allSatisfy({ $0.first { !$0.isJSONSpace } == UInt8(ascii: "{") }) else {
            return false
        }
        return isJSON(SourceFile(path: "", bytes: Array(lines[0])), limits)
    }

    private static func isJSON(_ file: SourceFile, _ limits: DocumentLimits) -> Bool {
        var sink = DiagnosticSink()
        _ = DocumentReader.read(file, as: .json, limits: limits, sink: &sink)
        return !sink.hasErrors
    }
}
