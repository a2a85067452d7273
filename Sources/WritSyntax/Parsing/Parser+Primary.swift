import WritSource

/// Primary expressions: literals, names and what begins with a word of its own.
extension Parser {
    mutating func parsePrimary() {
        switch kind() {
        case .number: parseNumberLiteral()
        case .text, .textHead: parseTextLiteral()
        case .date: parseDateLiteral()
        case .time: parseTimeLiteral()
        case .instant: parseInstantLiteral()
        case .true, .false: parseTruthLiteral()
        case .unknown: parseUnknownLiteral()
        case .leftParen: parseGroup()
        case .leftBracket: parseListLiteral()
        case .if: parseConditional()
        case .any, .every: parseQuantifier()
        case .name: parseNameExpr()
        // A value was forgotten, and what follows accepts what is wrong with the rest.
        case .accept where startsLine && atAcceptance: parseMissingExpr()
        case let word where word.isContextual: parseWord(word)
        default: parseMissingExpr()
        }
    }

    /// A literal of one token.
    private mutating func parseLiteral(_ kind: SyntaxKind, _ label: SyntaxLabel) {
        let mark = open()
        advance(label)
        close(kind, mark)
    }

    mutating func parseDateLiteral() { parseLiteral(.dateLiteral, .token) }
    mutating func parseTimeLiteral() { parseLiteral(.timeLiteral, .token) }
    mutating func parseInstantLiteral() { parseLiteral(.instantLiteral, .token) }
    mutating func parseTruthLiteral() { parseLiteral(.truthLiteral, .none) }
    mutating func parseUnknownLiteral() { parseLiteral(.unknownLiteral, .none) }

    mutating func parseNumberLiteral() {
        let mark = open()
        eat(.number, .number)
        if atCurrency { advance(.currency) }
        close(.numberLiteral, mark)
    }

    /// Three capital letters on the line of the number.
    private var atCurrency: Bool {
        guard at(.name), !startsLine, currentRange.count == 3 else { return false }
        return buffer.file.bytes[currentRange.lower..<currentRange.upper].allSatisfy { (0x41...0x5A).contains($0) }
    }

    mutating func parseTextLiteral() {
        let mark = open()
        label(.text) { $0.nested { $0.parseText() } }
        close(.textLiteral, mark)
    }

    mutating func parseNameExpr() {
        let mark = open()
        advance(.name)
        close(.nameExpr, mark)
    }

    /// A contextual word: a construct if what follows fits, else a name.
    private mutating func parseWord(_ word: TokenKind) {
        switch word {
        case .no where atBinding || atBrokenBinding: parseQuantifier()
        case .count where atBinding: parseCount()
        case .sum, .min, .max, .average, .list: if atAggregate { parseAggregate() } else { parseNameExpr() }
        case .first where atBinding: parseFirstOf()
        case .first where atDayRoll, .last where atDayRoll: parseDayRoll()
        case .least, .greatest, .earliest, .latest: if atExtreme { parseExtreme() } else { parseNameExpr() }
        case .start, .end: if atEdge { parseEdgeOf() } else { parseNameExpr() }
        case .textWord where atLocalizedText: parseLocalizedText()
        case .working where kind(1).isUnit && kind(2) == .between: parseBetween()
        case _ where word.isPart && kind(1) == .of: parsePartOf()
        case _ where word.isUnit && kind(1) == .between: parseBetween()
        default: parseNameExpr()
        }
    }

    /// `word x in …`
    private var atBinding: Bool { kind(1).isName && kind(2) == .in }

    /// `no x xs has …`, which lacks its `in`; where the value `no` may stand, no name follows it on its line but one of an
    /// assignment.
    private var atBrokenBinding: Bool { kind(1) == .name && !startsLine(1) && kind(2) == .name && !startsLine(2) }

    private var atDayRoll: Bool { kind(1) == .working && kind(2) == .day }
    private var atExtreme: Bool { kind(1) == .of && kind(2) == .leftParen }
    private var atEdge: Bool { kind(1) == .of && (kind(2) == .month || kind(2) == .year) && kind(3) == .of }
    private var atLocalizedText: Bool { kind(1).startsText || (kind(1).isName && kind(2).startsText) }

    mutating func parseLocalizedText() {
        let mark = open()
        eat(.textWord)
        parseMessageTexts()
        close(.localizedText, mark)
    }

    // MARK: - No expression

    /// Nothing here begins an expression. A reserved word that goes on as a name would is taken for one.
    private mutating func parseMissingExpr() {
        if kind().isReserved, !startsLine, isUsedAsName {
            let mark = open()
            takeReservedWord(.name)
            return close(.nameExpr, mark)
        }
        // What stood here was no token, and was reported.
        if position == 0 || buffer[position - 1].kind != .invalid { reportMissingExpr() }
        let mark = open()
        close(.missing, mark)
    }

    private var isUsedAsName: Bool {
        switch kind(1) {
        case .dot, .is, .less, .lessEqual, .greater, .greaterEqual, .plus, .star, .slash, .equalEqual, .notEqual: true
        default: kind().isNoun && (startsLine(1) || endsOperand(1))
        }
    }

    /// What may follow a whole operand on its line.
    private func endsOperand(_ distance: Int) -> Bool {
        switch kind(distance) {
        case .and, .or, .then, .else, .in, .comma, .rightParen, .rightBracket, .rightBrace, .endOfFile: true
        default: false
        }
    }

    private mutating func reportMissingExpr() {
        switch kind() {
        case .leftBrace: expected("a value", help: "a set in braces stands after `in`; a list stands in `[…]`")
        case .else: expected("a value", help: "`else` belongs to `if … then … else …`, or to `or else`")
        default: expected(missingExpr)
        }
    }

    /// What an expression behind the token before is for.
    private var missingExpr: String {
        guard position > 0 else { return "a value" }
        switch buffer[position - 1].kind {
        case .when: return "a condition after `when`"
        case .expect: return "a condition after `expect`"
        case .and, .or, .not, .implies, .where, .has: return "a condition after `\(buffer[position - 1].kind.spelling)`"
        case .textHead, .textMiddle: return "an expression in the hole of a text"
        case let kind where kind.isReserved || kind.spelling.count <= 2: return "a value after `\(kind.spelling)`"
        default: return "a value"
        }
    }
}

extension TokenKind {
    /// The words of `PartOf`.
    fileprivate var isPart: Bool {
        switch self {
        case .dateWord, .timeWord, .year, .month, .day, .weekday, .length, .plain: true
        default: false
        }
    }
}

extension TokenKind {
    /// The reserved words that people call things by.
    fileprivate var isNoun: Bool {
        switch self {
        case .given, .source, .case, .test, .policy, .type, .record, .fact, .param, .calendar, .action, .decision,
            .rule,
            .table:
            true
        default: false
        }
    }
}
