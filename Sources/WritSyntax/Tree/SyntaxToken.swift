import WritSource

/// A token in its tree.
public struct SyntaxToken: Sendable {
    public let tree: SyntaxTree
    public let index: Int

    public var kind: TokenKind { tree.tokens[index].kind }

    public var range: SourceRange { tree.tokens.range(of: index) }

    public var location: SourceLocation { SourceLocation(tree.file, range) }

    /// The bytes as written, backticks and all.
    public var spelling: String { tree.file.text(of: range) }

    /// What the token says: a name without its backticks and in NFC, everything else as written.
    public var text: String {
        var range = range
        if kind == .name, range.count >= 2, tree.file.bytes[range.lower] == UInt8(ascii: "`") {
            range = SourceRange(range.lower + 1, range.upper - 1)
        }
        let text = tree.file.text(of: range)
        return tree.tokens[index].flags.contains(.wide) ? text.normalised : text
    }

    /// The first token of its line.
    public var startsLine: Bool { tree.tokens[index].flags.contains(.startsLine) }
}

extension SyntaxToken: Hashable {
    public static func == (left: SyntaxToken, right: SyntaxToken) -> Bool {
        left.tree === right.tree && left.index == right.index
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(tree))
        hasher.combine(index)
    }
}
