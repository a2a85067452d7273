/// Members, calls, brackets and conditionals.
extension Parser {
    mutating func parsePostfix() {
        let mark = open()
        parsePrimary()
        while true {
            if at(.dot), mayWrap(mark) {
                parseMember(from: mark)
            } else if atArguments(of: mark), mayWrap(mark) {
                parseCall(from: mark)
            } else {
                return
            }
        }
    }

    mutating func parseMember(from mark: Mark) {
        label(.base, at: mark)
        eat(.dot)
        expectFieldName(.name, "the name of a field after `.`")
        close(.member, mark)
    }

    /// A bracket behind a name, on its line.
    private func atArguments(of mark: Mark) -> Bool {
        guard at(.leftParen), !startsLine else { return false }
        let callee = kind(at: mark)
        return callee == .nameExpr || callee == .member
    }

    mutating func parseCall(from mark: Mark) {
        label(.callee, at: mark)
        label(.arguments) { $0.parseArguments() }
        close(.call, mark)
    }

    mutating func parseArguments() {
        let mark = open()
        let opening = position
        eat(.leftParen)
        parseElements(.arguments, closing: .rightParen, opening: opening, mayBeEmpty: true) { $0.parseArgument() }
        close(.arguments, mark)
    }

    mutating func parseArgument() {
        let mark = open()
        if kind().isFieldName, kind(1) == .colon {
            advance(.label)
            eat(.colon)
        } else if kind().isFieldName, kind(1) == .equal {
            advance(.label)
            takeForeign("`:`", ":", SyntaxCodes.foreignSign)
        }
        parseExpr(.value)
        close(.argument, mark)
    }

    mutating func parseGroup() {
        let mark = open()
        let opening = position
        eat(.leftParen)
        parseExpr(.inner)
        closeGroup(opening)
        close(.group, mark)
    }

    private mutating func closeGroup(_ opening: Int) {
        if !at(.rightParen), position < limit, !startsLine, kind().startsExpr {
            expected("an operator or `)`")
            skip { $0.at(.rightParen) || $0.startsLine || $0.atResumption }
        }
        closeBracket(.rightParen, opening)
    }

    mutating func parseListLiteral() {
        let mark = open()
        let opening = position
        eat(.leftBracket)
        parseElements(.elements, closing: .rightBracket, opening: opening, mayBeEmpty: true) { $0.parseExpr() }
        close(.listLiteral, mark)
    }

    // MARK: - Conditionals

    mutating func parseConditional() {
        let mark = open()
        eat(.if)
        parseBranches()
        close(.conditional, mark)
    }

    private mutating func parseBranches() {
        parseExpr(.condition)
        expect(.then, " and a value")
        parseExpr(.first)
        if atElseIf { return parseElseIf() }
        expect(.else, " and another value")
        parseExpr(.second)
    }

    /// `elseif`, `elsif` or `elif`, in one word.
    private var atElseIf: Bool {
        guard at(.name) else { return false }
        let text = buffer.file.text(of: currentRange)
        return text == "elseif" || text == "elsif" || text == "elif"
    }

    private mutating func parseElseIf() {
        takeForeign("`else if`", "else if", SyntaxCodes.foreignKeyword)
        label(.second) { parser in
            parser.nested { parser in
                let mark = parser.open()
                parser.parseBranches()
                parser.close(.conditional, mark)
            }
        }
    }
}
