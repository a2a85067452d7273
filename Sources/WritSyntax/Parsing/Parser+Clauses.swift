/// The clauses of a rule or an answer.
extension Parser {
    var atRuleClause: Bool {
        switch kind() {
        case .overrides, .then, .do, .because, .source: kind(1) != .colon
        case .when: kind(1) != .colon && !atUndetermined && !atNamelessRule
        case .in: atForce
        case .accept: atAcceptance
        default: false
        }
    }

    mutating func parseRuleClause() {
        switch kind() {
        case .overrides: parseOverridesClause()
        case .in: parseForceClause()
        case .when: parseWhenClause()
        case .then: parseThenClause()
        case .accept: parseAcceptClause()
        default: parseAnswerClause()
        }
    }

    mutating func parseAnswerClause() {
        switch kind() {
        case .do: parseDoClause()
        case .because: parseBecauseClause()
        default: parseSourceClause()
        }
    }

    mutating func parseOverridesClause() {
        let mark = open()
        eat(.overrides)
        repeat { expectRuleName(.names) } while consume(if: .comma)
        close(.overridesClause, mark)
    }

    mutating func expectRuleName(_ label: SyntaxLabel) {
        if at(.otherwise) { advance(label) } else { expectName(label, "the name of a rule or `otherwise`") }
    }

    mutating func parseForceClause() {
        let mark = open()
        label(.period) { $0.parsePeriod() }
        close(.forceClause, mark)
    }

    mutating func parseWhenClause() {
        let mark = open()
        eat(.when)
        takeBullets()
        parseExpr(.condition)
        close(.whenClause, mark)
    }

    /// `- a` and `- b` on lines of their own: taken for `a and b`.
    private mutating func takeBullets() {
        guard at(.minus) || at(.star), startsLine else { return }
        let (sign, column) = (kind(), column(of: position))
        var bullets = [position]
        var next = position + 1
        while next < limit, !buffer[next].flags.contains(.startsLine) || !buffer[next].kind.isReserved {
            let token = buffer[next]
            if token.kind == sign, token.flags.contains(.startsLine), self.column(of: next) == column {
                bullets.append(next)
            }
            next += 1
        }
        guard at(.star) || bullets.count > 1 else { return }
        report(
            SyntaxCodes.foreignSign, "conditions are joined with `and`, not listed", at: currentRange,
            label: "not a sign of Writ here", help: "delete the first of these signs, and write `and` for each other")
        for bullet in bullets {
            buffer.tokens[bullet].kind = bullet == position ? .semicolon : .and
            buffer.tokens[bullet].flags.insert(.foreign)
        }
        skipIgnored()
    }

    private func column(of token: Int) -> Int { buffer.file.position(of: buffer[token].start).column }

    mutating func parseThenClause() {
        let mark = open()
        eat(.then)
        parseExpr(.value)
        close(.thenClause, mark)
    }

    /// A value on a line of its own right behind a condition: what lacks is its `then`.
    var atBareAnswer: Bool {
        guard startsLine, kind().startsExpr, kind(1) != .colon, kind(1) != .equal, let last = pending.last,
            !last.isToken
        else { return false }
        return records[Int(last.index)].kind == .whenClause
    }

    mutating func parseBareAnswer() {
        let mark = open()
        expected("`then` and a value", at: .at(currentRange.lower), fixIt: ("write `then`", "then "))
        pushMissing()
        parseExpr(.value)
        close(.thenClause, mark)
    }

    // MARK: - Actions

    mutating func parseDoClause() {
        let mark = open()
        eat(.do)
        parseActionCalls()
        close(.doClause, mark)
    }

    /// At least one call; commas between them may be left out.
    mutating func parseActionCalls() {
        repeat { label(.calls) { $0.parseActionCall() } } while consume(if: .comma) || atActionCall
    }

    /// Another call without a comma: a name, unless it begins something around.
    private var atActionCall: Bool {
        kind().isName && !contexts.contains { $0.begins(self) } && (kind(1) == .leftParen || !startsLine || !atMisspelt)
    }

    /// A lone word at the start of a line that is nearly a keyword.
    private var atMisspelt: Bool { at(.name) && meantKeyword != nil }

    mutating func parseActionCall() {
        let mark = open()
        expectName(.name, "the name of an action")
        if at(.leftParen), !startsLine { label(.arguments) { $0.parseArguments() } }
        close(.actionCall, mark)
    }

    // MARK: - Messages

    mutating func parseBecauseClause() {
        let mark = open()
        eat(.because)
        label(.message) { $0.parseMessage() }
        close(.becauseClause, mark)
    }

    mutating func parseMessage() {
        let mark = open()
        parseMessageTexts()
        close(.message, mark)
    }

    mutating func parseMessageTexts() {
        repeat { label(.texts) { $0.parseMessageText() } } while atMessageText
    }

    private var atMessageText: Bool { kind().startsText || (kind().isName && kind(1).startsText && !atAcceptance) }

    mutating func parseMessageText() {
        let mark = open()
        if kind().isName, kind(1).startsText { advance(.language) }
        expectText(.text, "a text")
        close(.messageText, mark)
    }

    mutating func parseSourceClause() {
        let mark = open()
        eat(.source)
        if at(.house) { advance() } else { expectText(.owner, "a text or `house`") }
        close(.sourceClause, mark)
    }
}
