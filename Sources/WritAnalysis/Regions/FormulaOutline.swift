/// Between which bounds a formula keeps each variable: all its cases lie inside, and others may.
struct FormulaOutline {
    private var limits: [Variable: Interval] = [:]
    private var masks: [Variable: ValueMask] = [:]

    init(_ formula: Formula, _ table: FormulaTable) {
        var seen = Set<Formula>()
        var open = [formula]
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            switch table.nodes[next.node] {
            case .all(let parts) where !next.isNegated: open += parts
            case .atom(.atMost(let variable, let bound)):
                let side = next.isNegated ? Interval(bound + 1, .max) : Interval(.min, bound)
                limits[variable] = limits[variable]?.intersection(side) ?? side
            case .atom(.member(let variable, let mask)):
                let values = next.isNegated ? mask.complement : mask
                masks[variable] = masks[variable]?.intersection(values) ?? values
            default: break
            }
        }
    }

    /// Whether one can see that no case is in both.
    func isApart(from other: FormulaOutline) -> Bool {
        for (variable, interval) in limits {
            if let side = other.limits[variable], side.intersection(interval).isEmpty { return true }
        }
        for (variable, mask) in masks {
            if let values = other.masks[variable], values.intersection(mask).isEmpty { return true }
        }
        return false
    }
}
