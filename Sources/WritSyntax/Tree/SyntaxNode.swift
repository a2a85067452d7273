import WritSource

/// A node of a tree: cheap to copy, equal when it is the same node of the same tree.
public struct SyntaxNode: Sendable {
    public let tree: SyntaxTree
    public let id: Int

    var record: SyntaxRecord { tree.records[id] }

    public var kind: SyntaxKind { record.kind }

    public var parent: SyntaxNode? {
        let parent = Int(record.parent)
        return parent < 0 ? nil : SyntaxNode(tree: tree, id: parent)
    }

    /// Nodes and tokens directly below, in the order of the text.
    public var children: [SyntaxElement] {
        storedChildren.map { $0.isToken ? .token(token($0)) : .node(node($0)) }
    }

    /// Nodes directly below.
    public var childNodes: [SyntaxNode] { storedChildren.compactMap { $0.isToken ? nil : node($0) } }

    /// Indices of the tokens in the buffer.
    public var tokenRange: Range<Int> { Int(record.firstToken)..<Int(record.tokenEnd) }

    /// All tokens below, in order.
    public var tokens: [SyntaxToken] { tokenRange.map { SyntaxToken(tree: tree, index: $0) } }

    /// Bytes without the trivia around. Where there is no token, the place after the token before.
    public var range: SourceRange {
        let tokens = tokenRange
        guard !tokens.isEmpty else { return .at(tree.tokens.triviaStart(of: tokens.lowerBound)) }
        return SourceRange(tree.tokens[tokens.lowerBound].start, tree.tokens[tokens.upperBound - 1].end)
    }

    public var location: SourceLocation { SourceLocation(tree.file, range) }

    public var text: String { tree.file.text(of: range) }
}

extension SyntaxNode: Hashable {
    public static func == (left: SyntaxNode, right: SyntaxNode) -> Bool {
        left.tree === right.tree && left.id == right.id
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(tree))
        hasher.combine(id)
    }
}

/// A child of a node.
public enum SyntaxElement: Sendable, Hashable {
    case token(SyntaxToken)
    case node(SyntaxNode)
}

// MARK: - Children by label

extension SyntaxNode {
    var storedChildren: ArraySlice<SyntaxChild> {
        let first = Int(record.firstChild)
        return tree.children[first..<first + Int(record.childCount)]
    }

    private func token(_ child: SyntaxChild) -> SyntaxToken { SyntaxToken(tree: tree, index: Int(child.index)) }

    private func node(_ child: SyntaxChild) -> SyntaxNode { SyntaxNode(tree: tree, id: Int(child.index)) }

    /// The token under a label.
    func token(_ label: SyntaxLabel) -> SyntaxToken? {
        storedChildren.first { $0.label == label && $0.isToken }.map { token($0) }
    }

    func tokenList(_ label: SyntaxLabel) -> [SyntaxToken] {
        storedChildren.compactMap { $0.label == label && $0.isToken ? token($0) : nil }
    }

    /// The node under a label, seen as `View`.
    func view<View: SyntaxView>(_ label: SyntaxLabel) -> View? {
        storedChildren.first { $0.label == label && !$0.isToken }.flatMap { View(node($0)) }
    }

    func views<View: SyntaxView>(_ label: SyntaxLabel) -> [View] {
        storedChildren.compactMap { $0.label == label && !$0.isToken ? View(node($0)) : nil }
    }

    /// The first token directly below, of one of these kinds.
    func firstToken(of kinds: TokenKind...) -> SyntaxToken? {
        storedChildren.first { $0.isToken && kinds.contains(tree.tokens[Int($0.index)].kind) }.map { token($0) }
    }

    func has(_ kind: TokenKind) -> Bool { firstToken(of: kind) != nil }
}
