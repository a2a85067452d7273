import WritDiagnostics
import WritSource

/// Lists with commas, in brackets and without.
extension Parser {
    /// Elements with commas between them and a bracket behind, which is taken too. `opening` is the bracket's token.
    mutating func parseElements(
        _ label: SyntaxLabel, closing: TokenKind, opening: Int, mayBeEmpty: Bool = false,
        _ parseElement: (inout Parser) -> Void
    ) {
        if !(mayBeEmpty && at(closing)) {
            repeat {
                self.label(label, parseElement)
                if !at(.comma), !at(closing) { skipToComma(closing, opening) }
            } while consume(if: .comma)
        }
        if !consume(if: closing) {
            reportUnclosed(closing, opening)
            pushMissing()
        }
    }

    /// Behind an element there is neither a comma nor the bracket: skip to one if it comes before anything begins.
    private mutating func skipToComma(_ closing: TokenKind, _ opening: Int) {
        guard position < limit, !atEndOfBracket else { return }
        if !isPanicking, kind().startsExpr, !startsLine {
            let what = "`,` or `\(closing.spelling)`"
            expected(what)
        } else {
            reportUnclosed(closing, opening)
        }
        var open = 0
        skip { parser in
            switch parser.kind() {
            case .leftParen, .leftBracket, .leftBrace: open += 1
            case .rightParen, .rightBracket, .rightBrace:
                if open == 0 { return true }
                open -= 1
            case .comma where open == 0: return true
            default: break
            }
            return parser.atEndOfBracket
        }
    }

    /// Nothing in a bracket looks like this.
    private var atEndOfBracket: Bool {
        switch kind() {
        case .rightParen, .rightBracket, .rightBrace, .bar, .barBar, .textMiddle, .textTail: true
        default: atResumption
        }
    }

    mutating func reportUnclosed(_ closing: TokenKind, _ opening: Int) {
        guard !isPanicking, !failMeant() else { return }
        let bracket = buffer.range(of: opening)
        let spelling = buffer.file.text(of: bracket)
        let place = place.map { " in \($0)" } ?? ""
        let here = position >= limit || startsLine ? SourceRange.at(buffer.triviaStart(of: position)) : currentRange
        fail(
            SyntaxCodes.unclosedBracket,
            "expected `\(closing.spelling)` to close `\(spelling)`\(place), found \(found)",
            at: here, label: "expected `\(closing.spelling)`", also: [Label(location(bracket), "opened here")],
            fixIt: here.isEmpty ? ("close the bracket", closing.spelling) : nil)
    }

    /// One or more elements with commas between them, and no bracket.
    mutating func parseSeries(_ label: SyntaxLabel, _ parseElement: (inout Parser) -> Void) {
        repeat { self.label(label, parseElement) } while consume(if: .comma)
    }
}
