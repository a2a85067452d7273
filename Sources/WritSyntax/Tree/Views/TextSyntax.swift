/// ```
/// Text = TextToken | TextHead Expr { TextMiddle Expr } TextTail
/// ```
public struct TextSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .text else { return nil }
        self.node = node
    }

    /// What a text is made of, in order; pieces of no characters are left out.
    public enum Segment: Sendable, Hashable {
        /// Characters, escapes decoded, in NFC.
        case text(String)
        case hole(ExprSyntax)
    }

    public var segments: [Segment] {
        node.children.compactMap { child in
            switch child {
            case .token(let token): TextDecoder.decode(token).map { .text($0) }
            case .node(let node): ExprSyntax(node).map { .hole($0) }
            }
        }
    }

    /// The whole text if it has no hole.
    public var plainText: String? {
        var text = ""
        for segment in segments {
            guard case .text(let part) = segment else { return nil }
            text += part
        }
        return text
    }
}
