/// What a token can begin.
extension TokenKind {
    var startsText: Bool { self == .text || self == .textHead }

    var startsExpr: Bool {
        switch self {
        case .number, .date, .time, .instant, .text, .textHead, .leftParen, .leftBracket, .minus, .not, .if, .any,
            .every, .true, .false, .unknown:
            true
        default: isName
        }
    }
}

extension SyntaxKind {
    /// A node of this kind may stand where the grammar says `Expr`.
    var isExpr: Bool {
        switch self {
        case .stateTest, .set, .interval, .roundingMode, .inZone, .onCalendar, .excluding, .arguments, .argument,
            .where:
            false
        default: rawValue >= SyntaxKind.implication.rawValue && rawValue <= SyntaxKind.extreme.rawValue
        }
    }
}
