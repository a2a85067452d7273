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
