import WritSource

/// Promises about one case, and about two.
extension Parser {
    mutating func parsePromiseDeclaration() {
        let mark = open()
        let keyword = currentRange
        let isNever = at(.never)
        advance()
        scope(isNever ? "never" : "always") { parser in
            parser.expectName(.name, "the name of the promise")
            parser.parseDoc()
            if parser.at(.when), parser.kind(1).isName { parser.takeAsWhenever() }
            if parser.atWhenever {
                if isNever { parser.reportNeverWhenever(keyword) }
                parser.label(.relation) { $0.parseWhenever() }
            } else {
                parser.parseExpr(.condition)
            }
            parser.parseAcceptances()
        }
        close(.promiseDeclaration, mark)
    }

    private mutating func reportNeverWhenever(_ keyword: SourceRange) {
        report(
            SyntaxCodes.expected, "a promise with `whenever` begins with `always`, found `never`", at: keyword,
            label: "write `always`", help: "what may not happen stands at the end: `never falls` or `never rises`",
            fixIt: ("write `always`", "always"))
    }

    /// `when` for `whenever`: taken for it.
    private mutating func takeAsWhenever() {
        report(
            SyntaxCodes.foreignKeyword, "a promise has no `when`; Writ writes `whenever` for what changes",
            at: currentRange, label: "write `whenever`",
            help: "a promise about one case is a condition: `a implies b`", fixIt: ("write `whenever`", "whenever"))
        buffer.tokens[position].kind = .whenever
        buffer.tokens[position].flags.insert(.foreign)
    }

    /// `whenever` and a fact: not a condition about something of that name, which no other
    /// name can follow.
    private var atWhenever: Bool {
        guard at(.whenever) else { return false }
        if kind(1) == .name { return true }
        guard kind(1).isName else { return false }
        let isMoved = kind(2) == .rises || kind(2) == .falls
        return kind(2) == .dot || isMoved && (kind(3) == .comma || kind(3) == .while)
    }

    mutating func parseWhenever() {
        let mark = open()
        eat(.whenever)
        label(.path) { $0.parsePath() }
        expectMovement("`rises` or `falls`")
        if consume(if: .while) { parseExpr(.condition) }
        expect(.comma, " and what then never falls or never rises")
        parseExpr(.value)
        if at(.never) { advance() } else { expected("`never falls` or `never rises`"); pushMissing() }
        expectMovement("`falls` or `rises`")
        close(.whenever, mark)
    }

    private mutating func expectMovement(_ what: String) {
        if at(.name) { respellMovement() }
        if at(.rises) || at(.falls) { return advance() }
        expected(what)
        pushMissing()
    }

    /// `grows` for `rises`: taken for it.
    private mutating func respellMovement() {
        let word = text(0)
        let foreign = Self.foreignMovements[word]
        let near = closestMatch(to: word, in: ["rises", "falls"]).map { $0 == "rises" ? TokenKind.rises : .falls }
        guard let kind = foreign ?? near else { return }
        report(
            foreign == nil ? SyntaxCodes.misspeltKeyword : SyntaxCodes.foreignKeyword,
            foreign == nil ? "`\(word)` is no keyword" : "Writ writes `\(kind.spelling)` for `\(word)`",
            at: currentRange,
            label: foreign == nil ? "did you mean `\(kind.spelling)`?" : "write `\(kind.spelling)`",
            fixIt: ("write `\(kind.spelling)`", kind.spelling))
        buffer.tokens[position].kind = kind
        buffer.tokens[position].flags.insert(.foreign)
    }

    private static let foreignMovements: [String: TokenKind] = [
        "increases": .rises, "increase": .rises, "grows": .rises, "goes_up": .rises, "climbs": .rises,
        "decreases": .falls, "decrease": .falls, "shrinks": .falls, "drops": .falls, "sinks": .falls,
    ]
}
