// The views of calculation.

/// `Default = operands:Rounding { "or" "else" operands:Rounding }`
public struct DefaultSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .default else { return nil }
        self.node = node
    }

    public var operands: [ExprSyntax] { node.views(.operands) }
}

/// `Rounding = operand:Sum [ "rounded" "to" unit:Product [ mode:RoundingMode ] ]`
public struct RoundingSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .rounding else { return nil }
        self.node = node
    }

    public var operand: ExprSyntax? { node.view(.operand) }
    public var unit: ExprSyntax? { node.view(.unit) }
    public var mode: RoundingModeSyntax? { node.view(.mode) }
}

/// `RoundingMode = "half" "up" | "half" "even" | "up" | "down"`
public struct RoundingModeSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .roundingMode else { return nil }
        self.node = node
    }
}

/// `Sum = left:Product { ( "+" | "-" ) right:Product }`
public struct SumSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .sum else { return nil }
        self.node = node
    }

    public var left: ExprSyntax? { node.view(.left) }
    public var right: ExprSyntax? { node.view(.right) }
}

/// `Product = left:Percentage { ( "*" | "/" ) right:Percentage }`
public struct ProductSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .product else { return nil }
        self.node = node
    }

    public var left: ExprSyntax? { node.view(.left) }
    public var right: ExprSyntax? { node.view(.right) }
}

/// `Percentage = rate:Sign [ "%" [ "of" base:Percentage ] ] | rate:Sign "of" base:Percentage`
public struct PercentageSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .percentage else { return nil }
        self.node = node
    }

    public var rate: ExprSyntax? { node.view(.rate) }
    public var base: ExprSyntax? { node.view(.base) }
}

/// `Sign = "-" operand:Sign | Moment`
public struct SignSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .sign else { return nil }
        self.node = node
    }

    public var operand: ExprSyntax? { node.view(.operand) }
}
