import WritSource

/// A node seen as one production of the grammar: a property for each of the production's labels.
///
/// A property is nil where the text left the child out; lists are empty then. Only `init?` looks at the kind.
public protocol SyntaxView: Sendable, Hashable {
    var node: SyntaxNode { get }

    /// Nil unless the node is of this production.
    init?(_ node: SyntaxNode)
}

extension SyntaxView {
    public var location: SourceLocation { node.location }
    public var range: SourceRange { node.range }
}
