import WritSemantics
import WritValues

/// Texts, and what the case calls itself.
extension RowWalk {
    mutating func text(_ start: Int) -> Int64 {
        guard bytes[start] == UInt8(ascii: "\""), let text = text(at: start) else { return CaseRow.unknown }
        if ComposedText.isPlainly(text) { return number(of: text) }
        var composed = TextForms.nfc(String(decoding: text, as: UTF8.self))
        return composed.withUTF8 { number(of: $0) }
    }

    @inline(__always)
    func number(of text: UnsafeBufferPointer<UInt8>) -> Int64 {
        row._withUnsafeGuaranteedRef { Int64($0.number(of: text)) }
    }

    /// The bytes of the text at `start`, its escapes decoded, and goes past it; nil for an escape that is not right. They are
    /// good until the next text.
    mutating func text(at start: Int) -> UnsafeBufferPointer<UInt8>? {
        let first = start + 1
        end = plainEnd(first)
        if end < count, bytes[end] == UInt8(ascii: "\"") {
            end += 1
            return UnsafeBufferPointer(start: bytes + first, count: end - 1 - first)
        }
        return decoded(first)
    }

    /// Where a text has its next backslash or its closing mark; `count` when there is none. Eight bytes at a time.
    @inline(__always)
    private func plainEnd(_ start: Int) -> Int {
        var end = start
        while end < count {
            let word = RowName.load(bytes + end)
            let found = RowName.marks(UInt8(ascii: "\""), in: word) | RowName.marks(UInt8(ascii: "\\"), in: word)
            if found != 0 { return min(count, end + found.trailingZeroBitCount / 8) }
            end += 8
        }
        return count
    }

    /// A text with escapes, written out.
    private mutating func decoded(_ start: Int) -> UnsafeBufferPointer<UInt8>? {
        let scratch = scratch.takeUnretainedValue()
        scratch.beginText()
        var plain = start
        while end < count {
            scratch.append(bytes + plain, end - plain)
            if bytes[end] == UInt8(ascii: "\"") {
                end += 1
                return scratch.decodedText
            }
            guard let scalar = escape() else { return nil }
            for byte in UTF8.encode(scalar)! { scratch.append(byte) }
            plain = end
            end = plainEnd(end)
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        let letter = bytes[end + 1]
        end += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return unicodeEscape()
        default: return nil
        }
    }

    /// What follows `\u`: four digits, and after the first half of a pair its second.
    private mutating func unicodeEscape() -> Unicode.Scalar? {
        guard let unit = hex() else { return nil }
        guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit) }
        guard bytes[end] == UInt8(ascii: "\\"), bytes[end + 1] == UInt8(ascii: "u") else { return nil }
        end += 2
        guard let low = hex(), (0xDC00...0xDFFF).contains(low) else { return nil }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func hex() -> UInt32? {
        var value: UInt32 = 0
        for byte in UnsafeBufferPointer(start: bytes + end, count: 4) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                value = value << 4 | UInt32((byte | 0x20) - 87)
            default: return nil
            }
        }
        end += 4
        return value
    }

    /// What the case calls itself is kept as it is written: a text that might change when it is composed is not for a row.
    mutating func caseName() -> Bool {
        let start = position
        var name: UnsafeBufferPointer<UInt8>
        switch bytes[start] {
        case UInt8(ascii: "\""):
            guard let text = text(at: start), ComposedText.isPlainly(text) else { return false }
            name = text
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            guard truth(start) != CaseRow.unknown else { return false }
            name = UnsafeBufferPointer(start: bytes + start, count: end - start)
        default:
            guard let digits = digits(start) else { return false }
            name = digits
        }
        row._withUnsafeGuaranteedRef { $0.name = $0.number(of: name) }
        token += 1
        return isEnded
    }
}
