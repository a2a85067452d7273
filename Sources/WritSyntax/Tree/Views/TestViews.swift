// The views of promises, cases and tests.

/// ```
/// PromiseDeclaration = ( "always" name:Name [ doc:Text ] ( relation:Whenever | condition:Expr ) | "never" name:Name [
///     doc:Text ] condition:Expr ) { accepts:AcceptClause }
/// ```
public struct PromiseDeclarationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .promiseDeclaration else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var doc: TextSyntax? { node.view(.doc) }
    public var relation: WheneverSyntax? { node.view(.relation) }
    public var condition: ExprSyntax? { node.view(.condition) }
    public var accepts: [AcceptClauseSyntax] { node.views(.accepts) }
}

/// ```
/// Whenever = "whenever" path:Path ( "rises" | "falls" ) [ "while" condition:Expr ] "," value:Expr "never" ( "falls" |
///     "rises" )
/// ```
public struct WheneverSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .whenever else { return nil }
        self.node = node
    }

    public var path: PathSyntax? { node.view(.path) }
    public var condition: ExprSyntax? { node.view(.condition) }
    public var value: ExprSyntax? { node.view(.value) }
}

/// `CaseDeclaration = "case" name:Name [ doc:Text ] [ "like" base:Name ] { assignments:Assignment }`
public struct CaseDeclarationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .caseDeclaration else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var doc: TextSyntax? { node.view(.doc) }
    public var base: SyntaxToken? { node.token(.base) }
    public var assignments: [AssignmentSyntax] { node.views(.assignments) }
}

/// `TestDeclaration = "test" name:Text [ given:Given ] { expectations:Expectation } { accepts:AcceptClause }`
public struct TestDeclarationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .testDeclaration else { return nil }
        self.node = node
    }

    public var name: TextSyntax? { node.view(.name) }
    public var given: GivenSyntax? { node.view(.given) }
    public var expectations: [ExpectationSyntax] { node.views(.expectations) }
    public var accepts: [AcceptClauseSyntax] { node.views(.accepts) }
}

/// `Given = "given" [ "like" base:Name ] { assignments:Assignment }`
public struct GivenSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .given else { return nil }
        self.node = node
    }

    public var base: SyntaxToken? { node.token(.base) }
    public var assignments: [AssignmentSyntax] { node.views(.assignments) }
}

/// `Assignment = path:Path "=" value:Expr [ "," ]`
public struct AssignmentSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .assignment else { return nil }
        self.node = node
    }

    public var path: PathSyntax? { node.view(.path) }
    public var value: ExprSyntax? { node.view(.value) }
}

/// `Path = name:Name { "." steps:FieldName }`
public struct PathSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .path else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var steps: [SyntaxToken] { node.tokenList(.steps) }
}

/// `Expectation = "expect" condition:Expr { clauses:ExpectationClause }`
public struct ExpectationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .expectation else { return nil }
        self.node = node
    }

    public var condition: ExprSyntax? { node.view(.condition) }
    public var clauses: [ExpectationClauseSyntax] { node.views(.clauses) }
}

/// `ByClause = "by" name:RuleName`
public struct ByClauseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .byClause else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
}

/// `DoesClause = "does" calls:ActionCall { [ "," ] calls:ActionCall }`
public struct DoesClauseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .doesClause else { return nil }
        self.node = node
    }

    public var calls: [ActionCallSyntax] { node.views(.calls) }
}

/// `NeedsClause = "needs" paths:Path { "," paths:Path }`
public struct NeedsClauseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .needsClause else { return nil }
        self.node = node
    }

    public var paths: [PathSyntax] { node.views(.paths) }
}
