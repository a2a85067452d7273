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
}
