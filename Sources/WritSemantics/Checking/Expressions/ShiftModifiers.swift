import WritSyntax

/// What stands after a shift or a span of time: `on plant`, `excluding pauses`, `in zone "…"`, each at most once.
struct ShiftModifiers {
    var calendar: OnCalendarSyntax?
    var excluding: ExcludingSyntax?
    var zone: InZoneSyntax?
    /// Those written a second time.
    var repeated: [ShiftModifierSyntax] = []

    init(_ modifiers: [ShiftModifierSyntax]) {
        for modifier in modifiers {
            switch modifier {
            case .calendar(let view) where calendar == nil: calendar = view
            case .excluding(let view) where excluding == nil: excluding = view
            case .zone(let view) where zone == nil: zone = view
            default: repeated.append(modifier)
            }
        }
    }
}
