extension FormulaTable {
    /// Whether it is seen at a glance that goals can be met: each part of them is about variables of its own, which may have any value.
    /// False where that is not seen.
    ///
    /// Most conditions of a policy are like that, and need no search.
    ///
    /// - Parameter isFree: whether a told variable may have any value of its domain, whatever the others have.
    func isPossibleAtAGlance(_ goals: [Formula], isFree: @escaping (Variable) -> Bool) -> Bool {
        var glance = Glance(table: self, isFree: isFree)
        return goals.allSatisfy { glance.meets($0) }
    }

    private struct Glance {
        let table: FormulaTable
        let isFree: (Variable) -> Bool
        var used: [Variable] = []
        var partsLeft = 64

        mutating func meets(_ goal: Formula) -> Bool {
            partsLeft -= 1
            if partsLeft < 0 { return false }
            switch table.nodes[goal.node] {
            case .truth: return goal == .yes
            case .all(let parts):
                if !goal.isNegated { return parts.allSatisfy { meets($0) } }
                return parts.contains { part in
                    let before = used.count
                    if meets(!part) { return true }
                    used.removeLast(used.count - before)
                    return false
                }
            // Neither truth of an atom is excluded by the domains, or it would be none.
            case .atom(.member(let variable, _)), .atom(.atMost(let variable, _)): return use(variable)
            case .atom(.difference(let left, let right, _)): return use(left) && use(right)
            }
        }

        private mutating func use(_ variable: Variable) -> Bool {
            if table[variable].definition != nil || used.contains(variable) || !isFree(variable) { return false }
            used.append(variable)
            return true
        }
    }
}
