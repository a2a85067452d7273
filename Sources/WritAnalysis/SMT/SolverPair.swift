/// Two solvers as one: the first answers what it can, the second what the first leaves undecided.
final class SolverPair: CaseSolver {
    private let table: FormulaTable
    private let first: any CaseSolver
    /// Nil where there is no second one: then what the first leaves undecided stays so.
    private let second: (any CaseSolver)?
    private let manner: Manner

    enum Manner {
        case secondOpinion
        /// Both are asked each time, and what they find is worked out again; what does not agree is reported.
        case checking(_ report: (String) -> Void)

        /// For tests: a disagreement ends the program.
        static var trapping: Manner { .checking { fatalError($0) } }
    }

    init(
        _ first: any CaseSolver, _ second: (any CaseSolver)?, table: FormulaTable, manner: Manner = .secondOpinion
    ) {
        self.first = first
        self.second = second
        self.table = table
        self.manner = manner
    }

    func solve(_ goals: [Formula], lemmas: [Formula], budget: SearchBudget) -> SearchResult {
        let answer = first.solve(goals, lemmas: lemmas, budget: budget)
        guard let second else { return answer }
        switch manner {
        case .secondOpinion:
            guard case .undecided = answer else { return answer }
            return Self.joined(answer, second.solve(goals, lemmas: lemmas, budget: budget))
        case .checking(let report):
            let other = second.solve(goals, lemmas: lemmas, budget: budget)
            for (name, result) in [("first", answer), ("second", other)] {
                if let flaw = flaw(in: result, of: goals) { report("the \(name) solver \(flaw)") }
            }
            switch (answer, other) {
            case (.found(let valuation), .none): report("the second solver misses \(valuation.values)")
            case (.none, .found(let valuation)): report("the first solver misses \(valuation.values)")
            default: break
            }
            return Self.joined(answer, other)
        }
    }

    /// The first answer where it is one. Where neither is, the hardness that says most: a calculation, then how a solver failed.
    private static func joined(_ first: SearchResult, _ second: SearchResult) -> SearchResult {
        guard case .undecided(let hardness) = first else { return first }
        guard case .undecided(let other) = second else { return second }
        if case .calculation = hardness { return first }
        if case .budget = other { return first }
        return .undecided(other)
    }

    private func flaw(in result: SearchResult, of goals: [Formula]) -> String? {
        guard case .found(let valuation) = result, !goals.allSatisfy({ table.holds($0, in: valuation) }) else {
            return nil
        }
        return "found what does not hold: \(valuation.values)"
    }
}
