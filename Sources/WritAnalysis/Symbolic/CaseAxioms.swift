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
    /// By variable, the axioms that are about it.
    private var byVariable: [Variable: [Int]] = [:]

    init(table: FormulaTable) { self.table = table }

    func add(
        _ formula: Formula, about first: Variable, and second: Variable? = nil, isLemma: Bool = false,
        isDeep: Bool = false
    ) {
        let axiom = Axiom(first: first, second: second ?? first, formula: formula, isLemma: isLemma, isDeep: isDeep)
        guard formula != .yes, known.insert(axiom).inserted else { return }
        for variable in Set([axiom.first, axiom.second]) { byVariable[variable, default: []].append(axioms.count) }
        axioms.append(axiom)
    }

    /// What is to be known besides about formulas, which is more where it is looked at deeply. What is known besides may depend on more,
    /// of which more is known.
    ///
    /// Takes time in proportion to what the formulas depend on.
    func axioms(about goals: [Formula], deeply: Bool) -> (goals: [Formula], lemmas: [Formula]) {
        if axioms.isEmpty { return ([], []) }
        var cone = FormulaCone(of: goals, in: table)
        var taken = Set<Int>()
        var head = 0
        while head < cone.variables.count {
            for index in byVariable[cone.variables[head]] ?? [] {
                let axiom = axioms[index]
                guard deeply || !axiom.isDeep, cone.contains(axiom.first), cone.contains(axiom.second),
                    taken.insert(index).inserted
                else { continue }
                cone.add(axiom.formula)
            }
            head += 1
        }
        // In the order in which they were made, what is asked first comes first.
        let asked = taken.sorted().map { axioms[$0] }
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
        let known = axioms.map { $0.axioms(about: goals, deeply: budget.steps > SearchBudget.brief.steps) }
        return solver.solve(
            goals + known.flatMap(\.goals), lemmas: lemmas + known.flatMap(\.lemmas), budget: budget)
    }
}
