import WritValues

/// A fraction of two exact decimals, not reduced: a quotient as it was written.
struct Ratio: Hashable {
    var numerator: Int128
    var scale: Int
    /// Never zero.
    var divisor: Int128
    var divisorScale: Int

    init(_ numerator: Int128, scale: Int, over divisor: Int128 = 1, scale divisorScale: Int = 0) {
        self.numerator = numerator
        self.scale = scale
        self.divisor = divisor
        self.divisorScale = divisorScale
    }

    /// Negative, zero or positive as it is less than, equal to or greater than `other`. Exact for all operands.
    ///
    /// n·10ᵗ⁻ˢ / d is compared with the other by multiplying crosswise, in integers as wide as they need to be.
    func compared(with other: Ratio) -> Int {
        let signs = (sign, other.sign)
        if signs.0 != signs.1 { return signs.0 < signs.1 ? -1 : 1 }
        let exponent = (divisorScale - scale) - (other.divisorScale - other.scale)
        let left = WideProduct([numerator.magnitude, other.divisor.magnitude], tens: max(0, exponent))
        let right = WideProduct([other.numerator.magnitude, divisor.magnitude], tens: max(0, -exponent))
        return left.compared(with: right) * (signs.0 < 0 ? -1 : 1)
    }

    /// The nearest multiple of `unit`; nil when it leaves `Int128`.
    func rounded(to unit: Int128, scale unitScale: Int, _ mode: RoundingMode) -> Int128? {
        Exact.roundedQuotient(
            numerator, scale: scale, over: divisor, scale: divisorScale, unit: unit, unitScale: unitScale, mode: mode)
    }

    private var sign: Int { numerator.signum().asInt * divisor.signum().asInt }
}

extension Int128 {
    fileprivate var asInt: Int { Int(truncatingIfNeeded: self) }
}

/// A product of magnitudes, as wide as it needs to be: digits of base 2³², the lowest first, none of the highest zero.
struct WideProduct {
    private var digits: [UInt64] = [1]

    init(_ factors: [UInt128], tens: Int) {
        for factor in factors { multiply(by: factor) }
        for _ in 0..<tens { multiply(by: 10) }
    }

    /// Schoolbook multiplication.
    private mutating func multiply(by factor: UInt128) {
        let others = (0..<4).map { UInt64(truncatingIfNeeded: factor >> (32 * UInt128($0))) & 0xFFFF_FFFF }
        var product = [UInt64](repeating: 0, count: digits.count + others.count)
        for (place, digit) in digits.enumerated() {
            var carry: UInt64 = 0
            for (offset, other) in others.enumerated() {
                let sum = product[place + offset] + digit * other + carry
                product[place + offset] = sum & 0xFFFF_FFFF
                carry = sum >> 32
            }
            product[place + others.count] += carry
        }
        while product.last == 0 { product.removeLast() }
        digits = product
    }

    func compared(with other: WideProduct) -> Int {
        if digits.count != other.digits.count { return digits.count < other.digits.count ? -1 : 1 }
        for (mine, theirs) in zip(digits.reversed(), other.digits.reversed()) where mine != theirs {
            return mine < theirs ? -1 : 1
        }
        return 0
    }
}
