import WritSource

/// A whole text as a tree: every token of the buffer stands in it exactly once, so printing it gives the bytes back.
///
/// Nodes live in one flat array and name each other by index. The tree is immutable; views (`RuleSyntax`, …) read it.
public final class SyntaxTree: Sendable {
    public let file: SourceFile
    public let tokens: TokenBuffer
    let records: [SyntaxRecord]
    let children: [SyntaxChild]
    /// Nothing in it is broken, as nearly always: then nobody need look for what is.
    let isWhole: Bool

    init(tokens: TokenBuffer, records: [SyntaxRecord], children: [SyntaxChild]) {
        file = tokens.file
        self.tokens = tokens
        self.records = records
        self.children = children
        isWhole =
            !records.contains { $0.kind == .missing || $0.kind == .unexpected }
            && tokens.tokens.allSatisfy { $0.flags.isDisjoint(with: .reported) }
    }

    /// The last node closed is the outermost.
    public var root: SyntaxNode { SyntaxNode(tree: self, id: records.count - 1) }

    /// The policy file; nil for a tree that is only a cell or an expression.
    public var fileSyntax: FileSyntax? { FileSyntax(root) }

    /// The bytes of the tree, put together token by token with their trivia: the window that was parsed.
    public func print() -> [UInt8] {
        var bytes: [UInt8] = []
        for token in root.tokens {
            bytes += file.bytes[tokens.triviaStart(of: token.index)..<tokens[token.index].end]
        }
        return bytes
    }
}

/// A node as it is stored.
struct SyntaxRecord: Sendable {
    var kind: SyntaxKind
    /// Nodes on the longest way down, this one counted.
    let height: UInt16
    var parent: Int32 = -1
    let firstChild: Int32
    let childCount: Int32
    /// The tokens it spans; an empty node (`missing`) stands before `firstToken`.
    let firstToken: Int32
    let tokenEnd: Int32
}

/// A child as it is stored: a token or a node, and which child of its parent it is.
struct SyntaxChild: Sendable {
    var label: SyntaxLabel
    let isToken: Bool
    let index: Int32
}
