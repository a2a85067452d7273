/// An exact fraction in lowest terms, as far as it fits.
struct Ratio: Equatable {
    /// A calculation has left `Int128`.
    struct Overflow: Error {}

    let numerator: Int128
    /// Positive.
    let denominator: Int128

    static let zero = Ratio(0)

    init(_ whole: Int128) {
        numerator = whole
        denominator = 1
    }

    private init(lowest numerator: Int128, _ denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    private init(_ numerator: Int128, over denominator: Int128) throws(Overflow) {
        if denominator == 1 {
            self.init(numerator)
            return
        }
        let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
        guard let top = Int128(exactly: numerator.magnitude / divisor),
            let bottom = Int128(exactly: denominator.magnitude / divisor)
        else { throw Overflow() }
        self.init(lowest: (numerator < 0) != (denominator < 0) ? -top : top, bottom)
    }

    var isZero: Bool { numerator == 0 }
    var isPositive: Bool { numerator > 0 }
    var isNegative: Bool { numerator < 0 }

    /// The greatest whole number that is not more.
    var floor: Int128 {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return rest < 0 ? quotient - 1 : quotient
    }

    private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
        var (left, right) = (left, right)
        while right != 0 {
            // Most are small, and then division is much quicker.
            if left <= UInt64.max, right <= UInt64.max {
                return UInt128(commonDivisor(UInt64(left), UInt64(right)))
            }
            (left, right) = (right, left % right)
        }
        return left
    }

    private static func commonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }

    private static func product(_ left: Int128, _ right: Int128) throws(Overflow) -> Int128 {
        let (product, isOver) = left.multipliedReportingOverflow(by: right)
        if isOver { throw Overflow() }
        return product
    }

    static func + (left: Ratio, right: Ratio) throws(Overflow) -> Ratio {
        let first = try product(left.numerator, right.denominator)
        let second = try product(right.numerator, left.denominator)
        let (sum, isOver) = first.addingReportingOverflow(second)
        if isOver || sum == .min { throw Overflow() }
        return try Ratio(sum, over: product(left.denominator, right.denominator))
    }

    static func - (left: Ratio, right: Ratio) throws(Overflow) -> Ratio { try left + (-right) }

    static func * (left: Ratio, right: Ratio) throws(Overflow) -> Ratio {
        if left.isZero || right.isZero { return .zero }
        // Crosswise in lowest terms first: the products are then as small as they can be.
        let first = try Ratio(left.numerator, over: right.denominator)
        let second = try Ratio(right.numerator, over: left.denominator)
        let top = try product(first.numerator, second.numerator)
        if top == .min { throw Overflow() }
        return try Ratio(top, over: product(first.denominator, second.denominator))
    }

    static func / (left: Ratio, right: Ratio) throws(Overflow) -> Ratio {
        if right.numerator == .min { throw Overflow() }
        return try left * Ratio(right.denominator, over: right.numerator)
    }

    static prefix func - (value: Ratio) throws(Overflow) -> Ratio {
        if value.numerator == .min { throw Overflow() }
        return try Ratio(-value.numerator, over: value.denominator)
    }

    static func < (left: Ratio, right: Ratio) throws(Overflow) -> Bool {
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        return try product(left.numerator, right.denominator) < product(right.numerator, left.denominator)
    }
}
