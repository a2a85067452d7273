/// Memory that a ``RowWalk`` works in, used again for one document after another.
final class RowScratch {
    /// One bit a field of each object that is being read: whether it was there.
    let bits: UnsafeMutablePointer<UInt64>
    let bitCapacity: Int
    /// 10⁰ to 10¹⁸.
    let powers: UnsafeMutablePointer<Int64>
    /// A text whose escapes are being decoded.
    private var text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 256)
    private var textCount = 0

    init(bitCapacity: Int) {
        self.bitCapacity = bitCapacity
        bits = .allocate(capacity: max(1, bitCapacity))
        bits.initialize(repeating: 0, count: max(1, bitCapacity))
        powers = .allocate(capacity: 19)
        powers[0] = 1
        for exponent in 1..<19 { powers[exponent] = powers[exponent - 1] * 10 }
    }

    deinit {
        bits.deallocate()
        powers.deallocate()
        text.deallocate()
    }

    // MARK: Decoded texts

    var decodedText: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: text[..<textCount]) }

    func beginText() { textCount = 0 }

    func append(_ byte: UInt8) { withUnsafePointer(to: byte) { append($0, 1) } }

    func append(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        if textCount + count > text.count { grow(to: (textCount + count) * 2) }
        (text.baseAddress! + textCount).update(from: bytes, count: count)
        textCount += count
    }

    private func grow(to size: Int) {
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
        larger.baseAddress!.update(from: text.baseAddress!, count: textCount)
        text.deallocate()
        text = larger
    }
}
