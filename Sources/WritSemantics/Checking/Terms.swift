import WritSource

/// Puts together terms that no expression wrote.
enum Terms {
    static func always(at location: SourceLocation) -> Term { Term(.constant(.boolean(true)), .boolean, location) }

    /// All of the conditions, flat: the operands are what an explanation shows. None of them is `true`.
    static func conjunction(_ conditions: [Term], at location: SourceLocation) -> Term {
        var flat: [Term] = []
        for condition in conditions {
            switch condition.kind {
            case .and(let operands): flat += operands
            case .constant(.boolean(true)): break
            default: flat.append(condition)
            }
        }
        switch flat.count {
        case 0: return always(at: location)
        case 1: return flat[0]
        default: return Term(.and(flat), .boolean, location)
        }
    }

    static func negation(of condition: Term) -> Term { Term(.not(condition), .boolean, condition.location) }
}
