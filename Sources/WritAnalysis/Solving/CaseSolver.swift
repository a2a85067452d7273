/// Says whether there is a case for which some formulas are all true.
///
/// The one question that every part of the analysis asks. An answer `none` is a proof; `found` comes with the values; and what cannot be
/// settled within the budget is said to be so.
protocol CaseSolver: AnyObject {
    /// - Parameter lemmas: what is true whatever the case, if the definitions of all variables are kept to. It helps to see what is
    ///   impossible; no case is looked for to fulfil it.
    func solve(_ goals: [Formula], lemmas: [Formula], budget: SearchBudget) -> SearchResult
}

extension CaseSolver {
    func solve(_ goals: [Formula], budget: SearchBudget) -> SearchResult { solve(goals, lemmas: [], budget: budget) }
}

enum SearchResult: Sendable {
    case found(Valuation)
    case none
    case undecided(Hardness)
}

/// What kept a question from being settled.
public enum Hardness: Hashable, Sendable {
    /// So many steps were made in vain.
    case budget
    /// No values were found that go with a calculation, named as the policy writes it.
    case calculation(String)
    /// The other solver failed, and how.
    case solver(String)
}

/// How long a question may be thought about. Steps, not seconds, so that the same question has the same answer on every machine.
public struct SearchBudget: Sendable {
    /// Conflicts, propagations of bounds by the hundred, and values tried.
    public var steps: Int
    /// Whether all that matters is a proof that there is no case: the search ends where there can be none any more.
    var isForProof = false

    public init(steps: Int) { self.steps = steps }

    /// As long, for a proof.
    var forProof: SearchBudget {
        var budget = self
        budget.isForProof = true
        return budget
    }

    public static let ordinary = SearchBudget(steps: 20_000)
    /// For questions whose answer may stay open.
    static let brief = SearchBudget(steps: 200)
    /// For what is worth a glance only: what does not show at once is left to whoever meets it.
    static let glance = SearchBudget(steps: 20)
}
