/// Arithmetic on exact decimals, each an integer count of 10⁻ˢᶜᵃˡᵉ.
///
/// Nothing here rounds unless asked to, and nothing traps on a large argument: what does not fit is `nil`, and what can be
/// answered without fitting (a comparison, a quotient of huge numbers) is answered.
public enum Exact {
    /// The scales which may be asked for: 10³⁸ is the largest power of ten in `Int128`.
    public static let scales = 0...38

    /// 10ⁿ.
    ///
    /// - Precondition: `n` is in ``scales``.
    public static func power(of10 n: Int) -> Int128 { powers[n] }

    private static let powers: [Int128] = {
        var powers: [Int128] = [1]
        for _ in 1...38 { powers.append(powers[powers.count - 1] * 10) }
        return powers
    }()

    /// The same number at another scale; `nil` when it has more decimals than that, or leaves `Int128`.
    public static func rescale(_ count: Int128, from: Int, to: Int) -> Int128? {
        if from == to { return count }
        if from < to {
            let (result, overflow) = count.multipliedReportingOverflow(by: power(of10: to - from))
            return overflow ? nil : result
        }
        let (result, rest) = count.quotientAndRemainder(dividingBy: power(of10: from - to))
        return rest == 0 ? result : nil
    }

    /// `count` brought to a multiple of `unit` at the same scale; `nil` when that leaves `Int128`.
    ///
    /// - Precondition: `unit` is positive.
    public static func round(_ count: Int128, toMultipleOf unit: Int128, _ mode: RoundingMode = .halfUp) -> Int128? {
        precondition(unit > 0, "a unit is positive")
        let (quotient, rest) = count.quotientAndRemainder(dividingBy: unit)
        if rest == 0 { return count }
        let magnitude = quotient.magnitude
        let left = unit.magnitude - rest.magnitude
        let against = rest.magnitude < left ? -1 : (rest.magnitude == left ? 0 : 1)
        let up = mode.goesUp(isOdd: magnitude & 1 == 1, remainderAgainstHalf: against)
        return signed(magnitude + (up ? 1 : 0), isNegative: count < 0, times: unit)
    }

    /// Compares two numbers of different scales: negative, zero or positive as `a` is less, equal or greater. Never overflows.
    public static func compare(_ a: Int128, scale aScale: Int, with b: Int128, scale bScale: Int) -> Int {
        if aScale == bScale { return a < b ? -1 : (a == b ? 0 : 1) }
        return aScale < bScale
            ? compareProducts(a, power(of10: bScale - aScale), b, 1)
            : compareProducts(a, 1, b, power(of10: aScale - bScale))
    }

    /// Compares `a/b` with `c/d` by cross-multiplying: negative, zero or positive. Exact, and never overflows.
    ///
    /// - Precondition: neither denominator is zero; either may be negative.
    public static func compareQuotients(_ a: Int128, over b: Int128, with c: Int128, over d: Int128) -> Int {
        precondition(b != 0 && d != 0, "a quotient has a denominator")
        let order = compareProducts(a, d, c, b)
        return (b < 0) == (d < 0) ? order : -order
    }

    /// Compares `a·b` with `c·d`.
    static func compareProducts(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128) -> Int {
        let (left, leftOverflow) = a.multipliedReportingOverflow(by: b)
        let (right, rightOverflow) = c.multipliedReportingOverflow(by: d)
        if !leftOverflow, !rightOverflow { return left < right ? -1 : (left == right ? 0 : 1) }
        let wideLeft = a.multipliedFullWidth(by: b)
        let wideRight = c.multipliedFullWidth(by: d)
        if wideLeft.high != wideRight.high { return wideLeft.high < wideRight.high ? -1 : 1 }
        return wideLeft.low < wideRight.low ? -1 : (wideLeft.low == wideRight.low ? 0 : 1)
    }

    /// `±magnitude · unit`, or `nil` when that leaves `Int128`.
    static func signed(_ magnitude: UInt128, isNegative: Bool, times unit: Int128) -> Int128? {
        let (product, overflow) = magnitude.multipliedReportingOverflow(by: unit.magnitude)
        if overflow { return nil }
        if isNegative {
            return product <= Int128.min.magnitude ? Int128(truncatingIfNeeded: 0 &- product) : nil
        }
        return Int128(exactly: product)
    }
}
