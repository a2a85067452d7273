/// What holds in every case, though no formula that is asked about says so: what elements of lists have to do with each other, and what
/// the calendar does to dates, whatever they are.
final class CaseAxioms {
    private struct Axiom: Hashable {
        /// It matters only to questions that depend on all of these.
        var needs: [Variable]
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

    func add(_ formula: Formula, about needs: [Variable], isLemma: Bool = false, isDeep: Bool = false) {
        let axiom = Axiom(needs: needs, formula: formula, isLemma: isLemma, isDeep: isDeep)
        if formula != .yes, known.insert(axiom).inserted { axioms.append(axiom) }
    }

    /// What is to be known besides about formulas, which is more where it is looked at deeply.
    func axioms(about goals: [Formula], deeply: Bool) -> (goals: [Formula], lemmas: [Formula]) {
        if axioms.isEmpty { return ([], []) }
        var cone = FormulaCone(of: goals, in: table)
        var asked: (goals: [Formula], lemmas: [Formula]) = ([], [])
        var left = deeply ? axioms : axioms.filter { !$0.isDeep }
        // What is known besides may depend on more, of which more is known.
        while true {
            let found = left.filter { $0.needs.allSatisfy(cone.contains) }
            if found.isEmpty { return asked }
            left.removeAll { $0.needs.allSatisfy(cone.contains) }
            for axiom in found { cone.add(axiom.formula) }
            asked.goals += found.filter { !$0.isLemma }.map(\.formula)
            asked.lemmas += found.filter(\.isLemma).map(\.formula)
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
