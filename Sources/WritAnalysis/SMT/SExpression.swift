/// What a solver answers: words, and lists of such.
enum SExpression: Hashable {
    case word(Substring)
    case list([SExpression])

    /// Reads one expression; nil of text that is none, or too deep to be an answer.
    init?(_ text: Substring) {
        var lists: [[SExpression]] = []
        var whole: SExpression?
        var rest = text[...]
        while let first = rest.first {
            if first.isWhitespace { rest.removeFirst(); continue }
            if whole != nil || lists.count > 64 { return nil }
            var item: SExpression?
            switch first {
            case "(":
                lists.append([])
                rest.removeFirst()
            case ")":
                guard let list = lists.popLast() else { return nil }
                item = .list(list)
                rest.removeFirst()
            default:
                let word = rest.prefix { $0 != "(" && $0 != ")" && !$0.isWhitespace }
                item = .word(word)
                rest.removeFirst(word.count)
            }
            guard let item else { continue }
            if lists.isEmpty { whole = item } else { lists[lists.count - 1].append(item) }
        }
        guard let whole, lists.isEmpty else { return nil }
        self = whole
    }

    /// The whole number or truth that a value says: `5`, `(- 5)`, `true`.
    var number: Int128? {
        switch self {
        case .word("true"): 1
        case .word("false"): 0
        case .word(let digits): digits.first?.isNumber == true ? Int128(digits) : nil
        // Together, so that the least number, whose opposite there is not, is read too.
        case .list(let items):
            if items.count == 2, items[0] == .word("-"), case .word(let digits) = items[1] {
                Int128("-" + digits)
            } else {
                nil
            }
        }
    }

    /// The pairs of `((x 5) (y (- 3)))`.
    var assignments: [(name: Substring, value: SExpression)]? {
        guard case .list(let items) = self else { return nil }
        var pairs: [(Substring, SExpression)] = []
        for item in items {
            guard case .list(let pair) = item, pair.count == 2, case .word(let name) = pair[0] else { return nil }
            pairs.append((name, pair[1]))
        }
        return pairs
    }
}
