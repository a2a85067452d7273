/// How many spaces stand between two tokens of a line.
enum Spacing {
    static func between(_ left: (kind: TokenKind, parent: SyntaxKind), _ right: (kind: TokenKind, parent: SyntaxKind))
        -> Int
    {
        if closesUpRight(left.kind, left.parent) || closesUpLeft(right.kind, right.parent) { return 0 }
        // `do` is as wide as `then`, so that what follows lines up.
        return left.kind == .do && left.parent == .doClause ? 3 : 1
    }

    /// Nothing stands between this token and the next.
    private static func closesUpRight(_ kind: TokenKind, _ parent: SyntaxKind) -> Bool {
        switch kind {
        case .leftParen, .leftBracket, .leftBrace, .dot, .dotDot, .textHead, .textMiddle: true
        case .minus: parent == .sign
        default: false
        }
    }

    /// Nothing stands between this token and the one before.
    private static func closesUpLeft(_ kind: TokenKind, _ parent: SyntaxKind) -> Bool {
        switch kind {
        case .rightParen, .rightBracket, .rightBrace, .comma, .dot, .dotDot, .question, .percent, .textMiddle,
            .textTail:
            true
        case .colon: parent == .parameter || parent == .argument
        case .leftParen: hugsName(parent)
        default: false
        }
    }

    /// Brackets that follow a name or a word at once.
    private static func hugsName(_ parent: SyntaxKind) -> Bool {
        switch parent {
        case .arguments, .parameters, .typeCase, .moneyType, .numberType: true
        default: false
        }
    }
}
