// What is not settled as a whole may be settled in parts: that a share is between 0 and 1 is two questions, and each rests on other sums.
extension CaseSearch {
    /// More alternatives are not tried one by one.
    private static let most = 4

    /// Asks again with one alternative after the other of a disjunction in the first goal.
    ///
    /// - Returns: a case, or that there is none; nil where that does not settle it either.
    func solveAlternatives(_ goals: [Formula], lemmas: [Formula], budget: SearchBudget) -> SearchResult? {
        for alternatives in alternatives(of: goals) {
            let results = alternatives.lazy.map { self.solveWhole(goals + [$0], lemmas: lemmas, budget: budget) }
            var isNone = true
            for result in results {
                if case .found = result { return result }
                guard case .none = result else {
                    isNone = false
                    break
                }
            }
            if isNone { return SearchResult.none }
        }
        return nil
    }

    /// The disjunctions that the first goal says, the last one first: what a promise denies comes after what it presumes.
    private func alternatives(of goals: [Formula]) -> [[Formula]] {
        guard let goal = goals.first else { return [] }
        let disjunctions = table.conjuncts(of: goal).reversed().compactMap { part -> [Formula]? in
            let denied = table.conjuncts(of: !part)
            return (2...Self.most).contains(denied.count) ? denied.map { !$0 } : nil
        }
        return Array(disjunctions.prefix(3))
    }
}
