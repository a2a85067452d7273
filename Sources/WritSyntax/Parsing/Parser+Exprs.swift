import WritDiagnostics
import WritSource

/// Expressions, loosest first: the logic. Each level that adds nothing leaves its inner level's node alone.
extension Parser {
    /// Levels of expressions in each other.
    static let deepestNesting = 200
    /// Nodes on the longest way down an expression; chains such as `a + b + c` count too.
    static let greatestHeight = 400

    mutating func parseExpr(_ label: SyntaxLabel) {
        let mark = open()
        parseExpr()
        self.label(label, at: mark)
    }

    mutating func parseExpr() {
        nested { $0.parseImplication() }
    }

    /// Goes one level down, if that is not too deep.
    mutating func nested(_ parse: (inout Parser) -> Void) {
        guard depth < Self.deepestNesting else { return skipTooDeep() }
        let mark = open()
        depth += 1
        parse(&self)
        depth -= 1
        guard isTooDeep, depth == 0 else { return }
        isTooDeep = false
        flatten(mark)
    }

    private mutating func skipTooDeep() {
        reportTooDeep()
        let mark = open()
        // What opens here closes here; the first token that does not belong ends the skipping.
        var open = 0
        while position < limit, !(startsLine && atResumption) {
            switch kind() {
            case .leftParen, .leftBracket, .leftBrace: open += 1
            case .rightParen, .rightBracket, .rightBrace: open -= 1
            case .textMiddle, .textTail, .bar, .barBar: open = open == 0 ? -1 : open
            default: break
            }
            if open < 0 { break }
            pending.append(SyntaxChild(label: .none, isToken: true, index: Int32(position)))
            position += 1
        }
        close(.missing, mark)
    }

    private mutating func reportTooDeep() {
        fail(
            SyntaxCodes.tooDeep, "this expression is nested more than \(Self.deepestNesting) levels deep",
            at: currentRange,
            help: "name parts of it with `define`")
        isTooDeep = depth > 0
    }

    /// Whether the node at a mark may become a child of one more; reports it if not.
    mutating func mayWrap(_ mark: Mark) -> Bool {
        if height(at: mark) < Self.greatestHeight { return true }
        reportTooLong()
        return false
    }

    /// Whether one more operand may follow those that are so high together.
    mutating func mayChain(_ height: Int) -> Bool {
        if max(height, links) < Self.greatestHeight { return true }
        reportTooLong()
        return false
    }

    private mutating func reportTooLong() {
        fail(
            SyntaxCodes.tooDeep, "this expression has more than \(Self.greatestHeight) parts in a row",
            at: currentRange,
            help: "name parts of it with `define`")
        isTooDeep = depth > 0
    }

    // MARK: - Logic

    mutating func parseImplication() {
        let mark = open()
        parseDisjunction()
        guard at(.implies), mayWrap(mark) else { return }
        label(.left, at: mark)
        eat(.implies)
        label(.right) { $0.nested { $0.parseImplication() } }
        close(.implication, mark)
    }

    mutating func parseDisjunction() {
        let mark = open()
        parseConjunction()
        guard atOr, mayWrap(mark) else { return }
        label(.operands, at: mark)
        while atOr {
            takeOr()
            label(.operands) { $0.parseConjunction() }
        }
        close(.disjunction, mark)
    }

    /// `or`, not before `else`; outside of tables `||` is meant to be one.
    private var atOr: Bool { at(.or) ? kind(1) != .else : at(.barBar) && !isInRow }

    private mutating func takeOr() {
        if at(.or) { advance() } else { takeForeign("`or`", "or", SyntaxCodes.foreignSign) }
    }

    mutating func parseConjunction() {
        let mark = open()
        parseNegation()
        guard at(.and), mayWrap(mark) else { return }
        label(.operands, at: mark)
        while consume(if: .and) { label(.operands) { $0.parseNegation() } }
        close(.conjunction, mark)
    }

    mutating func parseNegation() {
        guard at(.not) else { return parseRelation() }
        let mark = open()
        eat(.not)
        label(.operand) { $0.nested { $0.parseNegation() } }
        close(.negation, mark)
    }

    /// Takes a sign or word of another language for what Writ writes in its place.
    mutating func takeForeign(_ what: String, _ replacement: String, _ code: DiagnosticCode) {
        report(
            code, "\(found) is not how Writ writes it; write \(what)", at: currentRange, label: "write \(what)",
            fixIt: ("write \(what)", replacement))
        let mark = open()
        advance()
        close(.unexpected, mark)
    }
}
