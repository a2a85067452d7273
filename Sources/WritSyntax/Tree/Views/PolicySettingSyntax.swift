/// `PolicySetting` of the grammar.
public enum PolicySettingSyntax: SyntaxView {
    case timezone(TimezoneSettingSyntax)
    case calendar(CalendarSettingSyntax)
    case languages(LanguagesSettingSyntax)

    public var node: SyntaxNode {
        switch self {
        case .timezone(let view): view.node
        case .calendar(let view): view.node
        case .languages(let view): view.node
        }
    }

    public init?(_ node: SyntaxNode) {
        switch node.kind {
        case .timezoneSetting: self = .timezone(TimezoneSettingSyntax(node)!)
        case .calendarSetting: self = .calendar(CalendarSettingSyntax(node)!)
        case .languagesSetting: self = .languages(LanguagesSettingSyntax(node)!)
        default: return nil
        }
    }
}
