/// Damages documents: some of it shows at once, some changes a value, some changes nothing.
struct DocumentMutator {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private static let pieces: [[UInt8]] =
        [
            "{", "}", "[", "]", ":", ",", "\"", "\\", " ", "\n", "\t", "\r", "\u{0}", "\u{B}", "\u{C}", "\u{1A}",
            "\u{7F}",
            "0", "00", "1", "-", "--", ".", "e5", "E+2", "1e400", "9223372036854775807", "-9223372036854775808",
            "99999999999999999999", "0.000000000000000000001", "null", "nul", "true", "tru", "false", "unknown", "NaN",
            "\"\"", "\"\\u0000\"", "\\uD83D", "\\uDCE6", "\\u00e9", "\\x", "\\u12", "\u{E9}", "e\u{301}", "\u{FEFF}",
            "\u{2028}",
            "{}", "[]", "[[[[[[[[[[[[[[[[[[[[", ",\"id\":1", ",\"id\":{}", "{\"id\":1,", ",,", "\"a\":1,", "//", "'",
            " USD", " EUR",
            "2026-02-30", "24:00", "+08:00", "Z", "60", "Infinity",
        ]
        .map { Array($0.utf8) } + [
            [0xFF], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE5, 0x8C],
        ]

    mutating func damaged(_ document: [UInt8]) -> [UInt8] {
        var bytes = document
        for _ in 0..<random.pick([1, 1, 1, 2, 4]) where bytes.count > 2 { damage(&bytes) }
        return bytes
    }

    private mutating func damage(_ bytes: inout [UInt8]) {
        let place = random.below(bytes.count)
        switch random.below(9) {
        case 0: bytes[place] ^= 1 << UInt8(random.below(8))
        case 1: bytes[place] = UInt8(random.below(256))
        case 2: bytes.remove(at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.below(20)))
        case 4: bytes.insert(contentsOf: random.pick(Self.pieces), at: place)
        case 5: bytes.replaceSubrange(token(bytes, place), with: random.pick(Self.pieces))
        case 6: bytes.replaceSubrange(token(bytes, place), with: Array(bytes[token(bytes, random.below(bytes.count))]))
        case 7: bytes.insert(contentsOf: Array(bytes[entry(bytes, place)]), at: entry(bytes, place).lowerBound)
        default: bytes.removeSubrange(entry(bytes, place))
        }
    }

    /// The stretch around a place without marks of structure.
    private func token(_ bytes: [UInt8], _ place: Int) -> Range<Int> { stretch(bytes, place, Array("{}[]:,".utf8)) }

    /// The stretch around a place without commas, with the comma before it: often a key and its value.
    private func entry(_ bytes: [UInt8], _ place: Int) -> Range<Int> {
        let stretch = stretch(bytes, place, Array("{}[],".utf8))
        return max(0, stretch.lowerBound - 1)..<stretch.upperBound
    }

    private func stretch(_ bytes: [UInt8], _ place: Int, _ marks: [UInt8]) -> Range<Int> {
        let start = bytes[..<place].lastIndex(where: marks.contains).map { $0 + 1 } ?? 0
        let end = bytes[place...].firstIndex(where: marks.contains) ?? bytes.count
        return start..<max(start, end)
    }
}
