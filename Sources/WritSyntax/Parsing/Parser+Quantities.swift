import WritDiagnostics
import WritSource

/// What people mean by numbers with words behind them, and by `between`.
extension Parser {
    /// `100 usd`, `100 Dollars`
    var currencyMeaning: Meaning? {
        guard isToken(-1, .number), isToken(0, .name), let currency = PhraseBook.currencies[text(0).lowercased()] else {
            return nil
        }
        let wrong = range(-1, 0)
        return .writes(
            "\(text(-1)) \(currency)", for: buffer.file.text(of: wrong), at: wrong, SyntaxCodes.expected)
    }

    /// `rounded to 2 decimals`
    var decimalsMeaning: Meaning? {
        guard isToken(-3, .rounded), isToken(-2, .to), isToken(-1, .number), isToken(0, .name),
            let count = Int(text(-1)), count < 20
        else { return nil }
        let words = ["decimal", "decimals", "digit", "digits", "place", "places"]
        guard words.contains(text(0)) else { return nil }
        let isLonger = isToken(1, .name) && !startsLine(1) && words.contains(text(1))
        let unit = count == 0 ? "1" : "0." + String(repeating: "0", count: count - 1) + "1"
        let wrong = range(-1, isLonger ? 1 : 0)
        var meaning = Meaning.writes(unit, for: buffer.file.text(of: wrong), at: wrong, SyntaxCodes.expected)
        meaning.help = "`rounded to` names the unit; for money with its currency: `rounded to \(unit) USD`"
        return meaning
    }

    /// `count lines`
    var countMeaning: Meaning? {
        guard isToken(-1, .count), kind().isName else { return nil }
        let wrong = range(-1, endOfPath(0))
        let list = buffer.file.text(of: range(0, endOfPath(0)))
        var meaning = Meaning.writes(
            "count x in \(list)", for: buffer.file.text(of: wrong), at: wrong, SyntaxCodes.expected)
        meaning.help = "`x` names each element, as in `count x in \(list) where …`"
        return meaning
    }

    /// `between 5 and 10`, `is between …`, `is not between …`, `not between …`
    var betweenMeaning: Meaning? {
        let isNegated = isToken(0, .not) && kind(1) == .between
        let word = isNegated ? 1 : isToken(0, .between) ? 0 : -1
        guard isToken(word, .between) else { return nil }
        var first = isNegated ? 0 : word
        var isNot = isNegated
        if !isNegated, word == -1 || isToken(-1, .is) || isToken(-1, .not) {
            if isToken(first - 1, .not) { (first, isNot) = (first - 1, true) }
            guard isToken(first - 1, .is) else { return word == 0 ? plainBetween(range(0, 0)) : nil }
            first -= 1
        }
        guard let middle = endOfQuantity(word + 1), isToken(middle + 1, .and), let last = endOfQuantity(middle + 2)
        else {
            return plainBetween(range(word, word))
        }
        let (low, high) = (range(word + 1, middle), range(middle + 2, last))
        let interval = "[\(buffer.file.text(of: low))..\(buffer.file.text(of: high))]"
        let wrong = range(first, last)
        var meaning = Meaning.writes(
            isNot ? "not in \(interval)" : "in \(interval)", for: buffer.file.text(of: wrong), at: wrong,
            SyntaxCodes.expected)
        meaning.help = "`[1..5]` holds both ends, `[1..5)` not the upper one"
        return meaning
    }

    private func plainBetween(_ range: SourceRange) -> Meaning {
        Meaning(
            code: SyntaxCodes.expected, message: "`between` stands only behind a type", range: range,
            help: "in a condition write an interval: `x in [1..5]`")
    }

    /// The last token of a number with its unit, a date, a time or a path.
    private func endOfQuantity(_ distance: Int) -> Int? {
        guard position + distance < limit else { return nil }
        switch buffer[position + distance].kind {
        case .date, .time, .instant: return distance
        case .number:
            let next = position + distance + 1
            let isUnit = next < limit && !startsLine(distance + 1) && buffer[next].kind.isName
            return isUnit && !buffer[next].kind.isClauseWord ? distance + 1 : distance
        case let kind where kind.isName: return endOfPath(distance)
        default: return nil
        }
    }

    private func endOfPath(_ distance: Int) -> Int {
        var end = distance
        while isToken(end + 1, .dot), position + end + 2 < limit, buffer[position + end + 2].kind.isFieldName {
            end += 2
        }
        return end
    }
}

extension TokenKind {
    /// Behind a number this is no unit: it begins what follows an expectation.
    fileprivate var isClauseWord: Bool { self == .by || self == .does || self == .needs }
}
