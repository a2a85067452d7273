import WritFacts
import WritSource

/// A value of the host's on its way into a document: what an encoder's containers fill in.
///
/// A class, because a container goes on writing after the encoder that made it has been left.
final class EncodedNode {
    enum Content {
        case null
        case scalar(String, ScalarStyle)
        case list([EncodedNode])
        case mapping([(key: String, value: EncodedNode)])
    }

    /// What has been written so far. A type that writes nothing at all has no facts.
    var content = Content.mapping([])
    /// Where the value, and its key if it has one, stand in the text that ``document(named:)`` writes.
    private var range = SourceRange.at(0)
    private var keyRange = SourceRange.at(0)

    /// Makes a mapping of it, unless it is one: a type may ask for its container more than once.
    func beginMapping() {
        if case .mapping = content { return }
        content = .mapping([])
    }

    func beginList() {
        if case .list = content { return }
        content = .list([])
    }

    /// The node below a key; as in every encoder, what is written last stands.
    func below(_ key: String) -> EncodedNode {
        let node = EncodedNode()
        guard case .mapping(var entries) = content else { preconditionFailure("a keyed container writes a mapping") }
        content = .null
        if let place = entries.firstIndex(where: { $0.key == key }) {
            entries[place].value = node
        } else {
            entries.append((key, node))
        }
        content = .mapping(entries)
        return node
    }

    /// The node of the next element.
    func appended() -> EncodedNode {
        let node = EncodedNode()
        guard case .list(var elements) = content else { preconditionFailure("an unkeyed container writes a list") }
        content = .null
        elements.append(node)
        content = .list(elements)
        return node
    }

    var count: Int {
        if case .list(let elements) = content { return elements.count }
        return 0
    }

    // MARK: Text

    /// The value as a document that was never a text: it is written out, so that a message can show the line it speaks of.
    ///
    /// - Parameter name: what messages call the document.
    func document(named name: String) -> DocumentNode {
        var bytes: [UInt8] = []
        write(to: &bytes, indent: 0)
        return node(in: SourceFile(path: "<\(name)>", bytes: bytes))
    }

    private func write(to bytes: inout [UInt8], indent: Int) {
        let start = bytes.count
        switch content {
        case .null: bytes += "null".utf8
        case .scalar(let text, .string): Self.quote(text, to: &bytes)
        case .scalar(let text, _): bytes += text.utf8
        case .list(let elements):
            Self.lines(elements, in: "[", "]", to: &bytes, indent) { $0.write(to: &$1, indent: indent + 2) }
        case .mapping(let entries):
            Self.lines(entries, in: "{", "}", to: &bytes, indent) { entry, bytes in
                let start = bytes.count
                Self.quote(entry.key, to: &bytes)
                entry.value.keyRange = SourceRange(start, bytes.count)
                bytes += ": ".utf8
                entry.value.write(to: &bytes, indent: indent + 2)
            }
        }
        range = SourceRange(start, bytes.count)
    }

    private static func lines<Part>(
        _ parts: [Part], in open: String, _ close: String, to bytes: inout [UInt8], _ indent: Int,
        _ write: (Part, inout [UInt8]) -> Void
    ) {
        bytes += open.utf8
        for (index, part) in parts.enumerated() {
            bytes += index == 0 ? "\n".utf8 : ",\n".utf8
            bytes += repeatElement(UInt8(ascii: " "), count: indent + 2)
            write(part, &bytes)
        }
        if !parts.isEmpty {
            bytes.append(UInt8(ascii: "\n"))
            bytes += repeatElement(UInt8(ascii: " "), count: indent)
        }
        bytes += close.utf8
    }

    private static func quote(_ text: String, to bytes: inout [UInt8]) {
        var json = JSONWriter()
        json.string(text)
        bytes += json.text.utf8
    }

    private func node(in file: SourceFile) -> DocumentNode {
        let content: DocumentNode.Content =
            switch content {
            case .null: .null
            case .scalar(let text, let style): .scalar(text: text, style: style)
            case .list(let elements): .list(elements.map { $0.node(in: file) })
            case .mapping(let entries):
                .mapping(
                    entries.map { key, value in
                        DocumentEntry(
                            key: key, keyLocation: SourceLocation(file, value.keyRange), value: value.node(in: file))
                    })
            }
        return DocumentNode(content, at: SourceLocation(file, range))
    }
}
