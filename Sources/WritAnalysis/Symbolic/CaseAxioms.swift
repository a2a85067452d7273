/// What holds in every case, though no formula that is asked about says so: what elements of lists have to do with each other, and what
/// the calendar does to dates, whatever they are.
final class CaseAxioms {
    private struct Axiom: Hashable {
        /// It matters only to questions that depend on both of these.
        var first: Variable
        var second: Variable
        var formula: Formula
        /// Whether it follows from definitions, so that a case which keeps to them need not be asked.
        var isLemma: Bool
        /// Whether a brief look at a question leaves it out.
        var isDeep: Bool
    }

    let table: FormulaTable
    private var axioms: [Axiom] = []
    private var known: Set<Axiom> = []

    init(table: FormulaTable) { self.table = table }

    func add(
        _ formula: Formula, about first: Variable, and second: Variable? = nil, isLemma: Bool = false,
        isDeep: Bool = false
    ) {
        let axiom = Axiom(first: first, second: second ?? first, formula: formula, isLemma: isLemma, isDeep: isDeep)
        if formula != .yes, known.insert(axiom).inserted { axioms.append(axiom) }
    }

    /// What is to be known besides about formulas, which is more where it is looked at deeply.
    func axioms(about goals: [Formula], deeply: Bool) -> (goals: [Formula], lemmas: [Formula]) {
        var asked: (goals: [Formula], lemmas: [Formula]) = ([], [])
        if axioms.isEmpty { return asked }
        var cone = FormulaCone(of: goals, in: table)
        var left = axioms.indices.filter { deeply || !axioms[$0].isDeep }
        // What is known besides may depend on more, of which more is known.
        while true {
            let count = left.count
            left.removeAll { index in
                let axiom = axioms[index]
                guard cone.contains(axiom.first), cone.contains(axiom.second) else { return false }
                cone.add(axiom.formula)
                if axiom.isLemma { asked.lemmas.append(axiom.formula) } else { asked.goals.append(axiom.formula) }
                return true
            }
            if left.count == count { return asked }
        }
    }
}

/// A solver that is told what holds in every case.
final class AxiomSolver: CaseSolver {
    private let solver: any CaseSolver
    private let axioms: [CaseAxioms]

    init(_ solver: any CaseSolver, _ axioms: [CaseAxioms]) {
        self.solver = solver
        self.axioms = axioms
    }

    func solve(_ goals: [Formula], lemmas: [Formula], budget: SearchBudget) -> SearchResult {
        let known = axioms.map { $0.axioms(about: goals, deeply: budget.steps > SearchBudget.brief.steps) }
        return solver.solve(
            goals + known.flatMap(\.goals), lemmas: lemmas + known.flatMap(\.lemmas), budget: budget)
    }
}
