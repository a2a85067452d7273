extension TokenKind {
    /// How a word or a sign is written; what it is called, for a token of many spellings.
    public var spelling: String {
        switch self {
        case .numberWord: "number"
        case .dateWord: "date"
        case .timeWord: "time"
        case .textWord: "text"
        case .name: "name"
        case .endOfFile: "end of the file"
        case .textHead, .textMiddle, .textTail: "text"
        default: TokenKind.signs[self] ?? "\(self)"
        }
    }

    private static let signs: [TokenKind: String] = [
        .leftParen: "(", .rightParen: ")", .leftBracket: "[", .rightBracket: "]", .leftBrace: "{", .rightBrace: "}",
        .comma: ",", .colon: ":", .dot: ".", .dotDot: "..", .bar: "|", .barBar: "||", .question: "?",
        .equal: "=", .less: "<", .lessEqual: "<=", .greater: ">", .greaterEqual: ">=",
        .plus: "+", .minus: "-", .star: "*", .slash: "/", .percent: "%",
        .equalEqual: "==", .notEqual: "!=", .semicolon: ";",
    ]

    /// All reserved and contextual words.
    static var words: [TokenKind] { allCases.filter { $0.isReserved || $0.isContextual } }
}
