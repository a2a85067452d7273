/// Decisions and what stands directly in them.
extension Parser {
    mutating func parseDecisionDeclaration() {
        let mark = open()
        eat(.decision)
        scope("decision") { parser in
            parser.expectName(.name, "the name of the decision")
            parser.parseOptionalParameters()
            parser.expect(.colon, " and the type of the decision")
            parser.label(.type) { $0.parseType() }
            parser.parseDoc()
            parser.parseDecisionItems()
        }
        close(.decisionDeclaration, mark)
    }

    mutating func parseExtendDeclaration() {
        let mark = open()
        eat(.extend)
        scope("extend") { parser in
            parser.label(.name) { $0.parseQualifiedName("the name of a decision") }
            parser.parseDecisionItems()
        }
        close(.extendDeclaration, mark)
    }

    private mutating func parseDecisionItems() {
        parseList(.decisionItems, .items) { $0.parseDecisionItem() }
    }

    var atDecisionItem: Bool {
        switch kind() {
        case .rule, .table, .otherwise: kind(1) != .colon && !atOpenRow
        case .when: atUndetermined || atNamelessRule
        case .accept: atAcceptance
        default: atMode
        }
    }

    private var atMode: Bool {
        switch kind() {
        case .first, .unique, .collect, .sum, .min, .max, .count: atWord(kind())
        default: false
        }
    }

    /// `when undetermined` and a value: not a condition that begins with a fact of that name.
    var atUndetermined: Bool { at(.when, .undetermined) && kind(2).startsExpr && !(kind(2) == .not && kind(3) == .in) }

    mutating func parseDecisionItem() {
        switch kind() {
        case .rule: parseRule()
        case .table: parseTable()
        case .otherwise: parseOtherwise()
        case .when: atUndetermined ? parseUndetermined() : parseNamelessRule()
        case .accept: parseAcceptClause()
        default: parseMode()
        }
    }

    mutating func parseMode() {
        let mark = open()
        advance()
        close(.mode, mark)
    }

    mutating func parseRule() {
        let mark = open()
        if isRepeatedLine { skipRepeatedLine() }
        eat(.rule)
        if atClauseOfNameless {
            expected("the name of the rule")
            pushMissing()
            parseClauses()
        } else {
            scope("rule") { parser in
                parser.expectName(.name, "the name of the rule")
                parser.parseDoc()
                parser.parseClauses()
            }
        }
        close(.rule, mark)
    }

    mutating func parseClauses() {
        rule = RuleSoFar()
        parseList(.ruleClauses, .clauses) { parser in
            if parser.at(.when) { parser.rule?.isAsked = true }
            if parser.at(.then) || parser.at(.do) { parser.rule?.isAnswered = true }
            parser.parseRuleClause()
        }
        rule = nil
    }

    mutating func parseOtherwise() {
        let mark = open()
        eat(.otherwise)
        if kind().startsExpr, !(startsLine && atMode), !atAcceptance { parseExpr(.value) }
        parseAnswerClauses()
        close(.otherwise, mark)
    }

    mutating func parseUndetermined() {
        let mark = open()
        eat(.when)
        eat(.undetermined)
        parseExpr(.value)
        parseAnswerClauses()
        close(.undetermined, mark)
    }

    private mutating func parseAnswerClauses() {
        parseList(.answerClauses, .clauses) { $0.parseAnswerClause() }
    }
}
