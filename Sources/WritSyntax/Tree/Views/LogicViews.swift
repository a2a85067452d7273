// The views of logic and relations.

/// `Implication = left:Disjunction [ "implies" right:Implication ]`
public struct ImplicationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .implication else { return nil }
        self.node = node
    }

    public var left: ExprSyntax? { node.view(.left) }
    public var right: ExprSyntax? { node.view(.right) }
}

/// `Disjunction = operands:Conjunction { "or" operands:Conjunction }`
public struct DisjunctionSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .disjunction else { return nil }
        self.node = node
    }

    public var operands: [ExprSyntax] { node.views(.operands) }
}

/// `Conjunction = operands:Negation { "and" operands:Negation }`
public struct ConjunctionSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .conjunction else { return nil }
        self.node = node
    }

    public var operands: [ExprSyntax] { node.views(.operands) }
}

/// `Negation = "not" operand:Negation | Relation`
public struct NegationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .negation else { return nil }
        self.node = node
    }

    public var operand: ExprSyntax? { node.view(.operand) }
}

/// `Comparison = left:Default operator:ComparisonOperator right:Default`
public struct ComparisonSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .comparison else { return nil }
        self.node = node
    }

    public var left: ExprSyntax? { node.view(.left) }
    public var right: ExprSyntax? { node.view(.right) }
}

/// `IsRelation = left:Default "is" [ "not" ] ( test:StateTest | right:Default )`
public struct IsRelationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .isRelation else { return nil }
        self.node = node
    }

    public var left: ExprSyntax? { node.view(.left) }
    public var test: StateTestSyntax? { node.view(.test) }
    public var right: ExprSyntax? { node.view(.right) }
}

/// `StateTest = "known" | "unknown" | "working" "day" [ "on" calendar:Postfix ]`
public struct StateTestSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .stateTest else { return nil }
        self.node = node
    }

    public var calendar: ExprSyntax? { node.view(.calendar) }
}

/// `InRelation = left:Default [ "not" ] "in" ( set:Set | interval:Interval | right:Default )`
public struct InRelationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .inRelation else { return nil }
        self.node = node
    }

    public var left: ExprSyntax? { node.view(.left) }
    public var set: SetSyntax? { node.view(.set) }
    public var interval: IntervalSyntax? { node.view(.interval) }
    public var right: ExprSyntax? { node.view(.right) }
}

/// `TextRelation = left:Default ( "starts" "with" | "ends" "with" | "contains" | "like" ) right:Default`
public struct TextRelationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .textRelation else { return nil }
        self.node = node
    }

    public var left: ExprSyntax? { node.view(.left) }
    public var right: ExprSyntax? { node.view(.right) }
}

/// `Set = "{" elements:Expr { "," elements:Expr } "}"`
public struct SetSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .set else { return nil }
        self.node = node
    }

    public var elements: [ExprSyntax] { node.views(.elements) }
}

/// `Interval = ( "[" | "(" ) low:Sum ".." high:Sum ( "]" | ")" )`
public struct IntervalSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .interval else { return nil }
        self.node = node
    }

    public var low: ExprSyntax? { node.view(.low) }
    public var high: ExprSyntax? { node.view(.high) }
}
