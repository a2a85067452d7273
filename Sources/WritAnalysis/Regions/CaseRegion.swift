/// Cases that have something in common: a conjunction of atoms and negations of atoms.
struct CaseRegion: Sendable {
    var literals: [Formula]
}

/// Widens a case to the cases around it that are like it.
struct RegionFinder {
    let table: FormulaTable
    let solver: any CaseSolver
    let budget: SearchBudget

    /// A region around a case in which a goal holds everywhere, and from which no literal can be left out.
    ///
    /// Starts from everything the goal asks of the case, and leaves out one thing after another as long as the goal follows from the
    /// rest: a prime implicant. What was not settled stays in. Asks once for each atom below the goal.
    func region(around valuation: Valuation, in goal: Formula) -> CaseRegion {
        let reader = ValuationReader(table, valuation)
        var literals: [Formula] = []
        table.forEachNumberedAtom(of: [goal]) { node in
            let atom = Formula(node: node)
            literals.append(reader.holds(atom) ? atom : !atom)
        }
        // Later atoms are mostly those of conditions further down, so they go first.
        for literal in literals.reversed() {
            let rest = literals.filter { $0 != literal }
            if case .none = solver.solve(rest + [!goal], budget: budget) { literals = rest }
        }
        return CaseRegion(literals: literals)
    }
}

extension FormulaTable {
    /// Calls `visit` with the number of each atom below formulas, those inside definitions included, in the order of the table.
    func forEachNumberedAtom(of formulas: [Formula], _ visit: (Int) -> Void) {
        var seen = Set<Int>()
        var open = formulas.map(\.node)
        var definitions = Set<Variable>()
        func add(_ variable: Variable) {
            guard definitions.insert(variable).inserted, let definition = self[variable].definition else { return }
            if case .choice(let choices) = definition { open += choices.map(\.condition.node) }
            definition.variables.forEach(add)
        }
        while let node = open.popLast() {
            guard seen.insert(node).inserted else { continue }
            switch nodes[node] {
            case .truth: break
            case .all(let parts): open += parts.map(\.node)
            case .atom(.member(let variable, _)), .atom(.atMost(let variable, _)): add(variable)
            case .atom(.difference(let left, let right, _)):
                add(left)
                add(right)
            }
        }
        for node in seen.sorted() { if case .atom = nodes[node] { visit(node) } }
    }
}
