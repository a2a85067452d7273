/// `DecisionItem` of the grammar.
public enum DecisionItemSyntax: SyntaxView {
    case mode(ModeSyntax)
    case rule(RuleSyntax)
    case table(TableSyntax)
    case otherwise(OtherwiseSyntax)
    case undetermined(UndeterminedSyntax)
    case accept(AcceptClauseSyntax)

    public var node: SyntaxNode {
        switch self {
        case .mode(let view): view.node
        case .rule(let view): view.node
        case .table(let view): view.node
        case .otherwise(let view): view.node
        case .undetermined(let view): view.node
        case .accept(let view): view.node
        }
    }

    public init?(_ node: SyntaxNode) {
        switch node.kind {
        case .mode: self = .mode(ModeSyntax(node)!)
        case .rule: self = .rule(RuleSyntax(node)!)
        case .table: self = .table(TableSyntax(node)!)
        case .otherwise: self = .otherwise(OtherwiseSyntax(node)!)
        case .undetermined: self = .undetermined(UndeterminedSyntax(node)!)
        case .acceptClause: self = .accept(AcceptClauseSyntax(node)!)
        default: return nil
        }
    }
}
