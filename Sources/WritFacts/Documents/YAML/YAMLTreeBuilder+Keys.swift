import WritDiagnostics
import WritSource

extension YAMLTreeBuilder {
    /// What a value that stands before a colon is good for.
    mutating func key(_ node: DocumentNode, at place: SourceRange, in mapping: MappingBuilder) -> YAMLKey {
        guard let name = name(of: node, at: place) else { return .refused }
        if let first = mapping.existing(name) {
            log.reportDuplicate(name, at: place, first: first.keyLocation.range)
            return .refused
        }
        return .named(name, place)
    }

    private mutating func name(of node: DocumentNode, at place: SourceRange) -> String? {
        switch node.content {
        case .scalar("<<", .plain):
            log.report(
                .yamlMergeKey, "the merge key `<<` is not supported", at: place, "merges another group of fields",
                help: "write the fields out, or use an alias for the whole value; quote \"<<\" if it is a name")
        case .scalar(let text, _):
            return text
        case .null where !node.location.range.isEmpty:
            // `null:` and `~:` name a field like any other word.
            return node.location.text
        case .null:
            log.report(
                .yamlKey, "a value without a key", at: place, "no key here", help: "write `key: value`")
        case .list, .mapping:
            log.report(
                .yamlKey, "expected a key, found \(node.kindDescription)", at: firstLine(of: place), "not a key",
                help: "a key is one word or text")
        }
        return nil
    }

    /// Long things are shown by their first line.
    private func firstLine(of place: SourceRange) -> SourceRange {
        let line = text.file.rangeOfLine(text.file.lineIndex(of: place.lower))
        return SourceRange(place.lower, max(place.lower, min(place.upper, line.upper)))
    }
}
