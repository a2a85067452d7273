/// Types, records and facts.
extension Parser {
    mutating func parseTypeDeclaration() {
        let mark = open()
        eat(.type)
        scope("type") { parser in
            parser.expectName(.name, "the name of the type")
            parser.parseDoc()
            parser.expect(.equal, " and the cases of the type")
            _ = parser.consume(if: .bar)
            repeat {
                parser.label(.cases) { $0.parseTypeCase() }
                parser.takeCommaAsBar()
            } while parser.consume(if: .bar)
            parser.parseAcceptances()
        }
        close(.typeDeclaration, mark)
    }

    /// `lost, damaged`: taken for `lost | damaged`.
    private mutating func takeCommaAsBar() {
        guard at(.comma), kind(1).isName else { return }
        report(
            SyntaxCodes.foreignSign, "`|` stands between the cases of a type", at: currentRange, label: "write `|`",
            fixIt: ("write `|`", " |"))
        buffer.tokens[position].kind = .bar
        buffer.tokens[position].flags.insert(.foreign)
    }

    mutating func parseTypeCase() {
        let mark = open()
        if kind().startsText {
            expected(
                "the name of a case",
                help: "write the name without quotes; behind it, `as \"…\"` is the name on the wire")
        }
        expectName(.name, "the name of a case")
        if at(.leftParen, .rightParen) {
            skipEmptyBrackets()
        } else if at(.leftParen) {
            let opening = position
            advance()
            parseElements(.fields, closing: .rightParen, opening: opening) { $0.parseParameter() }
        }
        parseWire()
        if atWord(.reads) { label(.label) { $0.parseCaseLabel() } }
        parseDoc()
        close(.typeCase, mark)
    }

    /// `reads "how it reads"`, or `reads en "…" zh "…"`. A text without a language behind it is the description.
    mutating func parseCaseLabel() {
        let mark = open()
        eat(.reads)
        if kind().isName, kind(1).startsText {
            repeat { label(.texts) { $0.parseLanguageText() } } while kind().isName && kind(1).startsText
        } else {
            expectText(.text, "a text: how it reads in messages")
        }
        close(.caseLabel, mark)
    }

    mutating func parseLanguageText() {
        let mark = open()
        advance(.language)
        expectText(.text, "a text")
        close(.languageText, mark)
    }

    /// `as "name on the wire"`.
    private mutating func parseWire() {
        if atWord(.as) {
            advance()
            expectText(.wire, "the name on the wire, a text")
        }
    }

    mutating func parseRecordDeclaration() {
        let mark = open()
        eat(.record)
        scope("record") { parser in
            parser.expectName(.name, "the name of the record")
            parser.parseDoc()
            parser.parseFields()
            parser.parseAcceptances()
        }
        close(.recordDeclaration, mark)
    }

    private mutating func parseFields() { beforeAcceptances { $0.parseList(.fields, .fields) { $0.parseField() } } }

    mutating func parseField() {
        let mark = open()
        expectFieldName(.name, "the name of a field")
        expect(.colon, " and the type of the field")
        label(.type) { $0.parseType() }
        parseWire()
        if atWord(.between) { label(.bounds) { $0.parseBounds() } }
        parseDoc()
        close(.field, mark)
    }

    mutating func parseBounds() {
        let mark = open()
        eat(.between)
        label(.low) { $0.parseSum() }
        expect(.and, " and the upper bound")
        label(.high) { $0.parseSum() }
        close(.bounds, mark)
    }

    mutating func parseFactDeclaration() {
        let mark = open()
        eat(.fact)
        scope("fact") { parser in
            parser.expectName(.name, "the name of the fact")
            parser.at(.colon) ? parser.parseFactOfType() : parser.parseFactOfFields()
            parser.parseAcceptances()
        }
        close(.factDeclaration, mark)
    }

    private mutating func parseFactOfType() {
        eat(.colon)
        label(.type) { $0.parseType() }
        parseWire()
        if atWord(.between) { label(.bounds) { $0.parseBounds() } }
        parseDoc()
    }

    private mutating func parseFactOfFields() {
        if kind().isName, !atWord(.as), !startsLine, !atAcceptance { expected("`:` and the type of the fact") }
        parseWire()
        parseDoc()
        parseFields()
    }

    // MARK: - Parameters

    mutating func parseParameters() {
        let mark = open()
        let opening = position
        eat(.leftParen)
        parseElements(.parameters, closing: .rightParen, opening: opening) { $0.parseParameter() }
        close(.parameters, mark)
    }

    mutating func parseOptionalParameters() {
        if at(.leftParen, .rightParen) { return skipEmptyBrackets() }
        if at(.leftParen) { label(.parameters) { $0.parseParameters() } }
    }

    /// `()`: what takes nothing is declared by its name alone.
    private mutating func skipEmptyBrackets() {
        let name = text(-1)
        report(
            SyntaxCodes.expected, "`\(name)` takes nothing, and then no brackets stand behind its name",
            at: range(0, 1),
            label: "delete them", fixIt: ("delete the brackets", ""))
        skip { !$0.at(.rightParen) }
    }

    mutating func parseParameter() {
        let mark = open()
        expectFieldName(.name, "a name and its type, `name: type`")
        expect(.colon, " and a type")
        label(.type) { $0.parseType() }
        close(.parameter, mark)
    }
}
