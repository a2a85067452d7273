// The views of calculation with time.

/// `Moment = date:Shift { "at" time:Amount [ zone:InZone ] }`
public struct MomentSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .moment else { return nil }
        self.node = node
    }

    public var date: ExprSyntax? { node.view(.date) }
    public var time: ExprSyntax? { node.view(.time) }
    public var zone: InZoneSyntax? { node.view(.zone) }
}

/// `InZone = "in" "zone" zone:Postfix`
public struct InZoneSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .inZone else { return nil }
        self.node = node
    }

    public var zone: ExprSyntax? { node.view(.zone) }
}

/// `Shift = amount:Amount [ ( "after" | "before" ) anchor:Shift { modifiers:ShiftModifier } ]`
public struct ShiftSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .shift else { return nil }
        self.node = node
    }

    public var amount: ExprSyntax? { node.view(.amount) }
    public var anchor: ExprSyntax? { node.view(.anchor) }
    public var modifiers: [ShiftModifierSyntax] { node.views(.modifiers) }
}

/// `OnCalendar = "on" calendar:Postfix`
public struct OnCalendarSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .onCalendar else { return nil }
        self.node = node
    }

    public var calendar: ExprSyntax? { node.view(.calendar) }
}

/// `Excluding = "excluding" pauses:Postfix`
public struct ExcludingSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .excluding else { return nil }
        self.node = node
    }

    public var pauses: ExprSyntax? { node.view(.pauses) }
}

/// `Amount = count:Postfix [ [ "working" ] unit:UnitWord ]`
public struct AmountSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .amount else { return nil }
        self.node = node
    }

    public var count: ExprSyntax? { node.view(.count) }
    public var unit: SyntaxToken? { node.token(.unit) }
}

/// ```
/// PartOf = ( "date" | "time" | "year" | "month" | "day" | "weekday" | "length" | "plain" ) "of" operand:Postfix [
///     zone:InZone ]
/// ```
public struct PartOfSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .partOf else { return nil }
        self.node = node
    }

    public var operand: ExprSyntax? { node.view(.operand) }
    public var zone: InZoneSyntax? { node.view(.zone) }
}

/// `EdgeOf = ( "start" | "end" ) "of" ( "month" | "year" ) "of" operand:Postfix`
public struct EdgeOfSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .edgeOf else { return nil }
        self.node = node
    }

    public var operand: ExprSyntax? { node.view(.operand) }
}

/// `Between = [ "working" ] unit:UnitWord "between" from:Shift "and" to:Shift { modifiers:ShiftModifier }`
public struct BetweenSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .between else { return nil }
        self.node = node
    }

    public var unit: SyntaxToken? { node.token(.unit) }
    public var from: ExprSyntax? { node.view(.from) }
    public var to: ExprSyntax? { node.view(.to) }
    public var modifiers: [ShiftModifierSyntax] { node.views(.modifiers) }
}

/// ```
/// DayRoll = ( "first" | "last" ) "working" "day" "on" "or" ( "after" | "before" ) date:Postfix [ "on"
///     calendar:Postfix ]
/// ```
public struct DayRollSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .dayRoll else { return nil }
        self.node = node
    }

    public var date: ExprSyntax? { node.view(.date) }
    public var calendar: ExprSyntax? { node.view(.calendar) }
}
