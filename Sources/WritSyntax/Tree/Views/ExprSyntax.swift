/// `Expr` of the grammar: every node an expression can be, in one flat choice, so that a checker is one switch.
public enum ExprSyntax: SyntaxView {
    case implication(ImplicationSyntax)
    case disjunction(DisjunctionSyntax)
    case conjunction(ConjunctionSyntax)
    case negation(NegationSyntax)
    case comparison(ComparisonSyntax)
    case isRelation(IsRelationSyntax)
    case inRelation(InRelationSyntax)
    case textRelation(TextRelationSyntax)
    case `default`(DefaultSyntax)
    case rounding(RoundingSyntax)
    case sum(SumSyntax)
    case product(ProductSyntax)
    case percentage(PercentageSyntax)
    case sign(SignSyntax)
    case moment(MomentSyntax)
    case shift(ShiftSyntax)
    case amount(AmountSyntax)
    case member(MemberSyntax)
    case call(CallSyntax)
    case numberLiteral(NumberLiteralSyntax)
    case textLiteral(TextLiteralSyntax)
    case dateLiteral(DateLiteralSyntax)
    case timeLiteral(TimeLiteralSyntax)
    case instantLiteral(InstantLiteralSyntax)
    case truthLiteral(TruthLiteralSyntax)
    case unknownLiteral(UnknownLiteralSyntax)
    case nameExpr(NameExprSyntax)
    case group(GroupSyntax)
    case listLiteral(ListLiteralSyntax)
    case conditional(ConditionalSyntax)
    case quantifier(QuantifierSyntax)
    case count(CountSyntax)
    case aggregate(AggregateSyntax)
    case firstOf(FirstOfSyntax)
    case extreme(ExtremeSyntax)
    case partOf(PartOfSyntax)
    case edgeOf(EdgeOfSyntax)
    case between(BetweenSyntax)
    case dayRoll(DayRollSyntax)
    case localizedText(LocalizedTextSyntax)
    /// An expression was expected and is not there; reported.
    case missing(SyntaxNode)

    public var node: SyntaxNode {
        switch self {
        case .implication(let view): view.node
        case .disjunction(let view): view.node
        case .conjunction(let view): view.node
        case .negation(let view): view.node
        case .comparison(let view): view.node
        case .isRelation(let view): view.node
        case .inRelation(let view): view.node
        case .textRelation(let view): view.node
        case .default(let view): view.node
        case .rounding(let view): view.node
        case .sum(let view): view.node
        case .product(let view): view.node
        case .percentage(let view): view.node
        case .sign(let view): view.node
        case .moment(let view): view.node
        case .shift(let view): view.node
        case .amount(let view): view.node
        case .member(let view): view.node
        case .call(let view): view.node
        case .numberLiteral(let view): view.node
        case .textLiteral(let view): view.node
        case .dateLiteral(let view): view.node
        case .timeLiteral(let view): view.node
        case .instantLiteral(let view): view.node
        case .truthLiteral(let view): view.node
        case .unknownLiteral(let view): view.node
        case .nameExpr(let view): view.node
        case .group(let view): view.node
        case .listLiteral(let view): view.node
        case .conditional(let view): view.node
        case .quantifier(let view): view.node
        case .count(let view): view.node
        case .aggregate(let view): view.node
        case .firstOf(let view): view.node
        case .extreme(let view): view.node
        case .partOf(let view): view.node
        case .edgeOf(let view): view.node
        case .between(let view): view.node
        case .dayRoll(let view): view.node
        case .localizedText(let view): view.node
        case .missing(let node): node
        }
    }

    public init?(_ node: SyntaxNode) {
        switch node.kind {
        case .implication: self = .implication(ImplicationSyntax(node)!)
        case .disjunction: self = .disjunction(DisjunctionSyntax(node)!)
        case .conjunction: self = .conjunction(ConjunctionSyntax(node)!)
        case .negation: self = .negation(NegationSyntax(node)!)
        case .comparison: self = .comparison(ComparisonSyntax(node)!)
        case .isRelation: self = .isRelation(IsRelationSyntax(node)!)
        case .inRelation: self = .inRelation(InRelationSyntax(node)!)
        case .textRelation: self = .textRelation(TextRelationSyntax(node)!)
        case .default: self = .default(DefaultSyntax(node)!)
        case .rounding: self = .rounding(RoundingSyntax(node)!)
        case .sum: self = .sum(SumSyntax(node)!)
        case .product: self = .product(ProductSyntax(node)!)
        case .percentage: self = .percentage(PercentageSyntax(node)!)
        case .sign: self = .sign(SignSyntax(node)!)
        case .moment: self = .moment(MomentSyntax(node)!)
        case .shift: self = .shift(ShiftSyntax(node)!)
        case .amount: self = .amount(AmountSyntax(node)!)
        case .member: self = .member(MemberSyntax(node)!)
        case .call: self = .call(CallSyntax(node)!)
        case .numberLiteral: self = .numberLiteral(NumberLiteralSyntax(node)!)
        case .textLiteral: self = .textLiteral(TextLiteralSyntax(node)!)
        case .dateLiteral: self = .dateLiteral(DateLiteralSyntax(node)!)
        case .timeLiteral: self = .timeLiteral(TimeLiteralSyntax(node)!)
        case .instantLiteral: self = .instantLiteral(InstantLiteralSyntax(node)!)
        case .truthLiteral: self = .truthLiteral(TruthLiteralSyntax(node)!)
        case .unknownLiteral: self = .unknownLiteral(UnknownLiteralSyntax(node)!)
        case .nameExpr: self = .nameExpr(NameExprSyntax(node)!)
        case .group: self = .group(GroupSyntax(node)!)
        case .listLiteral: self = .listLiteral(ListLiteralSyntax(node)!)
        case .conditional: self = .conditional(ConditionalSyntax(node)!)
        case .quantifier: self = .quantifier(QuantifierSyntax(node)!)
        case .count: self = .count(CountSyntax(node)!)
        case .aggregate: self = .aggregate(AggregateSyntax(node)!)
        case .firstOf: self = .firstOf(FirstOfSyntax(node)!)
        case .extreme: self = .extreme(ExtremeSyntax(node)!)
        case .partOf: self = .partOf(PartOfSyntax(node)!)
        case .edgeOf: self = .edgeOf(EdgeOfSyntax(node)!)
        case .between: self = .between(BetweenSyntax(node)!)
        case .dayRoll: self = .dayRoll(DayRollSyntax(node)!)
        case .localizedText: self = .localizedText(LocalizedTextSyntax(node)!)
        case .missing, .unexpected: self = .missing(node)
        default: return nil
        }
    }
}
