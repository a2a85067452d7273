/// What a token can begin.
extension TokenKind {
    var startsText: Bool { self == .text || self == .textHead }

    var startsExpr: Bool {
        switch self {
        case .number, .date, .time, .instant, .text, .textHead, .leftParen, .leftBracket, .minus, .not, .if, .any,
            .every,
            .no, .true, .false, .unknown:
            true
        default: isName
        }
    }
}
