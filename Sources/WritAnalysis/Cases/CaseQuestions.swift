import WritEngine
import WritSemantics
import WritSource

/// Asks whether a policy has a case of some kind, and shows one.
///
/// What is impossible where cases are let in that are none is impossible; what is found is snapped to values a person would write and
/// then replayed through the plain evaluator, which has the last word.
final class CaseQuestions {
    let model: CheckedModel
    let ordinary: OrdinaryValues
    let budget: SearchBudget
    var brief: SearchBudget { SearchBudget(steps: min(budget.steps, SearchBudget.brief.steps)) }
    var glance: SearchBudget { SearchBudget(steps: min(budget.steps, SearchBudget.glance.steps)) }
    private let depth: EvaluationDepth
    let wide: SearchSpace
    /// The last case that was found where cases are let in that are none, and what it was to fulfil.
    private var lastFound: (goals: [Formula], valuation: Valuation)?
    /// By decision, how far cases come with each rule, where that was asked already.
    private var reaches: [DecisionID: [RuleReach?]] = [:]
    /// Of variables, whether they are open, where that was asked already.
    private var opens: [Variable: Bool] = [:]
    private(set) lazy var narrow: SearchSpace = makeSpace(.narrow(listLength: 3))
    let makeSolver: (FormulaTable) -> any CaseSolver
    private let makeSpace: (SymbolicEvaluation.Precision) -> SearchSpace

    init(
        _ model: CheckedModel, budget: SearchBudget = .ordinary, ruleLimit: Int = 400,
        makeSolver: @escaping (FormulaTable) -> any CaseSolver
    ) {
        self.model = model
        self.budget = budget
        self.makeSolver = makeSolver
        depth = EvaluationDepth(model)
        ordinary = OrdinaryValues(model)
        makeSpace = { precision in
            let table = FormulaTable(plain: PlainValues(model))
            let length = if case .narrow(let length) = precision { length } else { 1 }
            let universe = TextUniverse(of: [model], listLength: length, ruleLimit: ruleLimit)
            let evaluation = SymbolicEvaluation(
                model, table: table, precision: precision, universe: universe, ruleLimit: ruleLimit)
            return SearchSpace(
                evaluation: evaluation, solver: AxiomSolver(makeSolver(table), evaluation.axioms))
        }
        wide = makeSpace(.wide)
    }

    /// An evaluation with its solver.
    struct SearchSpace {
        let evaluation: SymbolicEvaluation
        let solver: any CaseSolver
    }

    enum Outcome {
        /// There is no such case: a proof.
        case impossible
        case example(ExampleCase)
        case undecided(Hardness)
    }

    /// Whether there is a case for which the goals hold.
    ///
    /// - Parameters:
    ///   - goals: what must hold, said in the formulas of an evaluation.
    ///   - decision: what is asked in the replay, with its arguments' symbols.
    ///   - isShown: whether the replayed case shows what it should.
    func find(
        _ decision: DecisionID?, _ goals: (SymbolicEvaluation) -> [Formula], budget: SearchBudget? = nil,
        isShown: (ExampleCase) -> Bool
    ) -> Outcome {
        let budget = budget ?? self.budget
        let wideGoals = goals(wide.evaluation)
        switch wide.solver.solve(wideGoals, budget: budget) {
        case .none: return .impossible
        case .undecided(let hardness):
            // Who looks briefly does not begin again element by element.
            if budget.steps <= brief.steps { return .undecided(hardness) }
            return example(in: narrow, decision, goals, budget, isShown) ?? .undecided(hardness)
        case .found(let valuation):
            lastFound = (wideGoals, valuation)
            if wide.evaluation.isExact || !touchesOpen(wideGoals) {
                let shown = replayed(wide, decision, wideGoals, valuation, isShown)
                return shown.map { .example($0) } ?? .undecided(.calculation("the case found does not replay"))
            }
            return example(in: narrow, decision, goals, budget, isShown)
                ?? .undecided(.calculation("lists and texts that were not followed"))
        }
    }

    /// The cases around the last one found of which all is true that was asked. Nil where nothing was found yet.
    func lastRegion() -> CaseRegion? {
        lastFound.map { found in
            RegionFinder(table: wide.evaluation.table, solver: wide.solver, budget: brief)
                .region(around: found.valuation, in: wide.evaluation.table.all(found.goals))
        }
    }

    /// A region in the policy's words.
    func text(_ region: CaseRegion) -> String {
        RegionText(model: model, table: wide.evaluation.table, universe: wide.evaluation.universe).text(region)
    }

    /// Whether there is none for certain: for checks that need no example. What is impossible mostly shows soon, and a case that is there
    /// is not looked for to the end, unless it is asked to be.
    func isImpossible(thoroughly: Bool = false, _ goals: (SymbolicEvaluation) -> [Formula]) -> Bool {
        let goals = goals(wide.evaluation)
        if wide.evaluation.table.isPossibleAtAGlance(goals, isFree: { !self.isOpen($0) }) { return false }
        let result = wide.solver.solve(goals, budget: thoroughly ? brief : brief.forProof)
        if case .none = result { return true }
        return false
    }

    /// How far cases come with a rule.
    func reach(of rule: Int, in decision: DecisionID) -> RuleReach {
        if let known = reaches[decision]?[rule] { return known }
        let symbol = wide.evaluation.asked(decision)
        let reach: RuleReach =
            if !isImpossible({ _ in [symbol.answers[rule]] }) {
                .answers
            } else if symbol.answers[rule] != symbol.reached[rule], !isImpossible({ _ in [symbol.reached[rule]] }) {
                .isReached
            } else {
                .none
            }
        reaches[decision, default: Array(repeating: nil, count: model[decision].rules.count)][rule] = reach
        return reach
    }

    /// Whether goals depend on something that is not followed.
    func touchesOpen(_ goals: [Formula]) -> Bool {
        wide.evaluation.table.cone(of: goals).contains(where: isOpen)
    }

    /// Whether a variable stands for something that is not followed, or for a part of a list.
    private func isOpen(_ variable: Variable) -> Bool {
        if let known = opens[variable] { return known }
        let isOpen = standsForMore(variable)
        opens[variable] = isOpen
        return isOpen
    }

    private func standsForMore(_ variable: Variable) -> Bool {
        switch wide.evaluation.table[variable].origin {
        case .opaque: return true
        case .value(let leaf), .known(let leaf), .shape(let leaf):
            return leaf.path.utf8.contains { "?#[ ".utf8.contains($0) } || isList(leaf.path)
        case .defined: return false
        }
    }

    /// How long the lists of facts are on which goals depend.
    func listLengths(in goals: [Formula]) -> [Variable] {
        wide.evaluation.table.cone(of: goals).filter { variable in
            if case .shape(let leaf) = wide.evaluation.table[variable].origin { isList(leaf.path) } else { false }
        }
    }

    private func isList(_ path: String) -> Bool {
        if case .list? = wide.evaluation.roots.type(at: path, in: model) { true } else { false }
    }

    private func example(
        in space: SearchSpace, _ decision: DecisionID?, _ goals: (SymbolicEvaluation) -> [Formula],
        _ budget: SearchBudget, _ isShown: (ExampleCase) -> Bool
    ) -> Outcome? {
        let goals = goals(space.evaluation)
        guard case .found(let valuation) = space.solver.solve(goals, budget: budget) else { return nil }
        return replayed(space, decision, goals, valuation, isShown).map { .example($0) }
    }

    private func replayed(
        _ space: SearchSpace, _ decision: DecisionID?, _ goals: [Formula], _ valuation: Valuation,
        _ isShown: (ExampleCase) -> Bool
    ) -> ExampleCase? {
        let snapper = CaseSnapper(
            evaluation: space.evaluation, solver: space.solver, ordinary: ordinary, budget: brief)
        let snapped = snapper.snap(goals, valuation)
        for values in [snapped, valuation] {
            let reader = CaseReader(evaluation: space.evaluation, ordinary: ordinary, valuation: values)
            if let example = shortest(decision, reader, isShown) { return example }
        }
        return nil
    }

    /// A case that the goals, said in the wide evaluation's formulas, are met by, snapped and cut; nil when none replays.
    func example(_ decision: DecisionID, _ goals: [Formula], isShown: (ExampleCase) -> Bool) -> ExampleCase? {
        guard case .found(let valuation) = wide.solver.solve(goals, budget: budget) else { return nil }
        return replayed(wide, decision, goals, valuation, isShown)
    }

    /// The case with as few facts as show what it should; nil when even all of them do not.
    private func shortest(
        _ decision: DecisionID?, _ reader: CaseReader, _ isShown: (ExampleCase) -> Bool
    ) -> ExampleCase? {
        let arguments = decision.map { reader.arguments(of: $0) } ?? []
        var kept = FactAssignments(model).told(in: reader.facts())
        guard var best = Optional(replay(decision, arguments, kept)), isShown(best) else { return nil }
        // First all at once that nothing depends on, then one after another.
        let touched = reader.touched
        let named = kept.filter { touched.contains(FactAssignments(model).path($0)) }
        let shorter = replay(decision, arguments, named)
        if isShown(shorter) { (kept, best) = (named, shorter) }
        for assignment in kept.reversed() {
            let fewer = kept.filter { $0 != assignment }
            let example = replay(decision, arguments, fewer)
            if isShown(example) { (kept, best) = (fewer, example) }
        }
        return best
    }

    /// A case that tells just this, and what the policy answers to it.
    func replay(_ decision: DecisionID?, _ arguments: [Datum], _ assignments: [FactAssignment]) -> ExampleCase {
        let facts = FactAssignments(model).facts(assignments)
        return ExampleCase(
            assignments: assignments, facts: facts, decision: decision, arguments: arguments,
            answer: decision.map { answer($0, arguments, facts) })
    }

    func answer(_ decision: DecisionID, _ arguments: [Datum], _ facts: FactSet) -> Answer {
        evaluator(facts).decide(decision, arguments: arguments)
    }

    func evaluator(_ facts: FactSet) -> ReferenceEvaluator { ReferenceEvaluator(model, facts: facts, depth: depth) }
}

/// How far cases come with a rule, as far as is known.
enum RuleReach {
    /// No case comes to it, for certain.
    case none
    /// It is come to, and never the answer.
    case isReached
    /// It may be the answer.
    case answers
}
