import Testing
import WritValues

@Suite struct RoundedQuotientTests {
    func cents(_ n: Int128, _ d: Int128, _ mode: RoundingMode = .halfUp) -> Int128? {
        Exact.roundedQuotient(n, scale: 0, over: d, scale: 0, unit: 1, unitScale: 2, mode: mode)
    }

    @Test func handChecked() {
        #expect(cents(1, 3) == 33)
        #expect(cents(2, 3) == 67)
        #expect(cents(-2, 3) == -67)
        #expect(cents(1, 8) == 13)
        #expect(cents(1, 8, .halfEven) == 12)
        #expect(cents(1, 8, .down) == 12)
        #expect(cents(-1, -8, .up) == 13)
        #expect(cents(1, 0) == nil)
        #expect(cents(0, -7) == 0)
        // 19.99 / 3 to 0.05: 6.6633… is nearest to 6.65.
        #expect(Exact.roundedQuotient(1999, scale: 2, over: 3, scale: 0, unit: 5, unitScale: 2) == 665)
        // 7.25 % of 100.00 as 10000 · 0.0725 / 1.
        #expect(Exact.roundedQuotient(7_250_000, scale: 6, over: 1, scale: 0, unit: 1, unitScale: 2) == 725)
    }

    @Test func wideIntermediatesDoNotOverflow() {
        let huge = Int128.max
        #expect(
            Exact.roundedQuotient(huge, scale: 0, over: huge, scale: 0, unit: 1, unitScale: 38) == Exact.power(of10: 38)
        )
        #expect(Exact.roundedQuotient(huge, scale: 38, over: huge, scale: 38, unit: 1, unitScale: 0) == 1)
        #expect(Exact.roundedQuotient(.min, scale: 0, over: 1, scale: 0, unit: 1, unitScale: 0) == .min)
        #expect(Exact.roundedQuotient(.min, scale: 0, over: -1, scale: 0, unit: 1, unitScale: 0) == nil)
        #expect(Exact.roundedQuotient(huge, scale: 0, over: 1, scale: 0, unit: 1, unitScale: 1) == nil)
        #expect(Exact.roundedQuotient(huge, scale: 0, over: 1, scale: 38, unit: 1, unitScale: 38) == nil)
        #expect(Exact.roundedQuotient(1, scale: 38, over: huge, scale: 0, unit: huge, unitScale: 0) == 0)
        #expect(Exact.roundedQuotient(1, scale: 38, over: huge, scale: 0, unit: huge, unitScale: 0, mode: .up) == huge)
        // A tie which only 256 bits can see: (2·10³⁷ + 1) / 2 units of 10⁻³⁸ over 1.
        let tie = 2 * Exact.power(of10: 37) + 1
        #expect(
            Exact.roundedQuotient(tie, scale: 38, over: 20, scale: 1, unit: 1, unitScale: 38) == Exact.power(of10: 37)
                + 1)
        #expect(
            Exact.roundedQuotient(tie, scale: 38, over: 20, scale: 1, unit: 1, unitScale: 38, mode: .halfEven)
                == Exact.power(of10: 37))
    }

    /// Scaling numerator and denominator alike changes the path through the code, not the answer.
    @Test func wideAndNarrowAgree() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<3000 {
            let n = Int128(Int.random(in: -1_000_000...1_000_000, using: &random))
            let d = Int128(Int.random(in: 1...10_000, using: &random)) * (Bool.random(using: &random) ? 1 : -1)
            let unit = Int128(Int.random(in: 1...50, using: &random))
            let scale = Int.random(in: 0...4, using: &random)
            let factor = Exact.power(of10: 31)
            for mode in RoundingMode.allCases {
                let narrow = Exact.roundedQuotient(
                    n, scale: scale, over: d, scale: 1, unit: unit, unitScale: 2, mode: mode)
                let wide = Exact.roundedQuotient(
                    n * factor, scale: scale, over: d * factor, scale: 1, unit: unit, unitScale: 2, mode: mode)
                #expect(narrow == wide)
                // A quotient over 1 is a rounding.
                let whole = Exact.roundedQuotient(n, scale: 2, over: 1, scale: 0, unit: unit, unitScale: 2, mode: mode)
                #expect(whole == Exact.round(n, toMultipleOf: unit, mode))
            }
        }
    }

    /// A rounded quotient is the multiple that its mode promises: checked by comparing exact quotients.
    @Test func theNearestMultiple() {
        var random = SplitMix64(seed: 2)
        for _ in 0..<3000 {
            let n =
                Int128(Int64.random(in: .min ... .max, using: &random))
                << Int128(Int.random(in: 0...50, using: &random))
            let d =
                Int128(Int64.random(in: 1 ... .max, using: &random)) << Int128(Int.random(in: 0...30, using: &random))
            let unit = Int128(Int.random(in: 1...100, using: &random))
            let q = Exact.roundedQuotient(n, scale: 0, over: d, scale: 0, unit: unit, unitScale: 3, mode: .halfUp)!
            #expect(q % unit == 0)
            // |n/d - q/1000| <= unit/2000, as (2q - unit)/2000 <= n/d <= (2q + unit)/2000.
            #expect(Exact.compareQuotients(2 * q - unit, over: 2000, with: n, over: d) <= 0)
            #expect(Exact.compareQuotients(n, over: d, with: 2 * q + unit, over: 2000) <= 0)
        }
    }
}
