import WritSource

/// Types as other languages write them, taken for what they mean.
extension Parser {
    /// `list<Line>`
    mutating func parseForeignList() {
        let mark = open()
        let start = currentRange.lower
        advance()
        skip { !$0.at(.less) }
        let element = open()
        label(.element) { $0.parseType() }
        let text = buffer.file.text(of: range(at: element))
        if at(.greater) { skip { _ in true } }
        close(.listType, mark)
        reportType("list of \(text)", from: start)
    }

    /// `Line[]`
    mutating func takeForeignLists(from mark: Mark) {
        while at(.leftBracket, .rightBracket), !startsLine, height(at: mark) < 3 {
            let range = range(at: mark)
            label(.element, at: mark)
            skip { !$0.at(.rightBracket) }
            close(.listType, mark)
            reportType("list of \(buffer.file.text(of: range))", from: range.lower)
        }
    }

    /// `optional` and its like, with a type behind it.
    var isForeignOptional: Bool {
        let word = buffer.file.text(of: currentRange)
        return word == "optional" || word == "nullable" || word == "maybe"
    }

    mutating func parseForeignOptional() {
        let mark = open()
        let start = currentRange.lower
        skip { _ in true }
        let base = open()
        label(.base) { $0.parseType() }
        let text = buffer.file.text(of: range(at: base))
        close(.optionalType, mark)
        reportType("\(text)?", from: start)
    }

    private mutating func reportType(_ type: String, from start: Int) {
        let range = SourceRange(start, buffer[position - 1].end)
        report(
            SyntaxCodes.foreignSign, "Writ writes `\(type)` for `\(buffer.file.text(of: range))`", at: range,
            label: "write `\(type)`", fixIt: ("write `\(type)`", type))
    }
}
