/// Types as they are written.
extension Parser {
    mutating func parseType() {
        nested { parser in
            let mark = parser.open()
            parser.parseBaseType()
            parser.takeForeignLists(from: mark)
            while parser.at(.question), parser.height(at: mark) < 3 {
                parser.label(.base, at: mark)
                parser.parseOptionalType(from: mark)
            }
            parser.takeForeignLists(from: mark)
            // One too many is the checker's to report; all the others are one with it.
            guard parser.at(.question) else { return }
            parser.label(.base, at: mark)
            while parser.consume(if: .question) {}
            parser.close(.optionalType, mark)
        }
    }

    /// The `?` behind a type.
    mutating func parseOptionalType(from mark: Mark) {
        eat(.question)
        close(.optionalType, mark)
    }

    private mutating func parseBaseType() {
        switch (kind(), kind(1)) {
        case (.list, .of): parseListType()
        case (.list, .less), (.name, .less): parseForeignList()
        case (.name, let next) where next.isName && !startsLine(1) && isForeignOptional: parseForeignOptional()
        case (.money, .leftParen): parseMoneyType()
        case (.numberWord, _): parseNumberType()
        case (.leftParen, .list): parseBracketedType()
        case (.working, let unit) where unit.isUnit: parseWorkingType()
        default: parseNamedType()
        }
    }

    mutating func parseListType() {
        let mark = open()
        eat(.list)
        eat(.of)
        label(.element) { $0.parseType() }
        close(.listType, mark)
    }

    /// `(list of T)?`: taken for `list of T?`.
    private mutating func parseBracketedType() {
        report(
            SyntaxCodes.expected, "a type stands without brackets", at: currentRange, label: "no brackets expected",
            help: "`list of T?` is a list that may be unknown; its elements are not")
        skip { !$0.at(.leftParen) }
        parseListType()
        if at(.rightParen) { skip { _ in true } }
    }

    mutating func parseMoneyType() {
        let mark = open()
        eat(.money)
        let opening = position
        eat(.leftParen)
        expectName(.currency, "a currency such as `USD`")
        closeBracket(.rightParen, opening)
        close(.moneyType, mark)
    }

    mutating func parseNumberType() {
        let mark = open()
        eat(.numberWord)
        if at(.leftParen) {
            let opening = position
            advance()
            if at(.number) { advance(.decimals) } else { expected("how many decimals, such as `number(2)`") }
            closeBracket(.rightParen, opening)
        }
        close(.numberType, mark)
    }

    mutating func parseWorkingType() {
        let mark = open()
        eat(.working)
        advance(.unit)
        close(.workingType, mark)
    }

    mutating func parseNamedType() {
        let mark = open()
        if kind().isName && !(startsLine && atAcceptance) || at(.calendar) {
            advance(.name)
            return close(.namedType, mark)
        }
        if kind().isReserved, !startsLine {
            takeReservedWord(.name)
            return close(.namedType, mark)
        }
        expected("a type")
        close(.missing, mark)
    }

    /// Takes a closing bracket or reports the opening one.
    mutating func closeBracket(_ closing: TokenKind, _ opening: Int) {
        if consume(if: closing) { return }
        reportUnclosed(closing, opening)
        pushMissing()
    }
}
