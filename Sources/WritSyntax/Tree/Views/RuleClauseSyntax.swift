/// `RuleClause` of the grammar.
public enum RuleClauseSyntax: SyntaxView {
    case overrides(OverridesClauseSyntax)
    case force(ForceClauseSyntax)
    case when(WhenClauseSyntax)
    case then(ThenClauseSyntax)
    case `do`(DoClauseSyntax)
    case because(BecauseClauseSyntax)
    case source(SourceClauseSyntax)
    case accept(AcceptClauseSyntax)

    public var node: SyntaxNode {
        switch self {
        case .overrides(let view): view.node
        case .force(let view): view.node
        case .when(let view): view.node
        case .then(let view): view.node
        case .do(let view): view.node
        case .because(let view): view.node
        case .source(let view): view.node
        case .accept(let view): view.node
        }
    }

    public init?(_ node: SyntaxNode) {
        switch node.kind {
        case .overridesClause: self = .overrides(OverridesClauseSyntax(node)!)
        case .forceClause: self = .force(ForceClauseSyntax(node)!)
        case .whenClause: self = .when(WhenClauseSyntax(node)!)
        case .thenClause: self = .then(ThenClauseSyntax(node)!)
        case .doClause: self = .do(DoClauseSyntax(node)!)
        case .becauseClause: self = .because(BecauseClauseSyntax(node)!)
        case .sourceClause: self = .source(SourceClauseSyntax(node)!)
        case .acceptClause: self = .accept(AcceptClauseSyntax(node)!)
        default: return nil
        }
    }
}

/// `AnswerClause` of the grammar: what may follow the value of `otherwise`.
public enum AnswerClauseSyntax: SyntaxView {
    case `do`(DoClauseSyntax)
    case because(BecauseClauseSyntax)
    case source(SourceClauseSyntax)

    public var node: SyntaxNode {
        switch self {
        case .do(let view): view.node
        case .because(let view): view.node
        case .source(let view): view.node
        }
    }

    public init?(_ node: SyntaxNode) {
        switch node.kind {
        case .doClause: self = .do(DoClauseSyntax(node)!)
        case .becauseClause: self = .because(BecauseClauseSyntax(node)!)
        case .sourceClause: self = .source(SourceClauseSyntax(node)!)
        default: return nil
        }
    }
}
