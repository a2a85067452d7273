import WritSource

/// Punctuation and operators, Writ's and other languages'.
extension Lexer {
    mutating func lexSign(_ flags: TokenFlags) {
        switch Unicode.Scalar(bytes[position]) {
        case "(": sign(.leftParen, 1, flags)
        case ")": sign(.rightParen, 1, flags)
        case "[": sign(.leftBracket, 1, flags)
        case "]": sign(.rightBracket, 1, flags)
        case "{": openBrace(flags)
        case "}": closeBrace(flags)
        case ",": sign(.comma, 1, flags)
        case ":": sign(.colon, 1, flags)
        case "?": sign(.question, 1, flags)
        case "+": sign(.plus, 1, flags)
        case "-": peek(1, is: "-") && peek(2, is: " ") ? lexForeignComment(flags) : sign(.minus, 1, flags)
        case "*": sign(.star, 1, flags)
        case "%": sign(.percent, 1, flags)
        case ".": peek(1, is: ".") ? sign(.dotDot, 2, flags) : sign(.dot, 1, flags)
        case "|": peek(1, is: "|") ? sign(.barBar, 2, flags) : sign(.bar, 1, flags)
        case "<", ">", "=", "!", "&", ";", "/", "'": lexOperator(flags)
        default: lexInvalid(flags)
        }
    }

    private mutating func openBrace(_ flags: TokenFlags) {
        if !openBraces.isEmpty { openBraces.append(.set) }
        sign(.leftBrace, 1, flags)
    }

    private mutating func closeBrace(_ flags: TokenFlags) {
        if openBraces.popLast() == .hole { lexText(flags, .resuming) } else { sign(.rightBrace, 1, flags) }
    }

    private mutating func lexOperator(_ flags: TokenFlags) {
        let next = Unicode.Scalar(peek(1))
        switch (Unicode.Scalar(bytes[position]), next) {
        case ("<", "="): sign(.lessEqual, 2, flags)
        case ("<", ">"), ("!", "="): sign(.notEqual, 2, flags)
        case ("<", _): sign(.less, 1, flags)
        case (">", "="): sign(.greaterEqual, 2, flags)
        case (">", _): sign(.greater, 1, flags)
        case ("=", "="): sign(.equalEqual, 2, flags)
        case ("=", "<"): foreign(.lessEqual, 2, flags)
        case ("=", ">"): foreign(.greaterEqual, 2, flags)
        case ("=", _): sign(.equal, 1, flags)
        case ("&", "&"): foreign(.and, 2, flags)
        case ("&", _): foreign(.and, 1, flags)
        case ("!", _): foreign(.not, 1, flags)
        case (";", _): semicolon(1, flags)
        case ("/", "/"), ("/", "*"): lexForeignComment(flags)
        case ("/", _): sign(.slash, 1, flags)
        default: lexSingleQuoted(flags)
        }
    }

    /// A sign of another language or another keyboard: reported, and taken for what it means.
    private mutating func foreign(_ kind: TokenKind, _ length: Int, _ flags: TokenFlags) {
        let range = SourceRange(position, position + length)
        let spelling = kind.spelling
        if isOneOfMany { return sign(kind, length, flags.union(.foreign)) }
        report(
            SyntaxCodes.foreignSign, "`\(file.text(of: range))` is not a sign of Writ; write `\(spelling)`", range,
            label: "write `\(spelling)`", fixIt: ("write `\(spelling)`", kind == .not ? "not " : spelling))
        sign(kind, length, flags.union(.foreign))
    }

    /// Behind three signs of other keyboards without anything between them: what was said of these goes for all.
    private var isOneOfMany: Bool {
        mutating get {
            let isAdjacent = tokens.last.map { $0.end == position && $0.flags.contains(.foreign) } ?? false
            foreignRun = isAdjacent ? foreignRun + 1 : 0
            return foreignRun > 2
        }
    }

    private mutating func semicolon(_ length: Int, _ flags: TokenFlags) {
        if isOneOfMany { return sign(.semicolon, length, flags.union(.foreign)) }
        report(
            SyntaxCodes.foreignSign, "Writ has no semicolons: every construct starts with its keyword",
            SourceRange(position, position + length), label: "delete it", fixIt: ("delete the semicolon", ""))
        sign(.semicolon, length, flags.union(.foreign))
    }

    private mutating func lexForeignComment(_ flags: TokenFlags) {
        let start = position
        report(
            SyntaxCodes.foreignSign, "a comment starts with `#`", SourceRange(start, start + 2), label: "write `#`",
            help: peek(1, is: "*") ? "begin each of its lines with `#`" : nil, fixIt: ("write `#`", "#"))
        if peek(1, is: "*") { skipToEndOfBlock() }
        while position < limit, !peek(is: "\n") { position += 1 }
        if bytes[position - 1] == UInt8(ascii: "\r") { position -= 1 }
        emit(.invalid, from: start, flags.union(.foreign))
    }

    /// Up to `*/`, or to the end of the line if there is none.
    private mutating func skipToEndOfBlock() {
        var end = position + 2
        while end + 1 < limit, bytes[end] != UInt8(ascii: "*") || bytes[end + 1] != UInt8(ascii: "/") { end += 1 }
        if end + 1 < limit { position = end }
    }

    // MARK: - Signs over 127

    /// A name in another script, a sign from another keyboard, or nothing that Writ knows.
    mutating func lexWide(_ flags: TokenFlags) {
        guard let (scalar, length) = decode(at: position) else { return lexInvalid(flags) }
        if scalar.properties.isXIDStart {
            let start = position
            _ = continueWideName()
            return emit(.name, from: start, flags.union(.wide))
        }
        switch Self.wideSigns[scalar] {
        case .semicolon?: semicolon(length, flags)
        case .notEqual?: sign(.notEqual, length, flags)
        case .text?: lexCurlyQuoted(flags)
        case let kind?: foreign(kind, length, flags)
        case nil: lexInvalid(flags)
        }
    }

    private static let wideSigns: [Unicode.Scalar: TokenKind] = [
        "，": .comma, "、": .comma, "（": .leftParen, "）": .rightParen, "：": .colon, "；": .semicolon,
        "＝": .equal, "＜": .less, "＞": .greater, "≤": .lessEqual, "≥": .greaterEqual, "≠": .notEqual,
        "｜": .bar, "＋": .plus, "－": .minus, "−": .minus, "–": .minus, "×": .star, "÷": .slash, "％": .percent,
        "｛": .leftBrace, "｝": .rightBrace, "【": .leftBracket, "】": .rightBracket, "＆": .and, "／": .slash,
        "［": .leftBracket, "］": .rightBracket, "？": .question, "。": .dot, "．": .dot, "…": .dotDot,
        "“": .text, "”": .text, "„": .text, "‘": .text, "’": .text,
    ]

    // MARK: - Bytes that are no token

    /// A run of bytes no token starts with.
    mutating func lexInvalid(_ flags: TokenFlags) {
        let start = position
        let isText = decode(at: start) != nil
        repeat {
            position += decode(at: position)?.length ?? 1
        } while position < limit && (decode(at: position) != nil) == isText && startsNoToken()
        let range = SourceRange(start, position)
        if !isText {
            reportEncoding(range)
        } else if let scalar = decode(at: start)?.scalar, Self.isHidden(scalar) {
            reportHidden(scalar, range, in: "the policy")
        } else {
            reportUnknown(range)
        }
        emit(.invalid, from: start, flags.union(.broken))
    }

    private mutating func reportUnknown(_ range: SourceRange) {
        let isControl = bytes[range.lower] < 0x20 || bytes[range.lower] == 0x7F
        if isControl { controlRuns += 1 }
        // A file that is no text has thousands.
        if isControl, controlRuns > 3 { return }
        let text = isControl ? "a control character" : "`\(file.text(of: range))`"
        if let currency = Self.currencies[file.text(of: range)] { return reportCurrency(currency, range) }
        report(
            SyntaxCodes.unknownCharacter, "\(text) means nothing here", range, help: "delete it, or write it in a text")
    }

    /// `$5`: the fix-it writes `5 USD`; before `5 USD` the sign is only deleted.
    private mutating func reportCurrency(_ currency: String, _ range: SourceRange) {
        var end = range.upper
        while end < limit, Self.isWordByte(bytes[end]) || bytes[end] == UInt8(ascii: ".") { end += 1 }
        let number = file.text(of: SourceRange(range.upper, end))
        let isAmount = number.first?.isNumber == true
        let hasCurrency = isAmount && namesCurrency(at: end)
        let amount = "\(isAmount ? number : "5") \(currency)"
        let fixIt = hasCurrency ? ("delete it", "") : isAmount ? ("write `\(amount)`", amount) : nil
        report(
            SyntaxCodes.unknownCharacter, "`\(file.text(of: range))` means nothing here: money names its currency",
            isAmount && !hasCurrency ? SourceRange(range.lower, end) : range,
            label: hasCurrency ? "delete it" : "write `\(amount)`",
            help: "write the amount and the three letters of the currency", fixIt: fixIt)
    }

    /// ` USD`
    private func namesCurrency(at offset: Int) -> Bool {
        guard offset + 4 <= limit, bytes[offset] == UInt8(ascii: " ") else { return false }
        return bytes[offset + 1..<offset + 4].allSatisfy { (0x41...0x5A).contains($0) }
    }

    private static let currencies = ["$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "￥": "CNY", "₹": "INR"]

    private func startsNoToken() -> Bool {
        switch bytes[position] {
        case 0x80...:
            guard let scalar = decode(at: position)?.scalar else { return true }
            return !scalar.properties.isXIDStart && Self.wideSigns[scalar] == nil && scalar != "\u{A0}"
                && scalar != "\u{3000}"
        case 0...8, 11, 12, 14...31, UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "^"), UInt8(ascii: "~"),
            UInt8(ascii: "\\"), UInt8(ascii: "_"), 0x7F:
            return true
        default: return false
        }
    }
}
