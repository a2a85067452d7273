// The views of what facts look like: types, records, facts.

/// ```
/// TypeDeclaration = "type" name:Name [ doc:Text ] "=" [ "|" ] cases:TypeCase { "|" cases:TypeCase } {
///     accepts:AcceptClause }
/// ```
public struct TypeDeclarationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .typeDeclaration else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var doc: TextSyntax? { node.view(.doc) }
    public var cases: [TypeCaseSyntax] { node.views(.cases) }
    public var accepts: [AcceptClauseSyntax] { node.views(.accepts) }
}

/// `TypeCase = name:Name [ "(" fields:Parameter { "," fields:Parameter } ")" ] [ "as" wire:Text ] [ label:CaseLabel ] [ doc:Text ]`
public struct TypeCaseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .typeCase else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var fields: [ParameterSyntax] { node.views(.fields) }
    public var wire: TextSyntax? { node.view(.wire) }
    public var label: CaseLabelSyntax? { node.view(.label) }
    public var doc: TextSyntax? { node.view(.doc) }
}

/// `CaseLabel = "reads" ( text:Text | texts:LanguageText { texts:LanguageText } )`
public struct CaseLabelSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .caseLabel else { return nil }
        self.node = node
    }

    public var text: TextSyntax? { node.view(.text) }
    public var texts: [LanguageTextSyntax] { node.views(.texts) }
}

/// `LanguageText = language:Name text:Text`
public struct LanguageTextSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .languageText else { return nil }
        self.node = node
    }

    public var language: SyntaxToken? { node.token(.language) }
    public var text: TextSyntax? { node.view(.text) }
}

/// `RecordDeclaration = "record" name:Name [ doc:Text ] { fields:Field } { accepts:AcceptClause }`
public struct RecordDeclarationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .recordDeclaration else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var doc: TextSyntax? { node.view(.doc) }
    public var fields: [FieldSyntax] { node.views(.fields) }
    public var accepts: [AcceptClauseSyntax] { node.views(.accepts) }
}

/// `Field = name:FieldName ":" type:Type [ "as" wire:Text ] [ bounds:Bounds ] [ doc:Text ]`
public struct FieldSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .field else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var type: TypeSyntax? { node.view(.type) }
    public var wire: TextSyntax? { node.view(.wire) }
    public var bounds: BoundsSyntax? { node.view(.bounds) }
    public var doc: TextSyntax? { node.view(.doc) }
}

/// `Bounds = "between" low:Sum "and" high:Sum`
public struct BoundsSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .bounds else { return nil }
        self.node = node
    }

    public var low: ExprSyntax? { node.view(.low) }
    public var high: ExprSyntax? { node.view(.high) }
}

/// ```
/// FactDeclaration = "fact" name:Name ( ":" type:Type [ "as" wire:Text ] [ bounds:Bounds ] [ doc:Text ] | [ "as"
///     wire:Text ] [ doc:Text ] { fields:Field } ) { accepts:AcceptClause }
/// ```
public struct FactDeclarationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .factDeclaration else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var type: TypeSyntax? { node.view(.type) }
    public var wire: TextSyntax? { node.view(.wire) }
    public var bounds: BoundsSyntax? { node.view(.bounds) }
    public var doc: TextSyntax? { node.view(.doc) }
    public var fields: [FieldSyntax] { node.views(.fields) }
    public var accepts: [AcceptClauseSyntax] { node.views(.accepts) }
}

/// `Parameter = name:FieldName ":" type:Type`
public struct ParameterSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .parameter else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var type: TypeSyntax? { node.view(.type) }
}

/// `Parameters = "(" parameters:Parameter { "," parameters:Parameter } ")"`
public struct ParametersSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .parameters else { return nil }
        self.node = node
    }

    public var parameters: [ParameterSyntax] { node.views(.parameters) }
}
