/// Hashes of texts, with a seed that is new in every process: nobody can write a case whose texts all collide.
enum TextHash {
    private static let seed = UInt64.random(in: .min ... .max)

    @inline(__always)
    static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        var state = seed ^ UInt64(truncatingIfNeeded: count)
        var (rest, length) = (UnsafeRawPointer(bytes), count)
        while length >= 8 {
            state = fold(state ^ rest.loadUnaligned(as: UInt64.self))
            rest += 8
            length -= 8
        }
        // What is left is the end of a word that overlaps the one before, or a text of less than a word.
        if count >= 8 { return fold(state ^ (rest - (8 - length)).loadUnaligned(as: UInt64.self)) }
        var last: UInt64 = 0
        for index in 0..<length {
            last |= UInt64(rest.load(fromByteOffset: index, as: UInt8.self)) << UInt64(8 * index)
        }
        return fold(state ^ last)
    }

    /// Both halves of a product with an odd constant.
    @inline(__always)
    private static func fold(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
