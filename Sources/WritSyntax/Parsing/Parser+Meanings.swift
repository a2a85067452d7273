import WritDiagnostics
import WritSource

/// Common mistakes, recognised where parsing fails on them.
extension Parser {
    /// Reports what the tokens here were meant to be, if anyone can tell.
    mutating func failMeant() -> Bool {
        guard !isPanicking, let meaning else { return false }
        fail(
            meaning.code, meaning.message, at: meaning.range, label: meaning.label, help: meaning.help,
            fixIt: meaning.replacement.map { ("write `\($0)`", $0) })
        var first = position
        while first > 0, buffer[first - 1].start >= meaning.range.lower { first -= 1 }
        unread(from: first)
        return true
    }

    private var meaning: Meaning? {
        guard position > 0, position < limit, !startsLine else { return nil }
        return amountMeaning ?? currencyMeaning ?? timeMeaning ?? decimalsMeaning ?? countMeaning ?? betweenMeaning
            ?? phraseMeaning ?? nameMeaning ?? fieldsMeaning ?? intervalMeaning
    }

    func text(_ distance: Int) -> String { buffer.file.text(of: range(distance, distance)) }

    /// The bytes of the tokens between two distances from the current one, both included.
    func range(_ first: Int, _ last: Int) -> SourceRange {
        SourceRange(buffer[position + first].start, buffer[position + last].end)
    }

    /// A token stands right behind the one before.
    func isAdjacent(_ distance: Int) -> Bool {
        buffer[position + distance].start == buffer[position + distance - 1].end
    }

    func isToken(_ distance: Int, _ kind: TokenKind) -> Bool {
        let index = position + distance
        return index >= 0 && index < limit && buffer[index].kind == kind
    }

    // MARK: - Numbers

    private var amountMeaning: Meaning? {
        if isToken(-1, .number), isToken(0, .comma), isToken(1, .number), isAdjacent(0), isAdjacent(1) {
            return groupedNumber
        }
        if isToken(0, .number), isToken(-1, .name), text(-1).count == 3, text(-1).allSatisfy(\.isUppercase) {
            let amount = "\(text(0)) \(text(-1))"
            return .writes(amount, for: buffer.file.text(of: range(-1, 0)), at: range(-1, 0), SyntaxCodes.expected)
        }
        return nil
    }

    /// `1,000`
    private var groupedNumber: Meaning? {
        var last = 1
        while isToken(last + 1, .comma), isToken(last + 2, .number), isAdjacent(last + 1), isAdjacent(last + 2) {
            last += 2
        }
        let groups = stride(from: 1, through: last, by: 2).map { text($0) }
        guard groups.allSatisfy({ $0.prefix { $0 != "." }.count == 3 }) else { return nil }
        let number = ([text(-1)] + groups).joined(separator: "_")
        var meaning = Meaning.writes(
            number, for: buffer.file.text(of: range(-1, last)), at: range(-1, last), SyntaxCodes.foreignSign)
        meaning.help = "no commas stand in numbers: `\(number.filter { $0 != "_" })` or `\(number)`"
        return meaning
    }

    /// `9am`, `9:30`, `9:30 pm`, `14.30pm`
    private var timeMeaning: Meaning? {
        guard isToken(-1, .number) || isToken(-1, .time) else { return nil }
        var last = -1
        var parts = text(-1).split { $0 == ":" || $0 == "." }
        if isToken(0, .colon), isToken(1, .number), isAdjacent(0), isAdjacent(1) {
            last = 1
            parts.append(Substring(text(1)))
        }
        let half = isToken(last + 1, .name) && !startsLine(last + 1) ? text(last + 1).lowercased() : ""
        let isHalved = half == "am" || half == "pm"
        if isHalved { last += 1 }
        guard last >= 0, parts.count <= 2, let hour = Int(parts[0]), hour < 24 else { return nil }
        let minute = parts.count == 2 ? parts[1] : "00"
        guard minute.count == 2 else { return nil }
        let hours = isHalved && hour <= 12 ? hour % 12 + (half == "pm" ? 12 : 0) : hour
        let time = "\(hours < 10 ? "0" : "")\(hours):\(minute)"
        return .writes(time, for: buffer.file.text(of: range(-1, last)), at: range(-1, last), SyntaxCodes.expected)
    }

    // MARK: - Words

    private var phraseMeaning: Meaning? {
        for (words, replacement) in PhraseBook.phrases {
            for first in (1 - words.count)...0 where isPhrase(words, from: first) {
                let range = range(first, first + words.count - 1)
                return .writes(replacement, for: buffer.file.text(of: range), at: range, SyntaxCodes.foreignKeyword)
            }
            // `is above 5`: the number is what has no place.
            if words[0] == "is", isPhrase(words, from: -words.count) {
                let range = range(-words.count, -1)
                return .writes(replacement, for: buffer.file.text(of: range), at: range, SyntaxCodes.foreignKeyword)
            }
        }
        return nil
    }

    private func isPhrase(_ words: [String], from first: Int) -> Bool {
        guard position + first >= 0, position + first + words.count <= limit else { return false }
        return words.indices.allSatisfy { text(first + $0) == words[$0] }
    }

    /// A name of several words, or with dashes.
    private var nameMeaning: Meaning? {
        guard let scope = scopes.last, scope.nameToken == position - 1, buffer[position - 1].kind.isName else {
            return nil
        }
        var end = 0
        var words = [text(-1)]
        while position + end < limit, !startsLine(end) {
            let isDash = isToken(end, .minus)
            let word = isDash ? end + 1 : end
            guard position + word < limit, !startsLine(word), buffer[position + word].kind.isFieldName else { break }
            words.append(text(word))
            end = word + 1
        }
        guard words.count > 1, endsName(end) else { return nil }
        if words.count == 2, Self.namesType(words[1]), !isToken(end, .colon) {
            return Meaning(
                code: SyntaxCodes.expected, message: "a `:` stands between a name and its type",
                range: range(-1, end - 1),
                help: "write `\(words[0]) : \(words[1])`", replacement: "\(words[0]) : \(words[1])")
        }
        return Meaning(
            code: SyntaxCodes.badName, message: "a name is one word", range: range(-1, end - 1),
            help: "join the words with `_`", replacement: words.joined(separator: "_"))
    }

    /// Whether a word that follows a name is its type rather than more of the name.
    private static func namesType(_ word: String) -> Bool {
        let types: Set = [
            "boolean", "integer", "number", "money", "text", "date", "time", "instant", "zone", "calendar", "list",
            "days", "weeks",
            "months", "years", "hours", "minutes", "seconds",
        ]
        return types.contains(word) || word.first?.isUppercase == true
    }

    /// What stands behind the name of a declaration.
    private func endsName(_ distance: Int) -> Bool {
        guard position + distance < limit, !startsLine(distance) else { return true }
        switch buffer[position + distance].kind {
        case .equal, .colon, .text, .textHead: return true
        default: return false
        }
    }

    // MARK: - Signs

    /// `reship to: order.ship_to`
    private var fieldsMeaning: Meaning? {
        guard kind().isFieldName, kind(1) == .colon, buffer[position - 1].kind == .name else { return nil }
        return Meaning(
            code: SyntaxCodes.expected, message: "what `\(text(-1))` holds stands in brackets", range: currentRange,
            label: "expected `(`", help: "write `\(text(-1))(\(text(0)): …)`")
    }

    /// `1..5` and `>= 1 and < 5` in a cell.
    private var intervalMeaning: Meaning? {
        guard isInRow else { return nil }
        if isToken(0, .dotDot), isToken(-1, .number), isToken(1, .number) {
            let interval = buffer.file.text(of: range(-1, 1))
            return Meaning(
                code: SyntaxCodes.expected, message: "an interval stands in brackets", range: range(-1, 1),
                label: "write `[\(interval)]`", help: "`[1..5]` holds both ends, `[1..5)` not the upper one",
                replacement: "[\(interval)]")
        }
        guard kind().isComparison || at(.is), isToken(-1, .and) else { return nil }
        return Meaning(
            code: SyntaxCodes.expected, message: "a cell tests one thing", range: range(-1, 0),
            help: "write an interval: `[1..5]` holds both ends, `[1..5)` not the upper one")
    }
}

// MARK: - Mistakes that parsing goes on from

extension Parser {
    /// `AND` where an operator may stand: taken for `and`.
    mutating func respellOperator() {
        guard at(.name), kind(1).startsExpr || kind(1) == .leftBrace || kind(1) == .not || kind(1) == .in else {
            return
        }
        let word = buffer.file.text(of: currentRange)
        guard let kind = PhraseBook.operators[word.lowercased()] else { return }
        report(
            SyntaxCodes.misspeltKeyword, "`\(word)` is no keyword", at: currentRange,
            label: "did you mean `\(kind.spelling)`?", fixIt: ("write `\(kind.spelling)`", kind.spelling))
        buffer.tokens[position].kind = kind
        buffer.tokens[position].flags.insert(.foreign)
    }

    /// Signs around blocks, and behind what begins one: deleted.
    mutating func skipBlockSign() -> Bool {
        if at(.leftBrace) || (at(.rightBrace) && startsLine) {
            if at(.leftBrace) || openBlocks == 0 {
                report(
                    SyntaxCodes.foreignSign,
                    "Writ has no brackets around blocks: every construct starts with its keyword",
                    at: currentRange, label: "delete it", fixIt: ("delete the bracket", ""))
            }
            openBlocks += at(.leftBrace) ? 1 : -min(1, openBlocks)
            ignore(0)
            return true
        }
        if isPanicking { return false }
        if at(.colon), !startsLine, position > 0, isOpening(position - 1) {
            ignoreColon(0)
            return true
        }
        guard kind(1) == .colon, kind().isReserved, contexts.contains(where: { $0.words.contains(kind()) }) else {
            return false
        }
        ignoreColon(1)
        return true
    }

    /// A word or a name that begins a construct.
    private func isOpening(_ token: Int) -> Bool {
        buffer[token].kind.isReserved || buffer[token].flags.contains(.startsLine) || scopes.last?.nameToken == token
    }

    private mutating func ignoreColon(_ distance: Int) {
        let word = buffer.file.text(of: buffer.range(of: position + distance - 1))
        report(
            SyntaxCodes.foreignSign, "no `:` stands behind `\(word)`", at: buffer.range(of: position + distance),
            label: "delete it", fixIt: ("delete the colon", ""))
        ignore(distance)
    }

    /// Passes over a token as over a semicolon.
    private mutating func ignore(_ distance: Int) {
        buffer.tokens[position + distance].kind = .semicolon
        buffer.tokens[position + distance].flags.insert(.foreign)
        skipIgnored()
    }

    /// `given x is 3`: taken for `given x = 3`.
    mutating func respellAssignment() -> Bool {
        guard kind().isName, kind(1) == .is else { return false }
        takeIsAsEqual(1)
        return true
    }

    /// Takes the `is` that stands so far on for `=`.
    mutating func takeIsAsEqual(_ sign: Int = 0) {
        let range = buffer.range(of: position + sign)
        report(
            SyntaxCodes.foreignEquality, "Writ writes `=` for `is` where a fact is given", at: range,
            label: "write `=`", fixIt: ("write `=`", "="))
        buffer.tokens[position + sign].kind = .equal
        buffer.tokens[position + sign].flags.insert(.foreign)
    }

    /// `else if` where a rule may begin.
    mutating func skipElseIf() -> Bool {
        guard at(.else, .if), startsLine else { return false }
        fail(
            SyntaxCodes.foreignKeyword, "a further case is a `rule` of its own", at: currentRange,
            label: "write `rule` and a name",
            help: "write `rule`, a name, `when` with the condition and `then` with the value")
        skip { parser in
            parser.startsLine
                && (ListContext.decisionItems.begins(parser) || ListContext.declarations.begins(parser))
        }
        return true
    }
}
