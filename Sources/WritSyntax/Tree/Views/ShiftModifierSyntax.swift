/// `ShiftModifier` of the grammar.
public enum ShiftModifierSyntax: SyntaxView {
    case calendar(OnCalendarSyntax)
    case excluding(ExcludingSyntax)
    case zone(InZoneSyntax)

    public var node: SyntaxNode {
        switch self {
        case .calendar(let view): view.node
        case .excluding(let view): view.node
        case .zone(let view): view.node
        }
    }

    public init?(_ node: SyntaxNode) {
        switch node.kind {
        case .onCalendar: self = .calendar(OnCalendarSyntax(node)!)
        case .excluding: self = .excluding(ExcludingSyntax(node)!)
        case .inZone: self = .zone(InZoneSyntax(node)!)
        default: return nil
        }
    }
}
