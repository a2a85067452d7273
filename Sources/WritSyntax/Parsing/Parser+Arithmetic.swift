/// Calculation, loosest first.
extension Parser {
    mutating func parseDefault() {
        let mark = open()
        parseRounding()
        if at(.or, .else), mayWrap(mark) { parseDefaultOperands(from: mark) }
    }

    /// What follows the first operand.
    mutating func parseDefaultOperands(from mark: Mark) {
        label(.operands, at: mark)
        let outer = links
        var height = height(at: mark)
        while at(.or, .else), mayChain(height) {
            links += 1
            eat(.or)
            eat(.else)
            let operand = open()
            label(.operands) { $0.parseRounding() }
            height = max(height, self.height(at: operand)) + 1
        }
        // What is behind an operand is asked only if that is unknown: to all that follows the chain is as deep as long.
        close(.default, mark, height: max(height, links - outer))
        links = outer
    }

    mutating func parseRounding() {
        let mark = open()
        parseSum()
        guard at(.rounded, .to), mayWrap(mark) else { return }
        label(.operand, at: mark)
        eat(.rounded)
        eat(.to)
        label(.unit) { $0.parseProduct() }
        if atRoundingMode { label(.mode) { $0.parseRoundingMode() } }
        close(.rounding, mark)
        takeMore(behind: mark)
    }

    /// A sum cannot go on behind its rounding, unless that stands in brackets.
    private mutating func takeMore(behind mark: Mark) {
        guard at(.plus) || (at(.minus) && !startsLine) else { return }
        let range = range(at: mark)
        let text = buffer.file.text(of: range)
        report(
            SyntaxCodes.expected, "bracket the rounding: what follows it is not rounded", at: range,
            label: "then \(found) follows",
            fixIt: ("write brackets", "(\(text))"))
        while at(.plus) || at(.minus), mayWrap(mark) {
            label(.left, at: mark)
            advance()
            label(.right) { $0.parseProduct() }
            close(.sum, mark)
        }
    }

    private var atRoundingMode: Bool {
        switch kind() {
        case .half: kind(1) == .up || kind(1) == .even
        case .up, .down: atWord(kind())
        default: false
        }
    }

    mutating func parseRoundingMode() {
        let mark = open()
        if consume(if: .half) { advance() } else { advance() }
        close(.roundingMode, mark)
    }

    mutating func parseSum() {
        let mark = open()
        parseProduct()
        while at(.plus) || at(.minus), mayWrap(mark) {
            label(.left, at: mark)
            advance()
            label(.right) { $0.parseProduct() }
            close(.sum, mark)
        }
    }

    mutating func parseProduct() {
        let mark = open()
        parsePercentage()
        while at(.star) || at(.slash), mayWrap(mark) {
            label(.left, at: mark)
            advance()
            label(.right) { $0.parsePercentage() }
            close(.product, mark)
        }
    }

    mutating func parsePercentage() {
        let mark = open()
        parseSign()
        guard at(.percent) || atWord(.of), mayWrap(mark) else { return }
        label(.rate, at: mark)
        _ = consume(if: .percent)
        if atWord(.of) {
            eat(.of)
            label(.base) { $0.nested { $0.parsePercentage() } }
        }
        close(.percentage, mark)
    }

    mutating func parseSign() {
        guard at(.minus) else { return parseMoment() }
        let mark = open()
        eat(.minus)
        label(.operand) { $0.nested { $0.parseSign() } }
        close(.sign, mark)
    }
}
