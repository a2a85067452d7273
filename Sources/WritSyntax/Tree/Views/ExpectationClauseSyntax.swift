/// `ExpectationClause` of the grammar.
public enum ExpectationClauseSyntax: SyntaxView {
    case by(ByClauseSyntax)
    case does(DoesClauseSyntax)
    case needs(NeedsClauseSyntax)
    case because(BecauseClauseSyntax)

    public var node: SyntaxNode {
        switch self {
        case .by(let view): view.node
        case .does(let view): view.node
        case .needs(let view): view.node
        case .because(let view): view.node
        }
    }

    public init?(_ node: SyntaxNode) {
        switch node.kind {
        case .byClause: self = .by(ByClauseSyntax(node)!)
        case .doesClause: self = .does(DoesClauseSyntax(node)!)
        case .needsClause: self = .needs(NeedsClauseSyntax(node)!)
        case .becauseClause: self = .because(BecauseClauseSyntax(node)!)
        default: return nil
        }
    }
}
