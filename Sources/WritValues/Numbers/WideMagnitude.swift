/// A non-negative integer of any width, for the few quotients whose intermediates leave 128 bits.
///
/// Plain schoolbook arithmetic: it runs so rarely that being evidently right counts for more than being fast.
struct WideMagnitude {
    /// The digits in base 2³², least significant first; no zero at the end.
    private var limbs: [UInt32] = []

    init(_ value: UInt128) {
        var rest = value
        while rest != 0 {
            limbs.append(UInt32(truncatingIfNeeded: rest))
            rest >>= 32
        }
    }

    var isZero: Bool { limbs.isEmpty }

    var bitWidth: Int { limbs.isEmpty ? 0 : limbs.count * 32 - limbs[limbs.count - 1].leadingZeroBitCount }

    mutating func multiply(by factor: UInt128) {
        let other = WideMagnitude(factor).limbs
        var product = [UInt32](repeating: 0, count: limbs.count + other.count)
        for (i, digit) in limbs.enumerated() {
            var carry: UInt64 = 0
            for (j, otherDigit) in other.enumerated() {
                let sum = UInt64(digit) * UInt64(otherDigit) + UInt64(product[i + j]) + carry
                product[i + j] = UInt32(truncatingIfNeeded: sum)
                carry = sum >> 32
            }
            product[i + other.count] = UInt32(carry)
        }
        limbs = product
        trim()
    }

    /// Negative, zero or positive as this is less than, equal to or greater than the other.
    func compared(with other: WideMagnitude) -> Int {
        if limbs.count != other.limbs.count { return limbs.count < other.limbs.count ? -1 : 1 }
        for i in limbs.indices.reversed() where limbs[i] != other.limbs[i] {
            return limbs[i] < other.limbs[i] ? -1 : 1
        }
        return 0
    }

    /// The whole quotient and what is left, one bit at a time; `nil` when the quotient does not fit in 128 bits.
    ///
    /// - Precondition: `divisor` is not zero.
    func divided(by divisor: WideMagnitude) -> (quotient: UInt128, rest: WideMagnitude)? {
        if bitWidth - divisor.bitWidth > 128 { return nil }
        var quotient: UInt128 = 0
        var rest = WideMagnitude(0)
        for bit in (0..<bitWidth).reversed() {
            rest.shiftIn(limbs[bit / 32] >> UInt32(bit % 32) & 1)
            let goes = rest.compared(with: divisor) >= 0
            if goes { rest.subtract(divisor) }
            if quotient >> 127 != 0 { return nil }
            quotient = quotient << 1 | (goes ? 1 : 0)
        }
        return (quotient, rest)
    }

    /// Doubles this and adds `bit`.
    private mutating func shiftIn(_ bit: UInt32) {
        var carry = bit
        for i in limbs.indices {
            let next = limbs[i] >> 31
            limbs[i] = limbs[i] << 1 | carry
            carry = next
        }
        if carry != 0 { limbs.append(carry) }
    }

    private mutating func subtract(_ other: WideMagnitude) {
        var borrow: Int64 = 0
        for i in limbs.indices {
            let difference = Int64(limbs[i]) - Int64(i < other.limbs.count ? other.limbs[i] : 0) - borrow
            limbs[i] = UInt32(truncatingIfNeeded: difference)
            borrow = difference < 0 ? 1 : 0
        }
        trim()
    }

    private mutating func trim() {
        while limbs.last == 0 { limbs.removeLast() }
    }
}
