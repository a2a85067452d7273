import WritSource

/// Turns the bytes of a text token into the characters they stand for.
enum TextDecoder {
    /// The characters between the quotes or braces; nil if there are none. An escape that is none stands for itself.
    static func decode(_ token: SyntaxToken) -> String? {
        let content = content(of: token)
        guard !content.isEmpty else { return nil }
        let bytes = token.tree.file.bytes[content.lower..<content.upper]
        guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self).normalised }
        return unescape(String(decoding: bytes, as: UTF8.self)).normalised
    }

    /// Without the opening quote or brace, and without the closing one if it is there.
    private static func content(of token: SyntaxToken) -> SourceRange {
        let range = token.range
        let isCut = token.tree.tokens[token.index].flags.contains(.broken)
        let lower = min(range.lower + 1, range.upper)
        return SourceRange(lower, max(lower, isCut ? range.upper : range.upper - 1))
    }

    private static func unescape(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = Substring(text).unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let next = rest.popFirst() else {
                result.append(scalar)
                continue
            }
            switch next {
            case "n": result.append("\n")
            case "t": result.append("\t")
            case "u": result.append(codePoint(&rest) ?? "\u{FFFD}")
            default: result.append(next)
            }
        }
        return String(result)
    }

    /// `{1F600}` after `\u`.
    private static func codePoint(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
        guard rest.first == "{", let close = rest.firstIndex(of: "}") else { return nil }
        let digits = String(rest[rest.index(after: rest.startIndex)..<close])
        rest = rest[rest.index(after: close)...]
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }
}
