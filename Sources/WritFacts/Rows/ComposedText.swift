/// Which texts are in normal form C at first sight.
enum ComposedText {
    /// Whether every character is of a kind that is in normal form C whatever stands beside it. Other texts may be too.
    ///
    /// - Precondition: the bytes are UTF-8.
    @inline(__always)
    static func isPlainly(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var (rest, count) = (UnsafeRawPointer(text.baseAddress), text.count)
        while count >= 8 {
            if rest!.loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return isPlainBeyondASCII(text) }
            rest! += 8
            count -= 8
        }
        for byte in text.suffix(count) where byte >= 0x80 { return isPlainBeyondASCII(text) }
        return true
    }

    private static func isPlainBeyondASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var decoder = UTF8()
        var bytes = text.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&bytes) {
            if scalar.value >= 0x300, !isPlain(scalar.value) { return false }
        }
        return true
    }

    /// Letters and marks that neither combine nor decompose; below U+0300 all are such, decomposing ones being composed.
    static func isPlain(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x300, 0x388...0x482, 0x48A...0x52F: true
        case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20C0, 0x2190...0x21FF, 0x2500...0x27BF: true
        case 0x3001...0x3029, 0x3041...0x3096, 0x309B...0x30FF: true
        case 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFE0F, 0xFF01...0xFF5E, 0x1F300...0x1FAFF: true
        default: false
        }
    }
}
