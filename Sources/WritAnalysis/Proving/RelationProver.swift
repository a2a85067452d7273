import WritSemantics

/// Proves promises about two cases that differ in one fact, or finds two that break it.
struct RelationProver {
    let model: CheckedModel
    let ordinary: OrdinaryValues
    let budget: SearchBudget
    /// Decisions of more rules are not followed.
    let ruleLimit: Int
    let makeSolver: (FormulaTable) -> any CaseSolver

    func prove(_ promise: RelationalPromise) -> PromiseProof {
        let wide = PairSpace(model, promise, .wide, ruleLimit, makeSolver)
        let goals = wide.goals(promise)
        var verdict: PromiseProof.Verdict
        switch wide.solver.solve(goals, budget: budget) {
        case .none: verdict = .proved
        case .undecided(let hardness): verdict = .undecided(hardness)
        case .found(let valuation):
            let shown = wide.isExact ? shown(wide, promise, goals, valuation) : nil
            verdict = shown.map { .refuted($0) } ?? .undecided(.calculation("lists and texts that were not followed"))
        }
        if case .undecided = verdict, let pair = narrowPair(promise) { verdict = .refuted(pair) }
        return PromiseProof(heading: promise.heading, verdict: verdict)
    }

    private func narrowPair(_ promise: RelationalPromise) -> [ExampleCase]? {
        let narrow = PairSpace(model, promise, .narrow(listLength: 2), ruleLimit, makeSolver)
        let goals = narrow.goals(promise)
        guard case .found(let valuation) = narrow.solver.solve(goals, budget: budget) else { return nil }
        return shown(narrow, promise, goals, valuation)
    }

    // MARK: Two cases that a person can read

    private func shown(
        _ space: PairSpace, _ promise: RelationalPromise, _ goals: [Formula], _ valuation: Valuation
    ) -> [ExampleCase]? {
        let snapper = CaseSnapper(
            evaluation: space.first, solver: space.solver, ordinary: ordinary, budget: budget)
        for values in [snapper.snap(goals, valuation), valuation] {
            let readers = [
                CaseReader(evaluation: space.first, ordinary: ordinary, valuation: values),
                CaseReader(evaluation: space.second, ordinary: ordinary, valuation: values, copy: 1),
            ]
            let told = readers.map { FactAssignments(model).told(in: $0.facts()) }
            if let pair = shortest(promise, told) { return pair }
        }
        return nil
    }

    /// Both cases with as few facts as break the promise; nil when even all of them do not.
    private func shortest(_ promise: RelationalPromise, _ told: [[FactAssignment]]) -> [ExampleCase]? {
        let replay = RelationReplay(model, promise)
        var kept = told
        guard replay.isBroken(kept) else { return nil }
        for assignment in told[0].reversed() where !replay.isChanged(assignment) {
            let fewer = kept.map { $0.filter { $0.fact != assignment.fact || $0.fields != assignment.fields } }
            if replay.isBroken(fewer) { kept = fewer }
        }
        return kept.map(replay.example)
    }
}

/// A policy looked at in two cases at once, which differ in one fact only.
private struct PairSpace {
    let first: SymbolicEvaluation
    let second: SymbolicEvaluation
    let solver: any CaseSolver
    private let table = FormulaTable()

    init(
        _ model: CheckedModel, _ promise: RelationalPromise, _ precision: SymbolicEvaluation.Precision,
        _ ruleLimit: Int, _ makeSolver: (FormulaTable) -> any CaseSolver
    ) {
        let length = if case .narrow(let length) = precision { length } else { 1 }
        let universe = TextUniverse(of: [model], listLength: length, ruleLimit: ruleLimit)
        let opaques = OpaqueStore()
        let listAxioms = ListAxioms(CaseAxioms(table: table))
        first = SymbolicEvaluation(
            model, table: table, precision: precision, universe: universe, opaques: opaques, listAxioms: listAxioms,
            ruleLimit: ruleLimit)
        second = SymbolicEvaluation(
            model, table: table, precision: precision, universe: universe, changed: promise.name(in: model),
            opaques: opaques, listAxioms: listAxioms, ruleLimit: ruleLimit)
        solver = AxiomSolver(makeSolver(table), listAxioms.axioms)
    }

    var isExact: Bool { first.isExact && second.isExact }

    /// That the fact is less in the first case than in the second, and the value goes where it never may.
    func goals(_ promise: RelationalPromise) -> [Formula] {
        let model = first.model
        let locals = (SymbolicLocals(), SymbolicLocals())
        let fact = promise.factTerm(in: model)
        let before = first.evaluate(fact, locals.0)
        let after = second.evaluate(fact, locals.1)
        let value = (first.evaluate(promise.value, locals.0), second.evaluate(promise.value, locals.1))
        // Where the fact falls the two cases change places.
        let grows = first.isLess(before, after, fact.type)
        let breaks =
            promise.keepsOrder
            ? first.isLess(value.1, value.0, promise.value.type) : first.isLess(value.0, value.1, promise.value.type)
        var goals = [grows, breaks]
        if let condition = promise.condition {
            goals += [first.truth(condition, locals.0).isTrue, second.truth(condition, locals.1).isTrue]
        }
        return goals
    }
}

extension SymbolicEvaluation {
    /// Whether both are known and one is less: of quantities the count, of truths no before yes, of enumerations as declared.
    func isLess(_ left: Symbol, _ right: Symbol, _ type: WritType) -> Formula {
        let known = table.all([left.known, right.known])
        switch (left.content, right.content) {
        case (.truth(let a), .truth(let b)): return table.all([known, !a, b])
        case (.variant(let a), .variant(let b)):
            let pairs = a.flatMap { x in
                b.filter { x.index < $0.index }.map { table.all([x.isIt, $0.isIt]) }
            }
            return table.all([known, table.any(pairs)])
        default: return compare(.less, left, type, right, type).isTrue
        }
    }
}

extension RelationalPromise {
    /// The fact that changes, as variables name it.
    func name(in model: CheckedModel) -> String {
        var (path, type) = (FactRoots(model)[fact], model[fact].slot.type)
        for index in fields {
            guard case .record(let id) = type else { break }
            path += ".\(model[id].fields[index].name)"
            type = model[id].fields[index].type
        }
        return path
    }

    /// The fact that changes, as a term.
    func factTerm(in model: CheckedModel) -> Term {
        var term = Term(.fact(fact), model[fact].slot.type, model[fact].heading.location)
        for index in fields {
            guard case .record(let id) = term.type else { break }
            term = Term(.field(term, index), model[id].fields[index].type, term.location)
        }
        return term
    }
}
