/// `CalendarItem` of the grammar.
public enum CalendarItemSyntax: SyntaxView {
    case like(LikeItemSyntax)
    case zone(ZoneItemSyntax)
    case hours(HoursItemSyntax)
    case days(DaysItemSyntax)
    case `break`(BreakItemSyntax)
    case holiday(HolidayItemSyntax)
    case extra(ExtraItemSyntax)
    case covers(CoversItemSyntax)

    public var node: SyntaxNode {
        switch self {
        case .like(let view): view.node
        case .zone(let view): view.node
        case .hours(let view): view.node
        case .days(let view): view.node
        case .break(let view): view.node
        case .holiday(let view): view.node
        case .extra(let view): view.node
        case .covers(let view): view.node
        }
    }

    public init?(_ node: SyntaxNode) {
        switch node.kind {
        case .likeItem: self = .like(LikeItemSyntax(node)!)
        case .zoneItem: self = .zone(ZoneItemSyntax(node)!)
        case .hoursItem: self = .hours(HoursItemSyntax(node)!)
        case .daysItem: self = .days(DaysItemSyntax(node)!)
        case .breakItem: self = .break(BreakItemSyntax(node)!)
        case .holidayItem: self = .holiday(HolidayItemSyntax(node)!)
        case .extraItem: self = .extra(ExtraItemSyntax(node)!)
        case .coversItem: self = .covers(CoversItemSyntax(node)!)
        default: return nil
        }
    }
}
