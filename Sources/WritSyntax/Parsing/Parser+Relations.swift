import WritSource

/// Comparisons, states, membership and patterns.
extension Parser {
    mutating func parseRelation() {
        let mark = open()
        parseDefault()
        respellOperator()
        switch kind() {
        case .less, .lessEqual, .greater, .greaterEqual: parseComparison(from: mark)
        case .is: parseIsRelation(from: mark)
        case .equal, .equalEqual, .notEqual: parseForeignEquality(from: mark)
        case .in where atMembership: parseInRelation(from: mark)
        case .not where kind(1) == .in: parseInRelation(from: mark)
        case .starts where kind(1) == .with, .ends where kind(1) == .with: parseTextRelation(from: mark)
        case .contains where atWord(.contains), .like where atWord(.like): parseTextRelation(from: mark)
        default: return
        }
        takeLateDefault(from: mark)
        respellOperator()
    }

    /// `x in {a, b} or else false`: taken for `(x in {a, b}) or else false`.
    private mutating func takeLateDefault(from mark: Mark) {
        guard at(.or, .else), mayWrap(mark) else { return }
        let question = range(at: mark)
        let text = buffer.file.text(of: question)
        report(
            SyntaxCodes.expected, "`or else` stands behind a value, and this is a question", at: question,
            label: "brackets expected", help: "put the question in brackets: `(\(text)) or else …`",
            fixIt: ("put the question in brackets", "(\(text))"))
        parseDefaultOperands(from: mark)
    }

    private mutating func parseRight() { label(.right) { $0.parseDefault() } }

    mutating func parseComparison(from mark: Mark) {
        while kind().isComparison, mayWrap(mark) {
            if kind(at: mark) == .comparison { reportChain() }
            label(.left, at: mark)
            advance(.operator)
            parseRight()
            close(.comparison, mark)
        }
    }

    private mutating func reportChain() {
        report(
            SyntaxCodes.chainedComparison, "a comparison has two sides", at: currentRange,
            label: "a second comparison", help: "write `a < b and b < c`, or `b in [a..c]`")
    }

    // MARK: - Is

    mutating func parseIsRelation(from mark: Mark) {
        label(.left, at: mark)
        let word = currentRange
        eat(.is)
        let isNegated = consume(if: .not)
        if at(.in) { takeForeignMembership(from: word.lower, isNegated ? "not in" : "in") }
        switch kind() {
        case .known, .unknown: label(.test) { $0.parseStateTest() }
        case .working where kind(1) == .day && kind(2) != .between: label(.test) { $0.parseStateTest() }
        case .leftBrace: label(.right) { $0.parseSet() }
        default: parseRight()
        }
        close(.isRelation, mark)
    }

    /// `is in` and `is not in`.
    private mutating func takeForeignMembership(from start: Int, _ word: String) {
        let range = SourceRange(start, currentRange.upper)
        report(
            SyntaxCodes.foreignEquality, "Writ writes `\(word)` for `\(buffer.file.text(of: range))`", at: range,
            label: "write `\(word)`", fixIt: ("write `\(word)`", word))
        let mark = open()
        advance()
        close(.unexpected, mark)
    }

    mutating func parseStateTest() {
        let mark = open()
        if consume(if: .working) {
            eat(.day)
            if atWord(.on) {
                advance()
                parseOperand(.calendar)
            }
        } else {
            advance()
        }
        close(.stateTest, mark)
    }

    /// `=`, `==`, `!=` and `<>`: taken for `is` and `is not`.
    private mutating func parseForeignEquality(from mark: Mark) {
        label(.left, at: mark)
        let word = at(.notEqual) ? "is not" : "is"
        let sign = buffer.file.text(of: currentRange)
        report(
            SyntaxCodes.foreignEquality, "Writ writes `\(word)` for `\(sign)`", at: currentRange,
            label: "write `\(word)`", fixIt: ("write `\(word)`", word))
        let foreign = open()
        advance()
        close(.unexpected, foreign)
        parseRight()
        close(.isRelation, mark)
    }

    // MARK: - In

    /// `in`, but not `in force …`, which is a clause, and not `in zone …`, which is said of a time.
    private var atMembership: Bool { !atForce && !atZone }

    mutating func parseInRelation(from mark: Mark) {
        label(.left, at: mark)
        _ = consume(if: .not)
        eat(.in)
        switch kind() {
        case .leftBrace: label(.set) { $0.parseSet() }
        case .leftBracket where atInterval, .leftParen where atInterval: label(.interval) { $0.parseInterval() }
        default: parseRight()
        }
        close(.inRelation, mark)
    }

    mutating func parseSet() {
        let mark = open()
        let opening = position
        eat(.leftBrace)
        parseElements(.elements, closing: .rightBrace, opening: opening) { $0.parseExpr() }
        close(.set, mark)
    }

    /// A bracket that holds a `..` of its own.
    var atInterval: Bool {
        var open = 0
        for distance in 0..<Self.lookahead {
            switch kind(distance) {
            case .leftParen, .leftBracket, .leftBrace: open += 1
            case .rightParen, .rightBracket, .rightBrace: open -= 1
            case .dotDot where open == 1: return true
            case .endOfFile, .bar, .barBar: return false
            default: break
            }
            if open == 0 { return false }
        }
        return false
    }

    /// How far the parser looks to tell two constructs apart.
    static let lookahead = 256

    mutating func parseInterval() {
        let mark = open()
        let opening = position
        advance()
        label(.low) { $0.parseSum() }
        expect(.dotDot, " and the upper end")
        label(.high) { $0.parseSum() }
        if at(.rightBracket) || at(.rightParen) { advance() } else { closeBracket(.rightBracket, opening) }
        close(.interval, mark)
    }

    // MARK: - Patterns

    mutating func parseTextRelation(from mark: Mark) {
        label(.left, at: mark)
        let isTwoWords = !at(.contains) && !at(.like)
        advance()
        if isTwoWords { eat(.with) }
        parseRight()
        close(.textRelation, mark)
    }
}
