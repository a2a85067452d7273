/// What holds in every case, though no formula that is asked about says so: what elements of lists have to do with each other, and what
/// the calendar does to dates, whatever they are.
final class CaseAxioms {
    /// It matters only to questions that depend on both of the variables that it is about.
    private struct Axiom {
        var first: Variable
        var second: Variable
        var content: Content
        /// Whether it follows from definitions, so that a case which keeps to them need not be asked.
        var isLemma = false
        /// Whether a brief look at a question leaves it out.
        var isDeep = false
        /// The last question that it was told to.
        var question = 0
    }

    private enum Content {
        case formula(Formula)
        /// Not worked out before a question depends on it: most pairs of things that are asked of elements never meet in one.
        case pending(() -> Formula)
    }

    private struct Key: Hashable {
        var first: Variable
        var second: Variable
        var formula: Formula
    }

    let table: FormulaTable
    @exclusivity(unchecked) private var axioms: [Axiom] = []
    private var known: Set<Key> = []
    /// How many questions there have been.
    private var question = 0
    /// By the number of a variable, the axioms that are about it.
    private var byVariable: [[Int]] = []

    init(table: FormulaTable) { self.table = table }

    func add(
        _ formula: Formula, about first: Variable, and second: Variable? = nil, isLemma: Bool = false,
        isDeep: Bool = false
    ) {
        let second = second ?? first
        guard formula != .yes, known.insert(Key(first: first, second: second, formula: formula)).inserted else {
            return
        }
        append(Axiom(first: first, second: second, content: .formula(formula), isLemma: isLemma, isDeep: isDeep))
    }

    /// What is worked out when a question depends on it.
    func add(about first: Variable, and second: Variable, isDeep: Bool = false, formula: @escaping () -> Formula) {
        append(Axiom(first: first, second: second, content: .pending(formula), isDeep: isDeep))
    }

    private func append(_ axiom: Axiom) {
        let last = max(axiom.first, axiom.second).number
        if last >= byVariable.count {
            byVariable.append(contentsOf: repeatElement([], count: last + 1 - byVariable.count))
        }
        byVariable[axiom.first.number].append(axioms.count)
        if axiom.second != axiom.first { byVariable[axiom.second.number].append(axioms.count) }
        axioms.append(axiom)
    }

    private func formula(_ index: Int) -> Formula {
        switch axioms[index].content {
        case .formula(let formula): return formula
        case .pending(let make):
            let formula = make()
            axioms[index].content = .formula(formula)
            return formula
        }
    }

    /// What is to be known besides about formulas, which is more where it is looked at deeply. What is known besides may depend on more,
    /// of which more is known.
    ///
    /// Takes time in proportion to what the formulas depend on.
    func axioms(about goals: [Formula], deeply: Bool) -> (goals: [Formula], lemmas: [Formula]) {
        if axioms.isEmpty { return ([], []) }
        var cone = FormulaCone(of: goals, in: table)
        defer { cone.finish() }
        question += 1
        var taken: [Int] = []
        // Where an axiom is worked out others may be found that are about what was looked at before.
        var count: Int
        repeat {
            count = axioms.count
            var head = 0
            while head < cone.variables.count {
                let variable = cone.variables[head].number
                head += 1
                if variable >= byVariable.count { continue }
                for index in byVariable[variable] {
                    guard axioms[index].question < question, deeply || !axioms[index].isDeep,
                        cone.contains(axioms[index].first), cone.contains(axioms[index].second)
                    else { continue }
                    axioms[index].question = question
                    taken.append(index)
                    cone.add(formula(index))
                }
            }
        } while count < axioms.count
        // In the order in which they were made, what is asked first comes first.
        taken.sort()
        var asked: (goals: [Formula], lemmas: [Formula]) = ([], [])
        for index in taken {
            let formula = formula(index)
            if formula == .yes { continue }
            if axioms[index].isLemma { asked.lemmas.append(formula) } else { asked.goals.append(formula) }
        }
        return asked
    }
}

/// A solver that is told what holds in every case.
final class AxiomSolver: CaseSolver {
    private let solver: any CaseSolver
    private let axioms: CaseAxioms

    init(_ solver: any CaseSolver, _ axioms: CaseAxioms) {
        self.solver = solver
        self.axioms = axioms
    }

    func solve(_ goals: [Formula], lemmas: [Formula], budget: SearchBudget) -> SearchResult {
        let known = axioms.axioms(about: goals, deeply: budget.steps > SearchBudget.brief.steps)
        return solver.solve(goals + known.goals, lemmas: lemmas + known.lemmas, budget: budget)
    }
}
