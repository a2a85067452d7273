// The views of the clauses of a rule or an answer.

/// `OverridesClause = "overrides" names:RuleName { "," names:RuleName }`
public struct OverridesClauseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .overridesClause else { return nil }
        self.node = node
    }

    public var names: [SyntaxToken] { node.tokenList(.names) }
}

/// `ForceClause = period:Period`
public struct ForceClauseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .forceClause else { return nil }
        self.node = node
    }

    public var period: PeriodSyntax? { node.view(.period) }
}

/// `WhenClause = "when" condition:Expr`
public struct WhenClauseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .whenClause else { return nil }
        self.node = node
    }

    public var condition: ExprSyntax? { node.view(.condition) }
}

/// `ThenClause = "then" value:Expr`
public struct ThenClauseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .thenClause else { return nil }
        self.node = node
    }

    public var value: ExprSyntax? { node.view(.value) }
}

/// `DoClause = "do" calls:ActionCall { [ "," ] calls:ActionCall }`
public struct DoClauseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .doClause else { return nil }
        self.node = node
    }

    public var calls: [ActionCallSyntax] { node.views(.calls) }
}

/// `ActionCall = name:Name [ arguments:Arguments ]`
public struct ActionCallSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .actionCall else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var arguments: ArgumentsSyntax? { node.view(.arguments) }
}

/// `BecauseClause = "because" message:Message`
public struct BecauseClauseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .becauseClause else { return nil }
        self.node = node
    }

    public var message: MessageSyntax? { node.view(.message) }
}

/// `Message = texts:MessageText { texts:MessageText }`
public struct MessageSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .message else { return nil }
        self.node = node
    }

    public var texts: [MessageTextSyntax] { node.views(.texts) }
}

/// `MessageText = [ language:Name ] text:Text`
public struct MessageTextSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .messageText else { return nil }
        self.node = node
    }

    public var language: SyntaxToken? { node.token(.language) }
    public var text: TextSyntax? { node.view(.text) }
}

/// `SourceClause = "source" ( owner:Text | "house" )`
public struct SourceClauseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .sourceClause else { return nil }
        self.node = node
    }

    public var owner: TextSyntax? { node.view(.owner) }
}

/// `AcceptClause = "accept" kind:Name [ "of" rule:RuleName ] reason:Text [ "until" until:Date ]`
public struct AcceptClauseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .acceptClause else { return nil }
        self.node = node
    }

    public var kind: SyntaxToken? { node.token(.kind) }
    public var rule: SyntaxToken? { node.token(.rule) }
    public var reason: TextSyntax? { node.view(.reason) }
    public var until: SyntaxToken? { node.token(.until) }
}
