import WritSource

extension JSONReader {
    /// The next byte, or nil at the end.
    var peek: UInt8? { position < end ? bytes[position] : nil }

    mutating func skipSpace() {
        while position < end, bytes[position].isJSONSpace { position += 1 }
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Skips a word that no letter or digit continues.
    mutating func skip(word: StaticString) -> Bool {
        let after = position + word.utf8CodeUnitCount
        guard after <= end else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[position + offset] != word.utf8Start[offset] {
            return false
        }
        if after < end, bytes[after].isWordByte { return false }
        position = after
        return true
    }

    mutating func skipDigits() {
        while position < end, bytes[position].isDigit { position += 1 }
    }

    /// Where the word at `offset` ends: at least one character on, unless at the end.
    func wordEnd(from offset: Int) -> Int {
        guard offset < end else { return end }
        var after = offset
        while after < end, bytes[after].isWordByte { after += 1 }
        return after > offset ? after : min(end, offset + file.scalarLength(at: offset))
    }
}

extension UInt8 {
    var isJSONSpace: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
            || self == UInt8(ascii: "\t")
    }

    var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }

    /// A byte that people would read as going on with the word or number before it.
    var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
        case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "$"): true
        default: false
        }
    }
}
