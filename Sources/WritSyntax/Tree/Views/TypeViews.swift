// The views of types as they are written.

/// `ListType = "list" "of" element:Type`
public struct ListTypeSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .listType else { return nil }
        self.node = node
    }

    public var element: TypeSyntax? { node.view(.element) }
}

/// `OptionalType = base:Type "?"`
public struct OptionalTypeSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .optionalType else { return nil }
        self.node = node
    }

    public var base: TypeSyntax? { node.view(.base) }
}

/// `MoneyType = "money" "(" currency:Name ")"`
public struct MoneyTypeSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .moneyType else { return nil }
        self.node = node
    }

    public var currency: SyntaxToken? { node.token(.currency) }
}

/// `NumberType = "number" [ "(" decimals:Number ")" ]`
public struct NumberTypeSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .numberType else { return nil }
        self.node = node
    }

    public var decimals: SyntaxToken? { node.token(.decimals) }
}

/// `WorkingType = "working" unit:UnitWord`
public struct WorkingTypeSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .workingType else { return nil }
        self.node = node
    }

    public var unit: SyntaxToken? { node.token(.unit) }
}

/// `NamedType = name:TypeName`
public struct NamedTypeSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .namedType else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
}
