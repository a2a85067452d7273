import WritSource

/// Gathers the entries of one mapping and finds the keys written twice.
struct MappingBuilder {
    private(set) var entries: [DocumentEntry] = []
    /// The entry of each key, once there are too many to look through.
    private var index: [String: Int] = [:]
    private static let lookedThrough = 12

    mutating func add(_ entry: DocumentEntry) {
        if entries.count == Self.lookedThrough {
            for (position, entry) in entries.enumerated() { index[entry.key] = position }
        }
        if entries.count >= Self.lookedThrough { index[entry.key] = entries.count }
        entries.append(entry)
    }

    /// The entry that already has this key. Keys are compared as text: the composed and the decomposed `é` are one.
    func existing(_ key: String) -> DocumentEntry? {
        if entries.count > Self.lookedThrough { return index[key].map { entries[$0] } }
        for position in entries.indices where entries[position].key == key { return entries[position] }
        return nil
    }
}

extension DocumentLog {
    mutating func reportDuplicate(_ key: String, at range: SourceRange, first: SourceRange) {
        report(
            .duplicateKey, "the key \(Self.quoted(key)) is written twice", at: range, "written again here",
            also: [(first, "first written here")], help: "keep one of the two: nothing says which was meant")
    }
}
