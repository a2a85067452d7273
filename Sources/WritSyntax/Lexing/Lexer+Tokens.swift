import WritSource

/// Words, numbers and signs.
extension Lexer {
    mutating func lexToken(_ flags: TokenFlags) {
        switch bytes[position] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): lexName(flags)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): lexNumber(flags)
        case UInt8(ascii: "\""): lexText(flags, .opening)
        case UInt8(ascii: "`"): lexQuotedName(flags)
        case 0x80...: lexWide(flags)
        default: lexSign(flags)
        }
    }

    private mutating func lexName(_ flags: TokenFlags) {
        let start = position
        while Self.isWordByte(peek()) { position += 1 }
        if let length = contractionLength(from: start) {
            position = start + length
            return emit(.notEqual, from: start, flags)
        }
        if peek() >= 0x80, continueWideName() { return emit(.name, from: start, flags.union(.wide)) }
        emit(words.kind(bytes, start, position), from: start, flags)
    }

    /// `isn't`, with a straight or a curly apostrophe: taken for the sign that others write.
    private func contractionLength(from start: Int) -> Int? {
        guard position == start + 3, peek(is: "'") || peek() == 0xE2 else { return nil }
        let rest = file.text(of: SourceRange(start, min(limit, start + 7)))
        if rest.hasPrefix("isn't") { return 5 }
        return rest.hasPrefix("isn’t") ? 7 : nil
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Goes on in a name that has letters over 127; says whether there were any.
    mutating func continueWideName() -> Bool {
        let start = position
        while position < limit {
            if Self.isWordByte(bytes[position]) {
                position += 1
            } else if bytes[position] >= 0x80, let next = decode(at: position), next.scalar.properties.isXIDContinue {
                position += next.length
            } else {
                break
            }
        }
        return position > start
    }

    /// A name between backticks.
    private mutating func lexQuotedName(_ flags: TokenFlags) {
        let start = position
        position += 1
        while position < limit, !peek(is: "`"), !peek(is: "\n"), !peek(is: "\r") {
            if bytes[position] < 0x80 { position += 1 } else { skipWideCharacter(in: "a name") }
        }
        guard peek(is: "`"), position > start + 1 else { return lexBrokenName(start, flags) }
        position += 1
        emit(.name, from: start, flags.union(.wide))
    }

    /// An empty name, or one that lacks its second backtick: it is taken to be one word.
    private mutating func lexBrokenName(_ start: Int, _ flags: TokenFlags) {
        let isEmpty = peek(is: "`")
        position = start + (isEmpty ? 2 : 1)
        if !isEmpty { _ = continueWideName() }
        report(
            SyntaxCodes.badName, "this name between backticks is \(isEmpty ? "empty" : "not closed")",
            SourceRange(start, position), help: "close the name with a backtick on its line")
        emit(.name, from: start, flags.union(.broken))
    }

    // MARK: - Numbers, dates and times

    private mutating func lexNumber(_ flags: TokenFlags) {
        let start = position
        if let length = dateLength(at: 0) {
            position += length
            if let rest = instantRest() {
                position += rest
                return emit(.instant, from: start, flags)
            }
            return emit(.date, from: start, flags)
        }
        if let length = timeLength(at: 0) { return sign(.time, length, flags) }
        if let date = foreignDate() { return report(date, flags) }
        skipDigits()
        if peek(is: "."), isDigit(1) {
            position += 1
            skipDigits()
        }
        emit(.number, from: start, flags)
    }

    private mutating func skipDigits() {
        while isDigit(0) || peek(is: "_") { position += 1 }
    }

    private func isDigit(_ distance: Int) -> Bool {
        let byte = peek(distance)
        return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// So many digits from `distance`, and no more than these.
    private func digits(_ count: Int, at distance: Int) -> Bool {
        for offset in 0..<count where !isDigit(distance + offset) { return false }
        return !isDigit(distance + count)
    }

    private func dateLength(at distance: Int) -> Int? {
        guard digits(4, at: distance), peek(distance + 4, is: "-"), digits(2, at: distance + 5),
            peek(distance + 7, is: "-"), digits(2, at: distance + 8)
        else { return nil }
        return 10
    }

    private func timeLength(at distance: Int) -> Int? {
        guard digits(2, at: distance), peek(distance + 2, is: ":"), digits(2, at: distance + 3) else { return nil }
        guard peek(distance + 5, is: ":"), digits(2, at: distance + 6) else { return 5 }
        guard peek(distance + 8, is: "."), isDigit(distance + 9) else { return 8 }
        var length = 9
        while isDigit(distance + length) { length += 1 }
        return length
    }

    /// `T09:00Z` after a date.
    private func instantRest() -> Int? {
        guard peek(is: "T"), let time = timeLength(at: 1) else { return nil }
        let zone = 1 + time
        if peek(zone, is: "Z") { return zone + 1 }
        guard peek(zone, is: "+") || peek(zone, is: "-"), digits(2, at: zone + 1), peek(zone + 3, is: ":"),
            digits(2, at: zone + 4)
        else { return nil }
        return zone + 6
    }
}
