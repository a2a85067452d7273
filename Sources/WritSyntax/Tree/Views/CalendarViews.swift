// The views of calendars.

/// `CalendarDeclaration = "calendar" name:Name [ doc:Text ] { items:CalendarItem }`
public struct CalendarDeclarationSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .calendarDeclaration else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
    public var doc: TextSyntax? { node.view(.doc) }
    public var items: [CalendarItemSyntax] { node.views(.items) }
}

/// `LikeItem = "like" name:Name`
public struct LikeItemSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .likeItem else { return nil }
        self.node = node
    }

    public var name: SyntaxToken? { node.token(.name) }
}

/// `ZoneItem = "timezone" zone:Text`
public struct ZoneItemSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .zoneItem else { return nil }
        self.node = node
    }

    public var zone: TextSyntax? { node.view(.zone) }
}

/// `HoursItem = "hours" days:WeekdayRange { "," days:WeekdayRange } times:TimeRange { "," times:TimeRange }`
public struct HoursItemSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .hoursItem else { return nil }
        self.node = node
    }

    public var days: [WeekdayRangeSyntax] { node.views(.days) }
    public var times: [TimeRangeSyntax] { node.views(.times) }
}

/// `DaysItem = "days" days:WeekdayRange { "," days:WeekdayRange }`
public struct DaysItemSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .daysItem else { return nil }
        self.node = node
    }

    public var days: [WeekdayRangeSyntax] { node.views(.days) }
}

/// `BreakItem = "break" times:TimeRange { "," times:TimeRange }`
public struct BreakItemSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .breakItem else { return nil }
        self.node = node
    }

    public var times: [TimeRangeSyntax] { node.views(.times) }
}

/// `HolidayItem = "holiday" dates:DateRange [ doc:Text ]`
public struct HolidayItemSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .holidayItem else { return nil }
        self.node = node
    }

    public var dates: DateRangeSyntax? { node.view(.dates) }
    public var doc: TextSyntax? { node.view(.doc) }
}

/// `ExtraItem = "working" dates:DateRange [ times:TimeRange { "," times:TimeRange } ] [ doc:Text ]`
public struct ExtraItemSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .extraItem else { return nil }
        self.node = node
    }

    public var dates: DateRangeSyntax? { node.view(.dates) }
    public var times: [TimeRangeSyntax] { node.views(.times) }
    public var doc: TextSyntax? { node.view(.doc) }
}

/// `CoversItem = "covers" dates:DateRange`
public struct CoversItemSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .coversItem else { return nil }
        self.node = node
    }

    public var dates: DateRangeSyntax? { node.view(.dates) }
}

/// `WeekdayRange = first:Name [ "to" last:Name ]`
public struct WeekdayRangeSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .weekdayRange else { return nil }
        self.node = node
    }

    public var first: SyntaxToken? { node.token(.first) }
    public var last: SyntaxToken? { node.token(.last) }
}

/// `DateRange = first:Date [ "to" last:Date ]`
public struct DateRangeSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .dateRange else { return nil }
        self.node = node
    }

    public var first: SyntaxToken? { node.token(.first) }
    public var last: SyntaxToken? { node.token(.last) }
}

/// `TimeRange = start:Time "to" end:Time`
public struct TimeRangeSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .timeRange else { return nil }
        self.node = node
    }

    public var start: SyntaxToken? { node.token(.start) }
    public var end: SyntaxToken? { node.token(.end) }
}
