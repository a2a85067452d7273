/// What holds in every case, though no formula that is asked about says so: what elements of lists have to do with each other, and what
/// the calendar does to dates, whatever they are.
final class CaseAxioms {
    private struct Axiom: Hashable {
        /// It matters only to questions that depend on all of these.
        var needs: [Variable]
        var formula: Formula
        /// Whether it follows from definitions, so that a case which keeps to them need not be asked.
        var isLemma: Bool
    }

    let table: FormulaTable
    private var axioms: [Axiom] = []
    private var known: Set<Axiom> = []

    init(table: FormulaTable) { self.table = table }

    func add(_ formula: Formula, about needs: [Variable], isLemma: Bool = false) {
        let axiom = Axiom(needs: needs, formula: formula, isLemma: isLemma)
        if formula != .yes, known.insert(axiom).inserted { axioms.append(axiom) }
    }

    /// What is to be known besides about formulas.
    func axioms(about goals: [Formula]) -> (goals: [Formula], lemmas: [Formula]) {
        if axioms.isEmpty { return ([], []) }
        let cone = FormulaCone(of: goals, in: table)
        let asked = axioms.filter { $0.needs.allSatisfy(cone.contains) }
        return (asked.filter { !$0.isLemma }.map(\.formula), asked.filter(\.isLemma).map(\.formula))
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
        let known = axioms.map { $0.axioms(about: goals) }
        return solver.solve(
            goals + known.flatMap(\.goals), lemmas: lemmas + known.flatMap(\.lemmas), budget: budget)
    }
}
