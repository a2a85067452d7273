/// `Type` of the grammar: a type as it is written.
public enum TypeSyntax: SyntaxView {
    case list(ListTypeSyntax)
    case optional(OptionalTypeSyntax)
    case money(MoneyTypeSyntax)
    case number(NumberTypeSyntax)
    case working(WorkingTypeSyntax)
    case named(NamedTypeSyntax)
    /// A type was expected and is not there; reported.
    case missing(SyntaxNode)

    public var node: SyntaxNode {
        switch self {
        case .list(let view): view.node
        case .optional(let view): view.node
        case .money(let view): view.node
        case .number(let view): view.node
        case .working(let view): view.node
        case .named(let view): view.node
        case .missing(let node): node
        }
    }

    public init?(_ node: SyntaxNode) {
        switch node.kind {
        case .listType: self = .list(ListTypeSyntax(node)!)
        case .optionalType: self = .optional(OptionalTypeSyntax(node)!)
        case .moneyType: self = .money(MoneyTypeSyntax(node)!)
        case .numberType: self = .number(NumberTypeSyntax(node)!)
        case .workingType: self = .working(WorkingTypeSyntax(node)!)
        case .namedType: self = .named(NamedTypeSyntax(node)!)
        case .missing, .unexpected: self = .missing(node)
        default: return nil
        }
    }
}
