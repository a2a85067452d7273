extension Exact {
    /// The quotient of two decimals, rounded to a multiple of a unit: a count at `unitScale`.
    ///
    /// The quotient n·10⁻ˢ / d·10⁻ᵗ is measured in units u·10⁻ᵛ, which is n·10ᵗ⁺ᵛ / d·u·10ˢ: one division of integers,
    /// rounded once. Intermediates are as wide as they need to be, so the answer is exact whenever it fits.
    ///
    /// - Parameters:
    ///   - n: the numerator's count at `scale`.
    ///   - d: the denominator's count at `divisorScale`.
    ///   - unit: a positive count at `unitScale`: 5 at 2 rounds to 0.05.
    /// - Returns: a multiple of `unit`; `nil` when `d` is zero or the result leaves `Int128`.
    /// - Precondition: the three scales are in ``scales``.
    public static func roundedQuotient(
        _ n: Int128, scale: Int, over d: Int128, scale divisorScale: Int, unit: Int128, unitScale: Int,
        mode: RoundingMode = .halfUp
    ) -> Int128? {
        precondition(unit > 0, "a unit is positive")
        if d == 0 { return nil }
        if n == 0 { return 0 }
        let isNegative = (n < 0) != (d < 0)
        let exponent = divisorScale + unitScale - scale
        guard
            let units = narrowQuotient(n.magnitude, d.magnitude, unit.magnitude, exponent, mode)
                ?? wideQuotient(n.magnitude, d.magnitude, unit.magnitude, exponent, mode)
        else { return nil }
        return signed(units, isNegative: isNegative, times: unit)
    }

    /// The common case: every intermediate fits in 128 bits. `nil` when one does not.
    private static func narrowQuotient(
        _ n: UInt128, _ d: UInt128, _ unit: UInt128, _ exponent: Int, _ mode: RoundingMode
    ) -> UInt128? {
        guard abs(exponent) <= 38 else { return nil }
        let ten = power(of10: abs(exponent)).magnitude
        let (top, topOverflow) = exponent > 0 ? n.multipliedReportingOverflow(by: ten) : (n, false)
        let (product, productOverflow) = d.multipliedReportingOverflow(by: unit)
        let (bottom, bottomOverflow) = exponent < 0 ? product.multipliedReportingOverflow(by: ten) : (product, false)
        if topOverflow || productOverflow || bottomOverflow { return nil }
        let (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
        if rest == 0 { return quotient }
        let left = bottom - rest
        let against = rest < left ? -1 : (rest == left ? 0 : 1)
        return mode.goesUp(isOdd: quotient & 1 == 1, remainderAgainstHalf: against) ? quotient + 1 : quotient
    }

    private static func wideQuotient(
        _ n: UInt128, _ d: UInt128, _ unit: UInt128, _ exponent: Int, _ mode: RoundingMode
    ) -> UInt128? {
        var top = WideMagnitude(n)
        var bottom = WideMagnitude(d)
        bottom.multiply(by: unit)
        var tens = exponent
        while tens != 0 {
            let step = min(abs(tens), 38)
            if tens > 0 {
                top.multiply(by: power(of10: step).magnitude)
                tens -= step
            } else {
                bottom.multiply(by: power(of10: step).magnitude)
                tens += step
            }
        }
        guard let (quotient, rest) = top.divided(by: bottom) else { return nil }
        if rest.isZero { return quotient }
        var twice = rest
        twice.multiply(by: 2)
        let against = twice.compared(with: bottom)
        guard mode.goesUp(isOdd: quotient & 1 == 1, remainderAgainstHalf: against) else { return quotient }
        let (next, overflow) = quotient.addingReportingOverflow(1)
        return overflow ? nil : next
    }
}
