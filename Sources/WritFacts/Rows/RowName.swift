/// A name that documents write in quotation marks, ready to be compared with a few loads.
struct RowName {
    /// The first eight bytes and the next eight, the closing mark being the last of the name; what is beyond it is masked out.
    private let head: UInt64
    private let headMask: UInt64
    private let tail: UInt64
    private let tailMask: UInt64
    /// Where the table of names has it, for those that are longer, and how many bytes it has without the marks.
    private let start: Int32
    let count: Int32

    /// How many bytes after a name are looked at when it is compared.
    static let padding = 16

    /// Adds the name to those of a table.
    ///
    /// What JSON writes as an escape is left to the careful reader: a name with such bytes becomes one that is in no text.
    init(_ name: String, in bytes: inout [UInt8]) {
        let utf8 = Array(name.utf8)
        let isPlain = utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        let closed = isPlain ? utf8 + [UInt8(ascii: "\"")] : Array(repeating: 0xFF, count: 8)
        start = Int32(bytes.count)
        count = Int32(closed.count - 1)
        bytes += closed
        (head, headMask) = Self.word(closed.prefix(8))
        (tail, tailMask) = Self.word(closed.dropFirst(8).prefix(8))
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> (UInt64, mask: UInt64) {
        var (word, mask): (UInt64, UInt64) = (0, 0)
        for (index, byte) in bytes.enumerated() {
            word |= UInt64(byte) << UInt64(8 * index)
            mask |= 0xFF << UInt64(8 * index)
        }
        return (word, mask)
    }

    /// Whether this name and its closing mark begin at `text`, which has `room` bytes and the padding.
    @inline(__always)
    func isAt(_ text: UnsafePointer<UInt8>, room: Int, names: UnsafePointer<UInt8>) -> Bool {
        if (Self.load(text) ^ head) & headMask != 0 { return false }
        if count < 8 { return true }
        if (Self.load(text + 8) ^ tail) & tailMask != 0 { return false }
        return count < 16 || isRestAt(text, room, names)
    }

    private func isRestAt(_ text: UnsafePointer<UInt8>, _ room: Int, _ names: UnsafePointer<UInt8>) -> Bool {
        guard Int(count) < room else { return false }
        let name = names + Int(start)
        for index in 16...Int(count) where text[index] != name[index] { return false }
        return true
    }

    @inline(__always)
    static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    /// The highest bit of each byte of a word that is `byte`. The lowest of them is right; above it one may be too many.
    @inline(__always)
    static func marks(_ byte: UInt8, in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let zeros = word ^ (ones &* UInt64(byte))
        return (zeros &- ones) & ~zeros & 0x8080_8080_8080_8080
    }

    /// A hash of a name's bytes, of which `bytes` has `count` and the padding. The tables are made when a policy is compiled
    /// and never grow, so no document can make them slow.
    @inline(__always)
    static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        let first = load(bytes)
        if count < 8 {
            let kept: UInt64 = 1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1
            return mixed(first & kept, 0, count)
        }
        return mixed(first, load(bytes + (count &- 8)), count)
    }

    @inline(__always)
    private static func mixed(_ first: UInt64, _ last: UInt64, _ count: Int) -> UInt64 {
        let mixed = (first ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
        let both = (mixed ^ (mixed &>> 32) ^ last) &* 0xD6E8_FEB8_6659_FD93
        return both ^ (both &>> 32)
    }
}
