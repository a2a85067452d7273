// Operators and the words of expressions as typed values.

/// `<`, `<=`, `>` or `>=`.
public enum ComparisonOperator: Sendable, Hashable {
    case less, lessEqual, greater, greaterEqual

    init(_ kind: TokenKind?) {
        switch kind {
        case .lessEqual: self = .lessEqual
        case .greater: self = .greater
        case .greaterEqual: self = .greaterEqual
        default: self = .less
        }
    }
}

extension ComparisonSyntax {
    public var operatorToken: SyntaxToken? { node.token(.operator) }
    public var `operator`: ComparisonOperator { ComparisonOperator(operatorToken?.kind) }
}

extension ComparisonTestSyntax {
    public var operatorToken: SyntaxToken? { node.token(.operator) }
    public var `operator`: ComparisonOperator { ComparisonOperator(operatorToken?.kind) }
}

extension IsRelationSyntax {
    /// `is not`.
    public var isNegated: Bool { node.has(.not) }
}

extension StateTestSyntax {
    public enum State: Sendable, Hashable { case known, unknown, workingDay }

    public var state: State { node.has(.known) ? .known : node.has(.unknown) ? .unknown : .workingDay }
}

extension InRelationSyntax {
    /// `not in`.
    public var isNegated: Bool { node.has(.not) }
}

extension TextRelationSyntax {
    public enum Operator: Sendable, Hashable { case startsWith, endsWith, contains, like }

    public var `operator`: Operator {
        node.has(.starts) ? .startsWith : node.has(.ends) ? .endsWith : node.has(.contains) ? .contains : .like
    }
}

extension IntervalSyntax {
    /// `[` rather than `(`.
    public var includesLow: Bool { node.has(.leftBracket) }
    /// `]` rather than `)`.
    public var includesHigh: Bool { node.has(.rightBracket) }
}

extension RoundingModeSyntax {
    public enum Mode: Sendable, Hashable { case halfUp, halfEven, up, down }

    public var mode: Mode {
        guard node.has(.half) else { return node.has(.down) ? .down : .up }
        return node.has(.even) ? .halfEven : .halfUp
    }
}

extension SumSyntax {
    public enum Operator: Sendable, Hashable { case plus, minus }

    public var operatorToken: SyntaxToken? { node.firstToken(of: .plus, .minus) }
    public var `operator`: Operator { operatorToken?.kind == .minus ? .minus : .plus }
}

extension ProductSyntax {
    public enum Operator: Sendable, Hashable { case times, dividedBy }

    public var operatorToken: SyntaxToken? { node.firstToken(of: .star, .slash) }
    public var `operator`: Operator { operatorToken?.kind == .slash ? .dividedBy : .times }
}

extension PercentageSyntax {
    /// `10 %` or `10 % of x`, rather than `rate of x`.
    public var hasPercentSign: Bool { node.has(.percent) }
}
