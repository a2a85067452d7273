/// Decides by search: conflict-driven clause learning over the nodes of the table, with what the domains, differences and calculations
/// say as the theory, and values tried at the end (docs/design/solving.md).
///
/// The goals are assumptions, so what is learned holds for every later question about the same table.
///
/// That no two accesses to a field overlap is not looked after here while it runs: it took a tenth of the time.
final class CaseSearch: CaseSolver {
    let table: FormulaTable
    @exclusivity(unchecked) var assignment = Assignment()
    @exclusivity(unchecked) var clauses = ClauseStore()
    @exclusivity(unchecked) var domains = DomainStore()
    @exclusivity(unchecked) var differences = DifferenceGraph()
    @exclusivity(unchecked) var links: [VariableLinks] = []
    @exclusivity(unchecked) var nodeLinks: [NodeLinks] = []
    /// The edges that hold always, by where they begin.
    var standing: [Variable: [Int32]] = [:]
    /// By the end of such edges, where they begin.
    var comparedWith: [Variable: [Variable]] = [:]
    @exclusivity(unchecked) var cone = Cone()
    /// How many events there have been at the ground level.
    var knownEvents = 0
    @exclusivity(unchecked) var relevance = Relevance()

    /// Where each level above the ground begins; the first is that of the goals.
    @exclusivity(unchecked) var levels: [LevelMark] = []
    /// How far the trail has been told to the clauses, and to the theory.
    @exclusivity(unchecked) var propagatedCount = 0
    @exclusivity(unchecked) var toldCount = 0
    /// Of the events and of the literals that a calculation gave.
    @exclusivity(unchecked) var antecedents: [Antecedent] = []
    /// Why the last propagation failed: these are true, and cannot all be.
    var conflict: [Antecedent] = []
    @exclusivity(unchecked) var queue = WorkQueue()

    @exclusivity(unchecked) var explainer = Explainer()
    @exclusivity(unchecked) var learner = Learner()
    @exclusivity(unchecked) var trials = TrialState()

    /// Steps that are left, and hundredths of one.
    @exclusivity(unchecked) var stepsLeft = 0
    var smallSteps = 0
    /// The visits to clauses that have been paid for.
    private var paidVisits = 0
    /// Since a set of choices was put aside undecided, what is learned holds for this question only. From this clause on.
    var firstProvisional: Int?
    /// How many learned clauses are too many.
    private var forgetLimit = 4000
    var hardness = Hardness.budget
    /// The variable whose domain was found to be wrong.
    private var brokenBy: String?

    init(table: FormulaTable) { self.table = table }

    var level: Int { levels.count }

    func solve(_ goals: [Formula], lemmas: [Formula], budget: SearchBudget) -> SearchResult {
        let result = solveWhole(goals, lemmas: lemmas, budget: budget)
        guard case .undecided = result, budget.steps > SearchBudget.brief.steps else { return result }
        return solveAlternatives(goals, lemmas: lemmas, budget: budget) ?? result
    }

    func solveWhole(_ goals: [Formula], lemmas: [Formula], budget: SearchBudget) -> SearchResult {
        if goals.contains(.no) { return .none }
        stepsLeft = budget.steps
        // A small share for each set of choices first: what is hard in one may be easy in the next.
        var share = budget.isForProof ? 8 : 200
        while true {
            let result = attempt(goals, lemmas, share: share, isForProof: budget.isForProof)
            guard case .undecided = result, stepsLeft > 0, share < budget.steps, firstProvisional != nil else {
                finish()
                return result
            }
            finish()
            share *= 8
        }
    }

    private func finish() {
        backtrack(to: 0)
        if let first = firstProvisional {
            clauses.removeClauses(from: first)
            firstProvisional = nil
        }
        if clauses.learnedCount > forgetLimit { clauses.forget() }
        forgetLimit = 4000
    }

    /// Begins anew. What was learned is kept, but not without end.
    private func restart() {
        if firstProvisional == nil, clauses.learnedCount > forgetLimit {
            backtrack(to: 0)
            clauses.forget()
            forgetLimit += 500
        } else {
            backtrack(to: 1)
        }
    }

    /// A conflict is a step, and so is following very many clauses.
    private func payForVisits() {
        let steps = (clauses.visitCount - paidVisits) >> 12
        spend(steps)
        paidVisits += steps << 12
    }

    private func attempt(
        _ goals: [Formula], _ lemmas: [Formula], share: Int, isForProof: Bool
    ) -> SearchResult {
        hardness = .budget
        guard brokenBy == nil, prepare(goals, lemmas) else { return broken }
        var restarts = LubySequence()
        var conflictsLeft = restarts.next() * 64
        while true {
            if level == 0 {
                if !propagate() { return broken }
                if !assume(goals) { return failure }
            }
            let isConsistent = propagate()
            payForVisits()
            if !isConsistent {
                spend(1)
                guard learn(from: explainConflict()) else { return failure }
                conflictsLeft -= 1
            } else if conflictsLeft <= 0, level > 1 {
                conflictsLeft = restarts.next() * 64
                restart()
            } else if let literal = nextDecision() {
                openLevel()
                assign(literal, because: .chosen)
            } else {
                switch findValues(share: min(share, stepsLeft)) {
                case .found(let valuation): return .found(valuation)
                case .refuted(let reasons): guard learn(from: reasons) else { return failure }
                // A set of choices that is put aside is no part of a proof.
                case .exhausted: if isForProof || !putAside() { return .undecided(hardness) }
                }
            }
            if stepsLeft <= 0 { return .undecided(hardness) }
        }
    }

    /// The answer where nothing is left: a proof if nothing was put aside.
    private var failure: SearchResult { firstProvisional == nil ? .none : .undecided(hardness) }

    /// The answer from when no case at all is possible: somebody has declared a domain that a calculation leaves. Not the goals' fault,
    /// and no proof, and whatever rests on that domain would be none either.
    private var broken: SearchResult {
        if brokenBy == nil {
            brokenBy = "a domain"
            for antecedent in conflict.reversed() {
                if case .upper(let variable, _) = antecedent { brokenBy = table[variable].name }
                if case .lower(let variable, _) = antecedent { brokenBy = table[variable].name }
            }
        }
        return .undecided(.calculation(brokenBy ?? ""))
    }

    private func assume(_ goals: [Formula]) -> Bool {
        openLevel()
        for goal in goals {
            if assignment.isFalse(goal) { return false }
            if assignment.isOpen(goal) { assign(goal, because: .chosen) }
            relevance.add(goal)
        }
        return true
    }

    func spend(_ steps: Int) { stepsLeft -= steps }

    // MARK: Levels

    struct LevelMark {
        var trail: Int
        var events: Int
        var antecedents: Int
        var edges: Int
        var relevance: Relevance.Mark
    }

    func openLevel() {
        levels.append(
            LevelMark(
                trail: assignment.trail.count, events: domains.events.count, antecedents: antecedents.count,
                edges: differences.active.count, relevance: relevance.mark))
    }

    func backtrack(to target: Int) {
        queue.clear()
        guard target < levels.count else { return }
        let mark = levels[target]
        levels.removeLast(levels.count - target)
        assignment.undo(to: mark.trail)
        propagatedCount = min(propagatedCount, mark.trail)
        toldCount = min(toldCount, mark.trail)
        domains.undo(to: mark.events)
        antecedents.removeLast(antecedents.count - mark.antecedents)
        differences.deactivate(to: mark.edges)
        relevance.undo(to: mark.relevance)
    }

    func assign(_ literal: Formula, because reason: Assignment.Reason) {
        assignment.assign(literal, level: level, because: reason)
    }
}

/// 1, 1, 2, 1, 1, 2, 4, …: how long to go on before the search begins anew, which is at most a constant factor worse than any other
/// such plan (Luby, Sinclair, Zuckerman 1993).
struct LubySequence {
    private var run = 1
    private var power = 1

    mutating func next() -> Int {
        let value = power
        if run & -run == power {
            run += 1
            power = 1
        } else {
            power *= 2
        }
        return value
    }
}
