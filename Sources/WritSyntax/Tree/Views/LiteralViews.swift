// The views of literals and names.

/// `NumberLiteral = number:Number [ currency:Name ]`
public struct NumberLiteralSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .numberLiteral else { return nil }
        self.node = node
    }

    public var number: SyntaxToken? { node.token(.number) }
    public var currency: SyntaxToken? { node.token(.currency) }
}

/// `TextLiteral = text:Text`
public struct TextLiteralSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .textLiteral else { return nil }
        self.node = node
    }

    public var text: TextSyntax? { node.view(.text) }
}

/// `DateLiteral = token:Date`
public struct DateLiteralSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .dateLiteral else { return nil }
        self.node = node
    }

    public var token: SyntaxToken? { node.token(.token) }
}

/// `TimeLiteral = token:Time`
public struct TimeLiteralSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .timeLiteral else { return nil }
        self.node = node
    }

    public var token: SyntaxToken? { node.token(.token) }
}

/// `InstantLiteral = token:Instant`
public struct InstantLiteralSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .instantLiteral else { return nil }
        self.node = node
    }

    public var token: SyntaxToken? { node.token(.token) }
}

/// `TruthLiteral = "true" | "false"`
public struct TruthLiteralSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .truthLiteral else { return nil }
        self.node = node
    }
}

/// `UnknownLiteral = "unknown"`
public struct UnknownLiteralSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .unknownLiteral else { return nil }
        self.node = node
    }
}

/// `NameExpr = name:Name`
public struct NameExprSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .nameExpr else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
}

/// `LocalizedText = "text" texts:MessageText { texts:MessageText }`
public struct LocalizedTextSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .localizedText else { return nil }
        self.node = node
    }

    public var texts: [MessageTextSyntax] { node.views(.texts) }
}
