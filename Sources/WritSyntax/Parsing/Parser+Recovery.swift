import WritSource

/// Lists without separators, and how to go on behind a mistake.
extension Parser {
    /// Parses elements of a list until one of a list around it begins.
    mutating func parseList(_ context: ListContext, _ label: SyntaxLabel, _ parseElement: (inout Parser) -> Void) {
        contexts.append(context)
        while position < limit {
            if context.begins(self) {
                isPanicking = false
                let before = position
                self.label(label, parseElement)
                // Every element begins with a token it takes; were one not to, parsing must end all the same.
                if position == before { recover(context, label) }
            } else if atElement {
                break
            } else if !respell() || !atElement {
                recover(context, label)
            }
        }
        contexts.removeLast()
    }

    /// An element of an open list begins here.
    private var atElement: Bool { contexts.contains { $0.begins(self) } }

    /// Reports the token nothing here begins with, and skips to where something does.
    private mutating func recover(_ context: ListContext, _ label: SyntaxLabel) {
        if skipBlockSign() || (context == .assignments && respellAssignment()) || skipElseIf() { return }
        if context.followsExpr, !startsLine { unread(from: position) }
        if context == .ruleClauses, atBareAnswer { return self.label(label) { $0.parseBareAnswer() } }
        expected(
            context.followsExpr && !startsLine ? "an operator, or \(context.expectation)" : context.expectation,
            at: currentRange, help: misplacedHelp)
        isPanicking = true
        // Words in the cells of a stray row begin nothing.
        let isRow = at(.bar) || at(.barBar)
        skip { $0.atResumption && ($0.startsLine || !isRow) }
    }

    private var misplacedHelp: String? {
        switch kind() {
        case .rule, .table, .otherwise: "rules, tables and `otherwise` stand in a `decision` or an `extend`"
        case .when, .then:
            contexts.contains(.expectations)
                ? "a test has `given` with facts and `expect` with conditions" : "clauses stand in a `rule`"
        case .do, .because: "clauses stand in a `rule`"
        case .accept where atAcceptance: "`accept` stands under the declaration or the rule whose finding it accepts"
        default: nil
        }
    }

    /// An element of an open list begins here, and surely enough to stop skipping.
    var atResumption: Bool {
        contexts.contains { context in
            context.begins(self) && (startsLine || (context.hasReservedWords && kind().isReserved))
        }
    }

    /// Takes at least one token, and all up to where `isEnd` holds, into one `unexpected` node.
    mutating func skip(until isEnd: (Parser) -> Bool) {
        guard position < limit else { return }
        let mark = open()
        repeat {
            pending.append(SyntaxChild(label: .none, isToken: true, index: Int32(position)))
            position += 1
        } while position < limit && !isEnd(self)
        close(.unexpected, mark)
    }

    // MARK: - Misspelt and foreign keywords

    /// Takes a misspelt keyword at the start of a line for the one it was meant to be.
    mutating func respell() -> Bool {
        guard startsLine, let (kind, isForeign) = meantKeyword else { return false }
        isPanicking = false
        let word = buffer.file.text(of: currentRange)
        report(
            isForeign ? SyntaxCodes.foreignKeyword : SyntaxCodes.misspeltKeyword,
            isForeign ? "Writ writes `\(kind.spelling)` for `\(word)`" : "`\(word)` is no keyword",
            at: currentRange, label: isForeign ? "write `\(kind.spelling)`" : "did you mean `\(kind.spelling)`?",
            fixIt: ("write `\(kind.spelling)`", kind.spelling))
        buffer.tokens[position].kind = kind
        buffer.tokens[position].flags.insert(.foreign)
        // The word alone may not be enough; then there is no more to say about it.
        isPanicking = !atElement
        return true
    }

    var meantKeyword: (TokenKind, isForeign: Bool)? {
        let words = contexts.flatMap(\.words).filter { $0 != .accept || isShapedAsAcceptance }
        if at(.else, .if) { return nil }
        let text = buffer.file.text(of: currentRange)
        if let kind = Self.foreignKeywords[text], words.contains(kind) { return (kind, true) }
        guard at(.name) else { return nil }
        switch kind(1) {
        case .equal, .dot, .colon, .leftParen: return nil
        default: break
        }
        guard let match = closestMatch(to: text, in: words.lazy.map(\.spelling)) else { return nil }
        return words.first { $0.spelling == match }.map { ($0, false) }
    }

    private static let foreignKeywords: [String: TokenKind] = [
        "if": .when, "else": .otherwise, "default": .otherwise, "import": .use, "include": .use, "enum": .type,
        "struct": .record,
        "class": .record, "let": .define, "def": .define, "const": .param, "function": .define, "return": .then,
        "assert": .expect, "should": .expect,
        "ignore": .accept, "allow": .accept, "suppress": .accept, "waive": .accept,
    ]
}
