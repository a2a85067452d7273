// The views of the whole file, its header and imports.

/// `File = [ header:PolicyHeader ] { declarations:Declaration }`
public struct FileSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .file else { return nil }
        self.node = node
    }

    public var header: PolicyHeaderSyntax? { node.view(.header) }
    public var declarations: [DeclarationSyntax] { node.views(.declarations) }
}

/// `PolicyHeader = "policy" name:QualifiedName [ doc:Text ] { settings:PolicySetting }`
public struct PolicyHeaderSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .policyHeader else { return nil }
        self.node = node
    }

    public var name: QualifiedNameSyntax? { node.view(.name) }
    public var doc: TextSyntax? { node.view(.doc) }
    public var settings: [PolicySettingSyntax] { node.views(.settings) }
}

/// `TimezoneSetting = "timezone" zone:Text`
public struct TimezoneSettingSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .timezoneSetting else { return nil }
        self.node = node
    }

    public var zone: TextSyntax? { node.view(.zone) }
}

/// `CalendarSetting = "default" "calendar" calendar:Name`
public struct CalendarSettingSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .calendarSetting else { return nil }
        self.node = node
    }

    public var calendar: SyntaxToken? { node.token(.calendar) }
}

/// `LanguagesSetting = "languages" languages:Name { "," languages:Name }`
public struct LanguagesSettingSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .languagesSetting else { return nil }
        self.node = node
    }

    public var languages: [SyntaxToken] { node.tokenList(.languages) }
}

/// `Use = "use" name:QualifiedName`
public struct UseSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .use else { return nil }
        self.node = node
    }

    public var name: QualifiedNameSyntax? { node.view(.name) }
}

/// `QualifiedName = parts:Name { "." parts:Name }`
public struct QualifiedNameSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .qualifiedName else { return nil }
        self.node = node
    }

    public var parts: [SyntaxToken] { node.tokenList(.parts) }
}
