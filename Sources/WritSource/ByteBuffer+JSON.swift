extension ByteBuffer {
    /// Writes a text as it stands inside the quotes of a JSON string, as ``JSONWriter`` would.
    public mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        if Self.isPlain(text) { return append(text) }
        appendEscaped(String(decoding: text, as: UTF8.self))
    }

    /// Whether all bytes are printable ASCII, and none a quote or a backslash. Eight at a time: adding or taking away sets
    /// the highest bit of each byte that is out of range (after Bit Twiddling Hacks, "Determine if a word has a byte less
    /// than n").
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let raw = UnsafeRawBufferPointer(text)
        var offset = 0
        var found: UInt64 = 0
        while offset + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let (quote, backslash) = (word ^ (ones &* 0x22), word ^ (ones &* 0x5C))
            // Below 0x20, from 0x80, 0x7F by what is added; then the two that are looked for.
            found |= (word &- ones &* 0x20) | word | (word &+ ones)
            found |= ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
            offset += 8
        }
        if found & tops != 0 { return false }
        while offset < raw.count {
            let byte = raw[offset]
            if byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C { return false }
            offset += 1
        }
        return true
    }

    public mutating func appendEscaped(_ text: String) {
        var json = JSONWriter()
        json.string(text)
        var quoted = json.text
        quoted.withUTF8 { append(UnsafeBufferPointer(rebasing: $0[1..<$0.count - 1])) }
    }

    /// Writes a decimal: `count` · 10⁻ˢᶜᵃˡᵉ, without zeros at the end beyond `minimumDecimals`.
    ///
    /// - Parameter group: what stands between groups of three digits of the whole part, where it has more than
    ///   `groupsFrom` of them; nil for none.
    public mutating func appendDecimal(
        _ count: Int64, scale: Int, minimumDecimals: Int, group: [UInt8] = [],
        groupsFrom: Int = 3, decimal: [UInt8] = [0x2E]
    ) {
        // The digits, the last first: at most 19, or the scale and one.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { digits in
            var (rest, length) = (count.magnitude, 0)
            while rest > 0 || length <= scale {
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                digits[length] = UInt8(0x30 + digit)
                (rest, length) = (quotient, length + 1)
            }
            if count < 0 { append(0x2D) }
            let whole = length - scale
            for place in 0..<whole {
                if place > 0, !group.isEmpty, whole > groupsFrom, (whole - place) % 3 == 0 {
                    group.withUnsafeBufferPointer { append($0) }
                }
                append(digits[length - 1 - place])
            }
            var last = 0
            while last < scale, scale - last > minimumDecimals, digits[last] == 0x30 { last += 1 }
            let padding = max(0, minimumDecimals - scale)
            if last < scale || padding > 0 { decimal.withUnsafeBufferPointer { append($0) } }
            for place in stride(from: scale - 1, through: last, by: -1) { append(digits[place]) }
            for _ in 0..<padding { append(0x30) }
        }
    }

    /// Writes a number of two or four digits, with zeros before it.
    @inline(__always)
    public mutating func appendDigits(_ number: Int, width: Int) {
        var rest = number
        let place = room(width)
        for index in stride(from: width - 1, through: 0, by: -1) {
            place[index] = UInt8(0x30 + rest % 10)
            rest /= 10
        }
        advance(width)
    }
}
