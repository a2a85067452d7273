/// The SHA-256 digest (FIPS 180-4).
///
/// The product's own, because the usual package costs over a minute of build for this one function.
public struct SHA256: Sendable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    private var block: [UInt8] = []
    private var length: UInt64 = 0

    public init() { block.reserveCapacity(64) }

    /// The digest of some bytes as 64 lower-case hexadecimal digits.
    public static func hexDigest(_ bytes: some Sequence<UInt8>) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.hexDigest()
    }

    /// Takes in more bytes.
    public mutating func update(_ bytes: some Sequence<UInt8>) {
        // Files are long, and byte by byte through an iterator costs five times what hashing them does.
        if bytes.withContiguousStorageIfAvailable({ take($0[...]) }) == nil {
            Array(bytes).withUnsafeBufferPointer { take($0[...]) }
        }
    }

    private mutating func take(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        var rest = bytes
        length &+= 8 &* UInt64(bytes.count)
        while !rest.isEmpty {
            let part = rest.prefix(64 - block.count)
            block.append(contentsOf: part)
            rest = rest[part.endIndex...]
            if block.count == 64 { compress() }
        }
    }

    /// The 32 bytes of the digest of all bytes taken in so far; more may be taken in afterwards.
    public func digest() -> [UInt8] {
        var last = self
        let bits = length
        last.update([0x80])
        last.update(repeatElement(0, count: (120 - last.block.count) % 64))
        last.update((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
        return last.state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
    }

    /// The digest as 64 lower-case hexadecimal digits.
    public func hexDigest() -> String {
        let digits = Array("0123456789abcdef")
        return String(digest().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    private mutating func compress() {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
            block.withUnsafeBufferPointer { Self.spread($0, over: schedule) }
            Self.constants.withUnsafeBufferPointer { constants in
                state.withUnsafeMutableBufferPointer { Self.mix(schedule, constants, into: $0) }
            }
        }
        block.removeAll(keepingCapacity: true)
    }

    /// The sixteen words of a block, and the forty-eight that follow from them.
    private static func spread(_ block: UnsafeBufferPointer<UInt8>, over schedule: UnsafeMutableBufferPointer<UInt32>) {
        for i in 0..<16 {
            let (high, low) = (UInt32(block[4 * i]) << 8 | UInt32(block[4 * i + 1]), UInt32(block[4 * i + 2]) << 8)
            schedule[i] = high << 16 | low | UInt32(block[4 * i + 3])
        }
        for i in 16..<64 {
            let (w15, w2) = (schedule[i &- 15], schedule[i &- 2])
            let s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 &>> 3)
            let s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 &>> 10)
            schedule[i] = schedule[i &- 16] &+ s0 &+ schedule[i &- 7] &+ s1
        }
    }

    private static func mix(
        _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>,
        into state: UnsafeMutableBufferPointer<UInt32>
    ) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        // Eight at a time, each with the names moved on by one, in place of moving the values.
        for i in stride(from: 0, to: 64, by: 8) {
            mix(a, b, c, &d, e, f, g, &h, constants[i] &+ schedule[i])
            mix(h, a, b, &c, d, e, f, &g, constants[i &+ 1] &+ schedule[i &+ 1])
            mix(g, h, a, &b, c, d, e, &f, constants[i &+ 2] &+ schedule[i &+ 2])
            mix(f, g, h, &a, b, c, d, &e, constants[i &+ 3] &+ schedule[i &+ 3])
            mix(e, f, g, &h, a, b, c, &d, constants[i &+ 4] &+ schedule[i &+ 4])
            mix(d, e, f, &g, h, a, b, &c, constants[i &+ 5] &+ schedule[i &+ 5])
            mix(c, d, e, &f, g, h, a, &b, constants[i &+ 6] &+ schedule[i &+ 6])
            mix(b, c, d, &e, f, g, h, &a, constants[i &+ 7] &+ schedule[i &+ 7])
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
        state[5] &+= f
        state[6] &+= g
        state[7] &+= h
    }

    /// One of the 64 rounds, with what is the word and the constant of it.
    @inline(__always)
    private static func mix(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ word: UInt32
    ) {
        let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let first = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ word
        let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        d &+= first
        h = first &+ s0 &+ ((a & b) ^ (c & (a ^ b)))
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

    /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
