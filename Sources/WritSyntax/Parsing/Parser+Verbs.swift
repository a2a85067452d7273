import WritSource

/// The four verbs everything is written with: `at` looks, `consume(if:)` takes what may be there, `eat` takes what is
/// there, `expect` takes what must be there or says that it is not.
extension Parser {
    /// The kind of the token so far ahead; end of file from the limit on.
    func kind(_ distance: Int = 0) -> TokenKind {
        let index = position + distance
        return index < limit ? buffer.tokens[index].kind : .endOfFile
    }

    func at(_ kind: TokenKind) -> Bool { self.kind() == kind }

    func at(_ first: TokenKind, _ second: TokenKind) -> Bool { kind() == first && kind(1) == second }

    /// At a contextual word used as a word: what follows would make it a name.
    func atWord(_ kind: TokenKind) -> Bool {
        guard at(kind) else { return false }
        switch self.kind(1) {
        case .equal, .dot, .colon: return false
        default: return true
        }
    }

    var startsLine: Bool { position < limit && buffer.tokens[position].flags.contains(.startsLine) }

    func startsLine(_ distance: Int) -> Bool {
        position + distance >= limit || buffer.tokens[position + distance].flags.contains(.startsLine)
    }

    /// Takes the current token, whatever it is, and what the lexer has reported behind it.
    mutating func advance(_ label: SyntaxLabel = .none) {
        pending.append(SyntaxChild(label: label, isToken: true, index: Int32(position)))
        position += 1
        if position < limit, isIgnored { skipIgnored() }
    }

    mutating func consume(if kind: TokenKind, _ label: SyntaxLabel = .none) -> Bool {
        guard at(kind) else { return false }
        advance(label)
        return true
    }

    mutating func eat(_ kind: TokenKind, _ label: SyntaxLabel = .none) {
        assert(at(kind), "\(kind) is not at \(position)")
        advance(label)
    }

    /// Takes the token or leaves a missing node; `context` continues "expected `=`".
    mutating func expect(_ kind: TokenKind, _ context: String = "") {
        if consume(if: kind) { return }
        expected("`\(kind.spelling)`\(context)")
        pushMissing()
    }

    // MARK: - Names

    mutating func expectName(_ label: SyntaxLabel, _ what: String) {
        if kind().isName { return advance(label) }
        if kind().isReserved, !startsLine { return takeReservedWord(label) }
        expected(what)
        pushMissing()
    }

    mutating func expectFieldName(_ label: SyntaxLabel, _ what: String) {
        if kind().isFieldName { return advance(label) }
        expected(what)
        pushMissing()
    }

    /// Takes a reserved word for the name it was meant to be.
    mutating func takeReservedWord(_ label: SyntaxLabel) {
        let word = kind().spelling
        report(
            SyntaxCodes.reservedName, "`\(word)` is a word of Writ and cannot be a name as it stands", at: currentRange,
            label: "a reserved word", help: "choose another name, or write it between backticks",
            fixIt: ("write it between backticks", "`\(word)`"))
        buffer.tokens[position].flags.insert(.foreign)
        advance(label)
    }

    // MARK: - What the lexer has dealt with

    /// Bytes that are no token, and semicolons: reported already.
    private var isIgnored: Bool {
        let kind = buffer.tokens[position].kind
        return kind == .invalid || kind == .semicolon
    }

    mutating func skipIgnored() {
        guard position < limit, isIgnored else { return }
        let mark = open()
        while position < limit, isIgnored {
            pending.append(SyntaxChild(label: .none, isToken: true, index: Int32(position)))
            position += 1
        }
        close(.unexpected, mark)
    }
}
