import Testing
import WritDiagnostics
import WritFacts
import WritKit
import WritSource

/// A JSON schema of draft 07, as far as that of SARIF goes: a keyword that is not known here makes reading fail, so that nothing of
/// the schema is passed over in silence. `format` is looked at for `uri-reference` only; `pattern` stands at nothing that Writ writes.
struct JSONSchema {
    private let root: DocumentNode

    init(path: String) throws { root = try Self.read(String(decoding: try FileSystem.read(path), as: UTF8.self)) }

    /// Reads a JSON text; one that is none fails the test.
    static func read(_ text: String) throws -> DocumentNode {
        var sink = DiagnosticSink()
        let documents = DocumentReader.read(
            SourceFile(path: "text.json", text: text), as: .json, splitsTopLevelList: false, sink: &sink)
        try #require(!sink.hasErrors, "no JSON: \(sink.diagnostics.map(\.message))")
        return try #require(documents.first?.root)
    }

    /// What is wrong with a document, each with the way to it; empty for a valid one.
    func problems(_ text: String) throws -> [String] { problems(try Self.read(text), root, "") }

    private func problems(_ node: DocumentNode, _ schema: DocumentNode, _ way: String) -> [String] {
        (schema.entries ?? []).flatMap { keyword in problems(node, keyword, of: schema, way) }
    }

    private func problems(
        _ node: DocumentNode, _ keyword: DocumentEntry, of schema: DocumentNode, _ way: String
    ) -> [String] {
        let value = keyword.value
        switch keyword.key {
        case "$schema", "$id", "title", "description", "default", "definitions": return []
        case "$ref": return problems(node, definition(value.scalar), way)
        case "type": return hasType(node, value) ? [] : ["\(way): not of type \(value.shown)"]
        case "enum": return value.elements!.contains { node.equals($0) } ? [] : ["\(way): not one of \(value.shown)"]
        case "required":
            return value.elements!.map(\.scalar).filter { node.entries != nil && node[$0] == nil }
                .map { "\(way): has no \($0)" }
        case "properties":
            return (node.entries ?? []).flatMap { entry in
                value[entry.key].map { problems(entry.value, $0, "\(way)/\(entry.key)") } ?? []
            }
        case "additionalProperties": return additional(node, value, schema, way)
        case "items":
            return (node.elements ?? []).enumerated().flatMap { problems($1, value, "\(way)/\($0)") }
        case "anyOf": return matching(node, value) > 0 ? [] : ["\(way): nothing of anyOf"]
        case "oneOf": return matching(node, value) == 1 ? [] : ["\(way): not one of oneOf"]
        case "minItems": return (node.elements?.count ?? .max) >= value.integer ? [] : ["\(way): too few"]
        case "uniqueItems": return isUnique(node.elements ?? []) ? [] : ["\(way): the same twice"]
        case "minimum": return node.isNumber && node.integer < value.integer ? ["\(way): below \(value.integer)"] : []
        case "maximum": return node.isNumber && node.integer > value.integer ? ["\(way): above \(value.integer)"] : []
        case "format": return value.scalar == "uri-reference" && !isReference(node.scalar) ? ["\(way): no URI"] : []
        case "pattern": return ["\(way): stands under a pattern, which is not looked at"]
        default: return ["\(way): the schema has \(keyword.key), which is not known"]
        }
    }

    private func definition(_ reference: String) -> DocumentNode {
        reference.split(separator: "/").dropFirst().reduce(root) { $0[String($1)]! }
    }

    private func additional(
        _ node: DocumentNode, _ rule: DocumentNode, _ schema: DocumentNode, _ way: String
    ) -> [String] {
        (node.entries ?? []).filter { schema["properties"]?[$0.key] == nil }.flatMap { entry -> [String] in
            if rule.scalar == "true" { return [] }
            if rule.scalar == "false" { return ["\(way): has \(entry.key), which is not allowed"] }
            return problems(entry.value, rule, "\(way)/\(entry.key)")
        }
    }

    private func matching(_ node: DocumentNode, _ choices: DocumentNode) -> Int {
        choices.elements!.count { problems(node, $0, "").isEmpty }
    }

    private func hasType(_ node: DocumentNode, _ type: DocumentNode) -> Bool {
        if let choices = type.elements { return choices.contains { hasType(node, $0) } }
        switch type.scalar {
        case "object": return node.entries != nil
        case "array": return node.elements != nil
        case "null": return node.isNull
        case "integer": return node.isNumber && Int(node.scalar) != nil
        case "number": return node.isNumber
        case "string": return node.style == .string
        case "boolean": return node.style == .boolean
        default: return false
        }
    }

    private func isUnique(_ nodes: [DocumentNode]) -> Bool { Set(nodes.map(\.shown)).count == nodes.count }

    /// Only the characters of RFC 3986, and `%` before two hexadecimal digits.
    private func isReference(_ text: String) -> Bool {
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%")
        let escapes = text.split(separator: "%", omittingEmptySubsequences: false).dropFirst()
        return text.allSatisfy(allowed.contains)
            && escapes.allSatisfy { $0.count >= 2 && $0.prefix(2).allSatisfy(\.isHexDigit) }
    }
}

extension DocumentNode {
    subscript(key: String) -> DocumentNode? { entries?.first { $0.key == key }?.value }

    /// The characters of a single value; empty for anything else.
    var scalar: String {
        if case .scalar(let text, _) = content { return text }
        return ""
    }

    var style: ScalarStyle? {
        if case .scalar(_, let style) = content { return style }
        return nil
    }

    var isNumber: Bool { style == .number }
    var integer: Int { Int(scalar) ?? 0 }

    /// The value as JSON, near enough to compare.
    var shown: String {
        switch content {
        case .null: "null"
        case .scalar(let text, let style): style == .string ? "\"\(text)\"" : text
        case .list(let elements): "[\(elements.map(\.shown).joined(separator: ","))]"
        case .mapping(let entries):
            "{\(entries.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.shown)" }.joined(separator: ","))}"
        }
    }

    func equals(_ other: DocumentNode) -> Bool { shown == other.shown }
}
