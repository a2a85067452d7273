// The views of params with their dated values, defines and actions.

/// ```
/// ParamDeclaration = "param" name:Name ":" type:Type "=" value:Expr [ bounds:Bounds ] [ doc:Text ] [
///     source:SourceClause ] { dated:DatedValue } { accepts:AcceptClause }
/// ```
public struct ParamDeclarationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .paramDeclaration else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var type: TypeSyntax? { node.view(.type) }
    public var value: ExprSyntax? { node.view(.value) }
    public var bounds: BoundsSyntax? { node.view(.bounds) }
    public var doc: TextSyntax? { node.view(.doc) }
    public var source: SourceClauseSyntax? { node.view(.source) }
    public var dated: [DatedValueSyntax] { node.views(.dated) }
    public var accepts: [AcceptClauseSyntax] { node.views(.accepts) }
}

/// `DatedValue = period:Period "=" value:Expr [ source:SourceClause ]`
public struct DatedValueSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .datedValue else { return nil }
        self.node = node
    }

    public var period: PeriodSyntax? { node.view(.period) }
    public var value: ExprSyntax? { node.view(.value) }
    public var source: SourceClauseSyntax? { node.view(.source) }
}

/// ```
/// Period = "in" "force" ( "by" anchor:Sum [ "from" from:Sum ] [ "until" until:Sum ] | "from" from:Sum [ "until"
///     until:Sum ] | "until" until:Sum )
/// ```
public struct PeriodSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .period else { return nil }
        self.node = node
    }

    public var anchor: ExprSyntax? { node.view(.anchor) }
    public var from: ExprSyntax? { node.view(.from) }
    public var until: ExprSyntax? { node.view(.until) }
}

/// ```
/// DefineDeclaration = "define" name:Name [ parameters:Parameters ] [ ":" type:Type ] [ doc:Text ] "=" body:Expr {
///     accepts:AcceptClause }
/// ```
public struct DefineDeclarationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .defineDeclaration else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var parameters: ParametersSyntax? { node.view(.parameters) }
    public var type: TypeSyntax? { node.view(.type) }
    public var doc: TextSyntax? { node.view(.doc) }
    public var body: ExprSyntax? { node.view(.body) }
    public var accepts: [AcceptClauseSyntax] { node.views(.accepts) }
}

/// `ActionDeclaration = "action" name:Name [ parameters:Parameters ] [ doc:Text ] { accepts:AcceptClause }`
public struct ActionDeclarationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .actionDeclaration else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var parameters: ParametersSyntax? { node.view(.parameters) }
    public var doc: TextSyntax? { node.view(.doc) }
    public var accepts: [AcceptClauseSyntax] { node.views(.accepts) }
}
