import WritDiagnostics
import WritSource

extension JSONReader {
    /// Reads a text in double quotes. Nil if it is never closed; an escape that means nothing is reported, left
    /// out, and the text goes on.
    mutating func readString() -> String? {
        let open = position
        position += 1
        let start = position
        skipPlain()
        if peek == UInt8(ascii: "\"") {
            position += 1
            return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
        }
        var text = Array(bytes[start..<position])
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                readEscape(into: &text)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                reportUnclosed(open)
                return nil
            case 0..<0x20:
                reportControl(byte)
                position += 1
            default:
                let plain = position
                skipPlain()
                text += bytes[plain..<position]
            }
        }
        reportUnclosed(open)
        return nil
    }

    /// Skips what stands for itself.
    private mutating func skipPlain() {
        while position < end {
            let byte = bytes[position]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            position += 1
        }
    }

    private mutating func readEscape(into text: inout [UInt8]) {
        let start = position
        position += 1
        guard let letter = peek else { return }
        let meaning: UInt8
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): meaning = letter
        case UInt8(ascii: "b"): meaning = 0x08
        case UInt8(ascii: "f"): meaning = 0x0C
        case UInt8(ascii: "n"): meaning = 0x0A
        case UInt8(ascii: "r"): meaning = 0x0D
        case UInt8(ascii: "t"): meaning = 0x09
        case UInt8(ascii: "u"): return readUnicodeEscape(start, into: &text)
        default:
            if letter >= 0x20 { position += file.scalarLength(at: position) }
            return log.report(
                .jsonEscape, "`\\` is followed by something it does not escape", at: SourceRange(start, position),
                "no such escape", help: "write `\\\\` for a backslash itself")
        }
        position += 1
        text.append(meaning)
    }

    /// Reads `\uXXXX`, and its second half where the first is half of a pair.
    private mutating func readUnicodeEscape(_ start: Int, into text: inout [UInt8]) {
        position += 1
        guard let unit = readHex(start) else { return }
        var value = unit
        if (0xD800...0xDBFF).contains(unit), peek == UInt8(ascii: "\\"), position + 1 < end,
            bytes[position + 1] == UInt8(ascii: "u")
        {
            let second = position
            position += 2
            guard let low = readHex(second) else { return }
            if (0xDC00...0xDFFF).contains(low) {
                value = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            } else {
                position = second
            }
        }
        guard let scalar = Unicode.Scalar(value) else {
            return log.report(
                .jsonEscape, "this is half of a character", at: SourceRange(start, position),
                "its other half is missing",
                help: "characters beyond U+FFFF are two escapes, \\uD83D\\uDCE6, or the character itself")
        }
        text += UTF8.encode(scalar)!
    }

    private mutating func readHex(_ start: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                log.report(
                    .jsonEscape, "expected four hexadecimal digits after `\\u`", at: SourceRange(start, position),
                    "too few digits")
                return nil
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    private mutating func reportControl(_ byte: UInt8) {
        let hex = String(byte, radix: 16, uppercase: true)
        let digits = String(repeating: "0", count: 4 - hex.count) + hex
        log.report(
            .documentControlCharacter, "a text holds the control character U+\(digits)",
            at: SourceRange(position, position + 1), "not allowed as itself",
            help: byte == 0x09 ? "write `\\t` for a tab" : "remove it, or write it as `\\u\(digits)`")
    }

    private mutating func reportUnclosed(_ open: Int) {
        log.report(
            .jsonText, "the text is never closed", at: SourceRange(open, max(position, open + 1)), "opened here",
            help: "close it with `\"`; a line break inside is written `\\n`")
    }
}
