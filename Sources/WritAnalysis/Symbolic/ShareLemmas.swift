import WritValues

/// What is true of a share whatever it is a share of, where no bounds tell: a part of something is at most all of it.
enum ShareLemmas {
    /// Of a dividend divided by what is above 0: which side of 0 and of 1 the result is on. Where the dividend is a product, the result is no
    /// farther from 0 than one factor, if the other is at most the divisor.
    static func lemma(
        _ table: FormulaTable, _ result: Variable, _ dividend: Variable, _ divisor: Variable,
        _ rounding: Definition.Rounding
    ) -> Formula {
        var parts = [
            table.implies(table.atLeast(dividend, 0), table.atLeast(result, 0)),
            table.implies(table.atMost(dividend, 0), table.atMost(result, 0)),
        ]
        if let (whole, unit) = scaled(table, divisor, by: rounding.scale - rounding.divisorScale),
            let one = rounding(unit, over: 1)
        {
            parts.append(table.implies(table.difference(dividend, whole, atMost: 0), table.atMost(result, one)))
            parts.append(table.implies(table.difference(whole, dividend, atMost: 0), table.atLeast(result, one)))
        }
        // A factor that has the unit's scale stays what it is where it is rounded, so nothing below it is rounded beyond it. Of a product that
        // can leave `Int128` nothing is said: there it may be anything.
        let range = table.interval(of: dividend)
        if case .product(let left, let right)? = table[dividend].definition, rounding.unit == 1,
            rounding.scale - rounding.divisorScale == rounding.unitScale, range.low != .min, range.high != .max
        {
            for (share, whole) in [(left, right), (right, left)] {
                let isShare = table.all([table.atLeast(share, 0), table.difference(share, divisor, atMost: 0)])
                parts.append(
                    table.implies(
                        table.all([isShare, table.atLeast(whole, 0)]), table.difference(result, whole, atMost: 0)))
            }
        }
        return table.implies(table.atLeast(divisor, 1), table.all(parts))
    }

    /// The divisor in counts of the dividend's scale, and what a count of the one is in counts of the other; nil where it would have to be
    /// cut, or might leave `Int128`.
    private static func scaled(
        _ table: FormulaTable, _ divisor: Variable, by decimals: Int
    ) -> (whole: Variable, unit: Int128)? {
        if decimals == 0 { return (divisor, 1) }
        guard (1...18).contains(decimals) else { return nil }
        let factor = Exact.power(of10: decimals)
        let whole = table.define(
            .linear([Definition.Part(coefficient: factor, variable: divisor)], constant: 0), name: table[divisor].name)
        let range = table.interval(of: whole)
        return range.low == .min || range.high == .max ? nil : (whole, factor)
    }
}
