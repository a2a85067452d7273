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
        let candidates = RegionLiterals(table, valuation, goal)
        let known = candidates.ofKnown
        var literals = known
        if literals != candidates.inOrder, !follows(goal, from: literals) {
            // It may need one of them all the same, or the question is hard: then they are left out one by one, before all others.
            literals = candidates.inOrder.filter { !known.contains($0) } + known
        }
        for literal in literals {
            let rest = literals.filter { $0 != literal }
            if follows(goal, from: rest) { literals = rest }
        }
        return CaseRegion(literals: literals.reversed() + candidates.told(in: literals))
    }

    private func follows(_ goal: Formula, from literals: [Formula]) -> Bool {
        if case .none = solver.solve(literals + [!goal], budget: budget) { true } else { false }
    }
}
