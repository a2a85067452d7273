/// `CellTest` of the grammar: one of the tests a table cell lists.
public enum CellTestSyntax: SyntaxView {
    case any(AnyTestSyntax)
    case comparison(ComparisonTestSyntax)
    case interval(IntervalTestSyntax)
    case word(WordTestSyntax)
    case value(ValueTestSyntax)

    public var node: SyntaxNode {
        switch self {
        case .any(let view): view.node
        case .comparison(let view): view.node
        case .interval(let view): view.node
        case .word(let view): view.node
        case .value(let view): view.node
        }
    }

    public init?(_ node: SyntaxNode) {
        switch node.kind {
        case .anyTest: self = .any(AnyTestSyntax(node)!)
        case .comparisonTest: self = .comparison(ComparisonTestSyntax(node)!)
        case .intervalTest: self = .interval(IntervalTestSyntax(node)!)
        case .wordTest: self = .word(WordTestSyntax(node)!)
        case .valueTest: self = .value(ValueTestSyntax(node)!)
        default: return nil
        }
    }
}
