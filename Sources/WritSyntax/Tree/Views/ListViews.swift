// The views of what is asked of lists.

/// `Quantifier = ( "any" | "every" | "no" ) variable:Name "in" list:Postfix "has" body:Negation`
public struct QuantifierSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .quantifier else { return nil }
        self.node = node
    }

    public var variable: SyntaxToken? { node.token(.variable) }
    public var list: ExprSyntax? { node.view(.list) }
    public var body: ExprSyntax? { node.view(.body) }
}

/// `Count = "count" variable:Name "in" list:Postfix [ filter:Where ]`
public struct CountSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .count else { return nil }
        self.node = node
    }

    public var variable: SyntaxToken? { node.token(.variable) }
    public var list: ExprSyntax? { node.view(.list) }
    public var filter: WhereSyntax? { node.view(.filter) }
}

/// ```
/// Aggregate = ( "sum" | "min" | "max" | "average" | "list" ) value:Sum "for" variable:Name "in" list:Postfix [
///     filter:Where ]
/// ```
public struct AggregateSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .aggregate else { return nil }
        self.node = node
    }

    public var value: ExprSyntax? { node.view(.value) }
    public var variable: SyntaxToken? { node.token(.variable) }
    public var list: ExprSyntax? { node.view(.list) }
    public var filter: WhereSyntax? { node.view(.filter) }
}

/// `FirstOf = "first" variable:Name "in" list:Postfix [ filter:Where ] [ "by" key:Sum [ "descending" ] ]`
public struct FirstOfSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .firstOf else { return nil }
        self.node = node
    }

    public var variable: SyntaxToken? { node.token(.variable) }
    public var list: ExprSyntax? { node.view(.list) }
    public var filter: WhereSyntax? { node.view(.filter) }
    public var key: ExprSyntax? { node.view(.key) }
}

/// `Where = "where" condition:Expr`
public struct WhereSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .where else { return nil }
        self.node = node
    }

    public var condition: ExprSyntax? { node.view(.condition) }
}

/// `Extreme = ( "least" | "greatest" | "earliest" | "latest" ) "of" "(" operands:Expr { "," operands:Expr } ")"`
public struct ExtremeSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .extreme else { return nil }
        self.node = node
    }

    public var operands: [ExprSyntax] { node.views(.operands) }
}
