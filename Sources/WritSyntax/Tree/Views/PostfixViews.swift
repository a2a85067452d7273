// The views of members, calls and brackets.

/// `Member = base:Postfix "." name:FieldName`
public struct MemberSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .member else { return nil }
        self.node = node
    }

    public var base: ExprSyntax? { node.view(.base) }
    public var name: SyntaxToken? { node.token(.name) }
}

/// `Call = callee:Postfix arguments:Arguments`
public struct CallSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .call else { return nil }
        self.node = node
    }

    public var callee: ExprSyntax? { node.view(.callee) }
    public var arguments: ArgumentsSyntax? { node.view(.arguments) }
}

/// `Arguments = "(" [ arguments:Argument { "," arguments:Argument } ] ")"`
public struct ArgumentsSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .arguments else { return nil }
        self.node = node
    }

    public var arguments: [ArgumentSyntax] { node.views(.arguments) }
}

/// `Argument = [ label:FieldName ":" ] value:Expr`
public struct ArgumentSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .argument else { return nil }
        self.node = node
    }

    public var label: SyntaxToken? { node.token(.label) }
    public var value: ExprSyntax? { node.view(.value) }
}

/// `Group = "(" inner:Expr ")"`
public struct GroupSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .group else { return nil }
        self.node = node
    }

    public var inner: ExprSyntax? { node.view(.inner) }
}

/// `ListLiteral = "[" [ elements:Expr { "," elements:Expr } ] "]"`
public struct ListLiteralSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .listLiteral else { return nil }
        self.node = node
    }

    public var elements: [ExprSyntax] { node.views(.elements) }
}

/// `Conditional = "if" condition:Expr "then" first:Expr "else" second:Expr`
public struct ConditionalSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .conditional else { return nil }
        self.node = node
    }

    public var condition: ExprSyntax? { node.view(.condition) }
    public var first: ExprSyntax? { node.view(.first) }
    public var second: ExprSyntax? { node.view(.second) }
}
