import WritSource

/// Texts and their holes.
extension Parser {
    /// A text under a label, or a missing node.
    mutating func expectText(_ label: SyntaxLabel, _ what: String) {
        if kind().startsText { return self.label(label) { $0.parseText() } }
        expected(what)
        pushMissing()
    }

    /// The text that says what a declaration is for.
    mutating func parseDoc() {
        if kind().startsText { label(.doc) { $0.parseText() } }
    }

    mutating func parseText() {
        let mark = open()
        if !consume(if: .text) {
            eat(.textHead)
            repeat { parseHole() } while consume(if: .textMiddle)
            if !consume(if: .textTail) {
                reportOpenHole(mark)
                pushMissing()
            }
        }
        close(.text, mark)
    }

    private mutating func parseHole() {
        parseExpr(.holes)
        guard !at(.textMiddle), !at(.textTail), position < limit, !startsLine else { return }
        expected("an operator or `}` and the rest of the text")
        skip { $0.at(.textMiddle) || $0.at(.textTail) || $0.startsLine }
    }

    private mutating func reportOpenHole(_ mark: Mark) {
        let head = buffer.range(of: Int(pending[mark].index))
        fail(
            SyntaxCodes.unclosedText, "a hole of this text is not closed on its line",
            at: .at(buffer.triviaStart(of: position)), label: "expected `}` and `\"`",
            also: [.init(location(head), "the text begins here")],
            help: "close the hole with `}`, or write `\\{` for a brace")
    }
}
