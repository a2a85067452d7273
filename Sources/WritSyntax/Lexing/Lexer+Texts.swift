import WritDiagnostics
import WritSource

/// Texts, whole or in pieces around their holes.
extension Lexer {
    /// Whether a piece begins its text or goes on after a hole.
    enum TextStart { case opening, resuming }

    /// Lexes from a `"` or from the `}` of a hole to the next hole or the end.
    mutating func lexText(_ flags: TokenFlags, _ beginning: TextStart) {
        let start = position
        position += 1
        while position < limit {
            switch Unicode.Scalar(bytes[position]) {
            case "\"":
                position += 1
                return emit(beginning == .opening ? .text : .textTail, from: start, flags)
            case "{":
                position += 1
                openBraces.append(.hole)
                return emit(beginning == .opening ? .textHead : .textMiddle, from: start, flags)
            case "\n": return cutShort(start, flags, beginning)
            case "\\": skipEscape()
            default: skipCharacter()
            }
        }
        cutShort(start, flags, beginning)
    }

    /// The line or the file ends before the text does.
    private mutating func cutShort(_ start: Int, _ flags: TokenFlags, _ beginning: TextStart) {
        while position > start + 1, bytes[position - 1] <= UInt8(ascii: " ") { position -= 1 }
        let end = SourceLocation(file, .at(position))
        let quote = SourceLocation(file, SourceRange(start, start + 1))
        sink.report(
            Diagnostic(
                SyntaxCodes.unclosedText, .error, "this text is not closed on its line",
                at: Label(end, "expected `\"`"), also: [Label(quote, "it goes on from here")],
                help: "close it with `\"`; write `\\n` for a line break in a text",
                fixIts: [FixIt("close the text", replacing: end, with: "\"")]))
        emit(beginning == .opening ? .text : .textTail, from: start, flags.union(.broken))
    }

    private mutating func skipCharacter() {
        let byte = bytes[position]
        if byte >= 0x80 { return skipWideCharacter(in: "a text") }
        position += 1
        let endsLine = byte == UInt8(ascii: "\r") && (position == limit || peek(is: "\n"))
        guard byte < 0x20 || byte == 0x7F, byte != UInt8(ascii: "\t"), !endsLine else { return }
        report(
            SyntaxCodes.hiddenCharacter, "a control character in a text", SourceRange(position - 1, position),
            help: "delete it, or write it as an escape such as `\\t` or `\\u{7}`")
    }

    // MARK: - Escapes

    private mutating func skipEscape() {
        let start = position
        position += 1
        switch Unicode.Scalar(peek()) {
        case "\"", "\\", "n", "t", "{", "}": position += 1
        case "u": skipCodePoint(start)
        default:
            // What follows is read as it stands, so that a line break still ends the text.
            report(
                SyntaxCodes.badEscape, "`\\` starts no escape here", SourceRange(start, position),
                help:
                    "the escapes are `\\\"` `\\\\` `\\n` `\\t` `\\{` `\\}` and `\\u{…}`; for a backslash write `\\\\`",
                fixIt: ("write a backslash", "\\\\"))
        }
    }

    /// `u{hex}` after the backslash.
    private mutating func skipCodePoint(_ start: Int) {
        position += 1
        var value: UInt32 = 0
        var digits = 0
        if peek(is: "{") {
            position += 1
            while let digit = Self.hexValue(peek()) {
                value = digits < 8 ? value << 4 | digit : .max
                digits += 1
                position += 1
            }
            if peek(is: "}"), digits > 0, Unicode.Scalar(value) != nil {
                position += 1
                return
            }
        }
        report(
            SyntaxCodes.badEscape, "this is no Unicode character", SourceRange(start, position),
            help: "write its number in hexadecimal: `\\u{1F4E6}`")
    }

    private static func hexValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    // MARK: - Quotes of other languages and keyboards

    /// `'…'`: taken for a text if it is closed on its line.
    mutating func lexSingleQuoted(_ flags: TokenFlags) {
        var end = position + 1
        while end < limit, bytes[end] != UInt8(ascii: "'"), bytes[end] != UInt8(ascii: "\n") { end += 1 }
        guard end < limit, bytes[end] == UInt8(ascii: "'") else { return lexInvalid(flags) }
        foreignText(contents: SourceRange(position + 1, end), end: end + 1, flags)
    }

    /// `“…”`: up to the closing quote of any shape, or the line's end.
    mutating func lexCurlyQuoted(_ flags: TokenFlags) {
        var end = position + 3
        while end < limit, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\""), !isCurlyQuote(end) {
            end += 1
        }
        let closing = end < limit && bytes[end] != UInt8(ascii: "\n") ? (isCurlyQuote(end) ? 3 : 1) : 0
        foreignText(contents: SourceRange(position + 3, end), end: end + closing, flags)
    }

    private func isCurlyQuote(_ offset: Int) -> Bool {
        offset + 3 <= limit && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
            && (0x98...0x9F).contains(bytes[offset + 2])
    }

    private mutating func foreignText(contents: SourceRange, end: Int, _ flags: TokenFlags) {
        let start = position
        position = end
        report(
            SyntaxCodes.foreignSign, "a text stands between straight double quotes", SourceRange(start, end),
            label: "write `\"…\"`", fixIt: ("write straight double quotes", "\"\(file.text(of: contents))\""))
        emit(.text, from: start, flags.union([.foreign, .wide]))
    }
}
