import WritSource

/// What stands between tokens: spaces, line breaks and comments.
extension Lexer {
    mutating func skipByteOrderMark() {
        if peek() == 0xEF, peek(1) == 0xBB, peek(2) == 0xBF { position += 3 }
    }

    /// Passes over trivia and says what of it matters to the token behind.
    mutating func skipTrivia() -> TokenFlags {
        var flags: TokenFlags = []
        while position < limit {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
            case UInt8(ascii: "\n"):
                position += 1
                flags.insert(.startsLine)
                // A text ends on its line, so whatever was open in its holes is no longer.
                openBraces.removeAll(keepingCapacity: true)
            case UInt8(ascii: "#"):
                skipComment()
                flags.insert(.commented)
            case 0xC2 where peek(1) == 0xA0: position += 2  // no-break space
            case 0xE3 where peek(1) == 0x80 && peek(2) == 0x80: position += 3  // ideographic space
            default: return flags
            }
        }
        return flags
    }

    private mutating func skipComment() {
        while position < limit, bytes[position] != UInt8(ascii: "\n") {
            if bytes[position] < 0x80 { position += 1 } else { skipWideCharacter(in: "a comment") }
        }
    }

    /// Passes over one character over 127 in a comment or a text, and reports it if it must not be there.
    mutating func skipWideCharacter(in place: String) {
        let start = position
        guard let (scalar, length) = decode(at: position) else {
            while position < limit, bytes[position] >= 0x80, decode(at: position) == nil { position += 1 }
            reportEncoding(SourceRange(start, position))
            return
        }
        position += length
        if Self.isHidden(scalar) { reportHidden(scalar, SourceRange(start, position), in: place) }
    }

    mutating func reportEncoding(_ range: SourceRange) {
        let what = range.count == 1 ? "this byte is" : "these \(range.count) bytes are"
        report(SyntaxCodes.encoding, "\(what) not UTF-8", range, help: "save the file as UTF-8")
    }

    mutating func reportHidden(_ scalar: Unicode.Scalar, _ range: SourceRange, in place: String) {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        report(
            SyntaxCodes.hiddenCharacter, "invisible character U+\(code) in \(place)", range,
            label: "it can make the text look other than it is",
            help: "delete it; in a text write `\\u{\(hex)}` if it is meant", fixIt: ("delete it", ""))
    }

    /// Characters that change how other text looks and are not seen: direction overrides and zero-width ones.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// The scalar whose UTF-8 starts at `offset`, and its length; nil if there is none.
    func decode(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        guard offset < limit else { return nil }
        let first = bytes[offset]
        let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard length > 0, offset + length <= limit else { return nil }
        var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
        for byte in bytes[offset + 1..<offset + length] {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        // Overlong forms and surrogates are not UTF-8.
        if length == 3, value < 0x800 { return nil }
        if length == 4, value < 0x10000 { return nil }
        return Unicode.Scalar(value).map { ($0, length) }
    }
}
