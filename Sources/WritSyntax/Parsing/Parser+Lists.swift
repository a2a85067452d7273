/// What is asked of lists.
extension Parser {
    mutating func parseQuantifier() {
        let mark = open()
        advance()
        parseBinding("a name for each element, as in `any line in order.lines has …`")
        expect(.has, " and a condition")
        label(.body) { $0.nested { $0.parseNegation() } }
        close(.quantifier, mark)
    }

    /// `x in xs`
    private mutating func parseBinding(_ what: String) {
        expectName(.variable, what)
        expect(.in, " and a list")
        parseOperand(.list)
    }

    private mutating func parseFilter() {
        if at(.where) { label(.filter) { $0.parseWhere() } }
    }

    mutating func parseWhere() {
        let mark = open()
        eat(.where)
        parseExpr(.condition)
        close(.where, mark)
    }

    mutating func parseCount() {
        let mark = open()
        eat(.count)
        parseBinding("a name for each element")
        parseFilter()
        close(.count, mark)
    }

    mutating func parseAggregate() {
        let mark = open()
        advance()
        label(.value) { $0.nested { $0.parseSum() } }
        expect(.for, " and a list, as in `sum line.price for line in order.lines`")
        parseBinding("a name for each element")
        parseFilter()
        close(.aggregate, mark)
    }

    /// `sum` or its like is a construct if a `for` follows in the same brackets, or a name does at once.
    var atAggregate: Bool {
        guard kind(1).startsExpr else { return false }
        var open = 0
        for distance in 1..<Self.lookahead {
            switch kind(distance) {
            case .for where open == 0: return true
            case .leftParen, .leftBracket, .leftBrace, .textHead: open += 1
            case .rightParen, .rightBracket, .rightBrace, .textTail: open -= 1
            case .comma where open == 0: return atAggregateInPart
            case let kind
            where open == 0 && kind.endsAggregate && self.kind(distance - 1) != .dot
                && self.kind(distance + 1) != .colon:
                return atAggregateInPart
            default: break
            }
            if open < 0 { break }
        }
        return atAggregateInPart
    }

    /// No `for`, but a name that nothing explains otherwise.
    private var atAggregateInPart: Bool { kind(1) == .name && !startsLine(1) }

    mutating func parseFirstOf() {
        let mark = open()
        eat(.first)
        parseBinding("a name for each element")
        parseFilter()
        if atWord(.by), kind(1) != .otherwise { parseKey() }
        close(.firstOf, mark)
    }

    private mutating func parseKey() {
        eat(.by)
        label(.key) { $0.nested { $0.parseSum() } }
        _ = consume(if: .descending)
    }

    mutating func parseExtreme() {
        let mark = open()
        advance()
        eat(.of)
        let opening = position
        eat(.leftParen)
        parseElements(.operands, closing: .rightParen, opening: opening) { $0.parseExpr() }
        close(.extreme, mark)
    }
}

extension TokenKind {
    /// No value of an aggregate goes on behind this.
    fileprivate var endsAggregate: Bool {
        switch self {
        case .endOfFile, .bar, .barBar, .rule, .when, .then, .do, .because, .source, .otherwise, .expect, .policy, .use,
            .type, .record, .fact, .param, .define, .calendar, .action, .decision, .extend, .always, .never, .test:
            true
        default: false
        }
    }
}
