import WritSource

/// Cases and tests.
extension Parser {
    mutating func parseCaseDeclaration() {
        let mark = open()
        eat(.case)
        scope("case") { parser in
            parser.expectName(.name, "the name of the case")
            parser.parseDoc()
            parser.parseBase()
            parser.parseAssignments()
        }
        close(.caseDeclaration, mark)
    }

    /// `like` and the case that this one starts from.
    private mutating func parseBase() {
        guard atWord(.like) else { return }
        advance()
        expectName(.base, "the name of a case")
    }

    private mutating func parseAssignments() {
        parseList(.assignments, .assignments) { $0.parseAssignment() }
    }

    mutating func parseTestDeclaration() {
        let mark = open()
        eat(.test)
        scope("test") { parser in
            parser.expectText(.name, "the name of the test, a text")
            parser.beforeAcceptances { parser in
                if parser.at(.given) { parser.label(.given) { $0.parseGiven() } }
                parser.parseList(.expectations, .expectations) { $0.parseExpectation() }
            }
            parser.parseAcceptances()
        }
        close(.testDeclaration, mark)
    }

    mutating func parseGiven() {
        let mark = open()
        eat(.given)
        parseBase()
        contexts.append(.expectations)
        parseAssignments()
        contexts.removeLast()
        close(.given, mark)
    }

    // MARK: - Assignments

    var atAssignment: Bool {
        guard kind().isName else { return false }
        switch kind(1) {
        case .equal, .dot, .equalEqual, .colon: return true
        default: return false
        }
    }

    mutating func parseAssignment() {
        let mark = open()
        label(.path) { $0.parsePath() }
        if at(.is) { takeIsAsEqual() }
        if at(.equalEqual) || at(.colon) {
            takeForeign("`=`", "=", SyntaxCodes.foreignEquality)
        } else {
            expect(.equal, " and a value")
        }
        parseExpr(.value)
        _ = consume(if: .comma)
        close(.assignment, mark)
    }

    mutating func parsePath() {
        let mark = open()
        expectName(.name, "the name of a fact")
        while consume(if: .dot) { expectFieldName(.steps, "the name of a field after `.`") }
        close(.path, mark)
    }

    // MARK: - Expectations

    mutating func parseExpectation() {
        let mark = open()
        eat(.expect)
        parseExpr(.condition)
        parseList(.expectationClauses, .clauses) { $0.parseExpectationClause() }
        close(.expectation, mark)
    }

    var atExpectationClause: Bool {
        switch kind() {
        case .by, .does, .needs: kind(1).isName || kind(1) == .otherwise
        case .because: true
        default: false
        }
    }

    mutating func parseExpectationClause() {
        switch kind() {
        case .by: parseByClause()
        case .does: parseDoesClause()
        case .needs: parseNeedsClause()
        default: parseBecauseClause()
        }
    }

    mutating func parseByClause() {
        let mark = open()
        eat(.by)
        expectRuleName(.name)
        close(.byClause, mark)
    }

    mutating func parseDoesClause() {
        let mark = open()
        eat(.does)
        parseActionCalls()
        close(.doesClause, mark)
    }

    mutating func parseNeedsClause() {
        let mark = open()
        eat(.needs)
        parseSeries(.paths) { $0.parsePath() }
        close(.needsClause, mark)
    }
}
