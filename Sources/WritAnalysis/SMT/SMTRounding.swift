import WritValues

/// A division of whole numbers that is rounded, as SMT-LIB says it.
///
/// Its `div` goes down where the divisor is positive, also below zero, and the language rounds by the magnitude: so the sign is split off
/// where it is not known.
struct SMTRounding {
    /// What the dividend and a divisor are multiplied by.
    let factor: String
    let divisor: String
    let unit: Int128
    let mode: RoundingMode

    /// The quotient n·10⁻ˢ / d·10⁻ᵗ in units u·10⁻ᵛ is n·10ᵗ⁺ᵛ / d·u·10ˢ, as in `Exact.roundedQuotient`.
    init(_ rounding: Definition.Rounding) {
        let exponent = rounding.divisorScale + rounding.unitScale - rounding.scale
        unit = rounding.unit
        mode = rounding.mode
        if exponent < 0 {
            factor = "1"
            divisor = "\(unit)" + String(repeating: "0", count: -exponent)
        } else if exponent <= 38 {
            let power = Exact.power(of10: exponent)
            let common = Self.commonDivisor(power, unit)
            factor = "\(power / common)"
            divisor = "\(unit / common)"
        } else {
            factor = "1" + String(repeating: "0", count: exponent)
            divisor = "\(unit)"
        }
    }

    private static func commonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
        right == 0 ? left : commonDivisor(right, left % right)
    }

    /// How many units `dividend` / `divisor` is, rounded.
    ///
    /// - Parameters:
    ///   - dividend: a term, read several times: a name.
    ///   - divisor: a positive term, read several times.
    ///   - range: an interval in which the dividend's sign can be seen.
    func quotient(_ dividend: String, over divisor: String, in range: Interval) -> String {
        if mode == .halfEven { return Self.nearestEven(dividend, divisor) }
        let positive = magnitude(dividend, divisor)
        let negative = SMTText.negated(magnitude(SMTText.negated(dividend), divisor))
        if range.low >= 0 { return positive }
        if range.high <= 0 { return negative }
        return "(ite (>= \(dividend) 0) \(positive) \(negative))"
    }

    /// The rounded quotient of a dividend that is not negative.
    private func magnitude(_ dividend: String, _ divisor: String) -> String {
        switch mode {
        case .down: "(div \(dividend) \(divisor))"
        // The opposite of rounding the opposite down.
        case .up: "(- (div (- \(dividend)) \(divisor)))"
        case .halfUp, .halfEven: "(div (+ (* 2 \(dividend)) \(divisor)) (* 2 \(divisor)))"
        }
    }

    /// Symmetric: a tie goes to the even neighbour on both sides of zero. Half up, less one where it was a tie and came out odd.
    private static func nearestEven(_ dividend: String, _ divisor: String) -> String {
        let top = "(+ (* 2 \(dividend)) \(divisor))"
        let bottom = "(* 2 \(divisor))"
        return "(let ((q (div \(top) \(bottom)))) (ite (and (= (* \(bottom) q) \(top)) (= (mod q 2) 1)) (- q 1) q))"
    }
}
