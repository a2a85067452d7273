// Where the grammar lets one of several words or signs stand, the view says which as a typed value.

extension ModeSyntax {
    public enum Mode: Sendable, Hashable { case first, unique, collect, sum, min, max, count }

    public var mode: Mode {
        switch node.tokens.first?.kind {
        case .unique: .unique
        case .collect: .collect
        case .sum: .sum
        case .min: .min
        case .max: .max
        case .count: .count
        default: .first
        }
    }
}

extension PromiseDeclarationSyntax {
    /// `never` rather than `always`.
    public var isNever: Bool { node.has(.never) }
}

extension WheneverSyntax {
    public enum Movement: Sendable, Hashable { case rises, falls }

    /// What the fact does.
    public var change: Movement? { movements.first { !$0.isRefused }?.movement }

    /// What the value never does.
    public var refused: Movement? { movements.first(where: \.isRefused)?.movement }

    /// The two words, and whether they stand behind `never`.
    private var movements: [(movement: Movement, isRefused: Bool)] {
        var isRefused = false
        var found: [(Movement, Bool)] = []
        for case .token(let token) in node.children {
            switch token.kind {
            case .never: isRefused = true
            case .rises: found.append((.rises, isRefused))
            case .falls: found.append((.falls, isRefused))
            default: break
            }
        }
        return found
    }
}

extension SourceClauseSyntax {
    /// `source house`: the number is our own.
    public var isHouse: Bool { node.has(.house) }
}

extension CellSyntax {
    public var isNegated: Bool { node.has(.not) }
}

extension TableRowSyntax {
    /// How many cells stand before `||`; nil in a row without one.
    public var conditionCount: Int? {
        var count = 0
        for child in node.children {
            switch child {
            case .node(let node) where node.kind == .cell: count += 1
            case .token(let token) where token.kind == .barBar: return count
            default: break
            }
        }
        return nil
    }
}

extension WordTestSyntax {
    public enum Word: Sendable, Hashable { case rule, because, source, then, `do`, otherwise, known }

    public var word: Word {
        switch node.tokens.first?.kind {
        case .rule: .rule
        case .because: .because
        case .source: .source
        case .then: .then
        case .do: .do
        case .otherwise: .otherwise
        default: .known
        }
    }
}

extension ByClauseSyntax {
    /// `by otherwise`: no rule, but what stands when none does.
    public var isOtherwise: Bool { name?.kind == .otherwise }
}
