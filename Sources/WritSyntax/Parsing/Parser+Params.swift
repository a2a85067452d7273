/// Params, defines and actions.
extension Parser {
    mutating func parseParamDeclaration() {
        let mark = open()
        eat(.param)
        scope("param") { parser in
            parser.expectName(.name, "the name of the param")
            parser.expect(.colon, " and the type of the param")
            parser.label(.type) { $0.parseType() }
            parser.expect(.equal, " and the value of the param")
            parser.parseExpr(.value)
            if parser.atWord(.between) { parser.label(.bounds) { $0.parseBounds() } }
            parser.parseDoc()
            parser.parseOptionalSource()
            parser.beforeAcceptances { $0.parseList(.datedValues, .dated) { $0.parseDatedValue() } }
            parser.parseAcceptances()
        }
        close(.paramDeclaration, mark)
    }

    private mutating func parseOptionalSource() {
        if at(.source) { label(.source) { $0.parseSourceClause() } }
    }

    mutating func parseDatedValue() {
        let mark = open()
        label(.period) { $0.parsePeriod() }
        expect(.equal, " and the value from then on")
        parseExpr(.value)
        parseOptionalSource()
        close(.datedValue, mark)
    }

    /// `in force` with what must follow it: not membership in something named `force`.
    var atForce: Bool {
        guard at(.in, .force) else { return false }
        switch kind(2) {
        case .by, .from, .until, .equal: return true
        default: return false
        }
    }

    mutating func parsePeriod() {
        let mark = open()
        eat(.in)
        eat(.force)
        if at(.equal) { expected("`from` or `until` and a date") }
        if atWord(.by) { parseBound(.anchor) }
        if atWord(.from) { parseBound(.from) }
        if atWord(.until) { parseBound(.until) }
        close(.period, mark)
    }

    private mutating func parseBound(_ label: SyntaxLabel) {
        advance()
        self.label(label) { $0.parseSum() }
    }

    mutating func parseDefineDeclaration() {
        let mark = open()
        eat(.define)
        scope("define") { parser in
            parser.expectName(.name, "the name of the define")
            parser.parseOptionalParameters()
            if parser.consume(if: .colon) { parser.label(.type) { $0.parseType() } }
            parser.parseDoc()
            parser.expect(.equal, " and an expression")
            parser.parseExpr(.body)
            parser.parseAcceptances()
        }
        close(.defineDeclaration, mark)
    }

    mutating func parseActionDeclaration() {
        let mark = open()
        eat(.action)
        scope("action") { parser in
            parser.expectName(.name, "the name of the action")
            parser.parseOptionalParameters()
            parser.parseDoc()
            parser.parseAcceptances()
        }
        close(.actionDeclaration, mark)
    }
}
