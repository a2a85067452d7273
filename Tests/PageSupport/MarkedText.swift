/// Text with marks for what cannot be shown on a page: `⟨U+200B⟩` is that character, `⟨C3 28⟩` are these bytes,
/// `⟨(×300⟩` is the bracket 300 times, and `⟨no line break⟩` takes the line break behind it away.
enum MarkedText {
    static func bytes(of text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "⟨"), let close = rest[open...].firstIndex(of: "⟩") {
            bytes += rest[..<open].utf8
            let mark = String(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
            if mark == "no line break" { rest = rest.dropFirst() } else { bytes += meaning(of: mark) }
        }
        return bytes + rest.utf8
    }

    private static func meaning(of mark: String) -> [UInt8] {
        if mark.hasPrefix("U+"), let value = UInt32(mark.dropFirst(2), radix: 16), let scalar = Unicode.Scalar(value) {
            return Array(String(Character(scalar)).utf8)
        }
        let parts = mark.split(separator: "×")
        if parts.count == 2, let count = Int(parts[1]) {
            return Array(String(repeating: String(parts[0]), count: count).utf8)
        }
        return mark.split(separator: " ").compactMap { UInt8($0, radix: 16) }
    }
}
