import WritSemantics

/// Looks for constants so far out that the boxes, whose ends are cut to 64 bits, would say something else than the rows.
///
/// A column may be a calculation that leaves 64 bits. Beyond them nothing changes any more, unless a row's constant lies there.
enum FarConstants {
    /// Far from the ends at every scale that a column and a constant may have together.
    private static let limit: Int128 = 1 << 62

    /// Whether a row's condition writes a count that, brought to the scale of any column, comes near the ends.
    static func areIn(_ decision: Decision, _ space: ColumnSpace, constant: (Term) -> Int64?) -> Bool {
        let columns = space.columns.filter { $0.type.isQuantity }
        // Domains that end well within 64 bits hold all that such a column can be.
        if columns.allSatisfy({ $0.values.lowerBound > -limit && $0.values.upperBound < limit }) { return false }
        let scale = columns.map(\.type.scale).max() ?? 0
        return decision.rules.contains { isFar($0.condition, scale, constant) }
    }

    private static func isFar(_ term: Term, _ scale: Int, _ constant: (Term) -> Int64?) -> Bool {
        if let count = count(term, constant) {
            let power = (0..<max(0, scale - term.type.scale)).reduce(Int128(1)) { power, _ in
                Saturating.multiply(power, 10)
            }
            let scaled = Saturating.multiply(count, power)
            return scaled <= -limit || scaled >= limit
        }
        var found = false
        term.forEachOperand { if !found { found = isFar($0, scale, constant) } }
        return found
    }

    private static func count(_ term: Term, _ constant: (Term) -> Int64?) -> Int128? {
        switch term.kind {
        case .constant(.count(let count)): count
        case .param, .define: constant(term).map { Int128($0) }
        default: nil
        }
    }
}
