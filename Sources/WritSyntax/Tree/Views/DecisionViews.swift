// The views of decisions and what stands directly in them.

/// ```
/// DecisionDeclaration = "decision" name:Name [ parameters:Parameters ] ":" type:Type [ doc:Text ] {
///     items:DecisionItem }
/// ```
public struct DecisionDeclarationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .decisionDeclaration else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var parameters: ParametersSyntax? { node.view(.parameters) }
    public var type: TypeSyntax? { node.view(.type) }
    public var doc: TextSyntax? { node.view(.doc) }
    public var items: [DecisionItemSyntax] { node.views(.items) }
}

/// `ExtendDeclaration = "extend" name:QualifiedName { items:DecisionItem }`
public struct ExtendDeclarationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .extendDeclaration else { return nil }
        self.node = node
    }

    public var name: QualifiedNameSyntax? { node.view(.name) }
    public var items: [DecisionItemSyntax] { node.views(.items) }
}

/// `Mode = "first" | "unique" | "collect" | "sum" | "min" | "max" | "count"`
public struct ModeSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .mode else { return nil }
        self.node = node
    }
}

/// `Rule = "rule" name:Name [ doc:Text ] { clauses:RuleClause }`
public struct RuleSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .rule else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var doc: TextSyntax? { node.view(.doc) }
    public var clauses: [RuleClauseSyntax] { node.views(.clauses) }
}

/// `Otherwise = "otherwise" [ value:Expr ] { clauses:AnswerClause }`
public struct OtherwiseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .otherwise else { return nil }
        self.node = node
    }

    public var value: ExprSyntax? { node.view(.value) }
    public var clauses: [AnswerClauseSyntax] { node.views(.clauses) }
}

/// `Undetermined = "when" "undetermined" value:Expr { clauses:AnswerClause }`
public struct UndeterminedSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .undetermined else { return nil }
        self.node = node
    }

    public var value: ExprSyntax? { node.view(.value) }
    public var clauses: [AnswerClauseSyntax] { node.views(.clauses) }
}
