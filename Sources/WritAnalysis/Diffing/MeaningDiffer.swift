import WritEngine
import WritSemantics

/// Finds out which cases two versions of a policy decide differently.
public struct MeaningDiffer {
    private let old: CheckedModel
    private let new: CheckedModel
    private let budget: SearchBudget
    private let replay: DiffReplay
    private let wide: DiffSpace
    private let makeNarrow: () -> DiffSpace

    /// More classes of one decision than this are told as "there may be more".
    private static let mostClasses = 60
    /// Regions that are looked for in one class.
    private static let mostRegions = 4

    init(
        old: CheckedModel, new: CheckedModel, budget: SearchBudget, ruleLimit: Int = 400,
        makeSolver: @escaping (FormulaTable) -> any CaseSolver
    ) {
        self.old = old
        self.new = new
        self.budget = budget
        replay = DiffReplay(old, new)
        wide = DiffSpace(old, new, .wide, ruleLimit: ruleLimit, makeSolver)
        makeNarrow = { DiffSpace(old, new, .narrow(listLength: 2), ruleLimit: ruleLimit, makeSolver) }
    }

    /// What the change does, decision by decision.
    ///
    /// - Parameter names: only decisions of these names; all of them where it is nil.
    public func difference(of names: Set<String>? = nil) -> MeaningDifference {
        let pairs = DecisionPairs(old, new).pairs.filter { names?.contains($0.name) ?? true }
        return MeaningDifference(
            decisions: pairs.map { pair in
                DecisionDifference(name: pair.name, old: pair.old, new: pair.new, kind: kind(pair))
            })
    }

    private func kind(_ pair: DecisionPairs.Pair) -> DecisionDifference.Kind {
        guard let before = pair.old else { return .added }
        guard let after = pair.new else { return .removed }
        if let words = DecisionPairs(old, new).retyping(before, after) { return .retyped(words) }
        let changes = changes(before, after, in: wide)
        if changes.isEmpty { return .same }
        return changed(before, after, changes)
    }

    // MARK: Classes

    /// Cases that go from one way of answering to another, with a different answer.
    private struct Change {
        var old: ChangeClass.Side
        var new: ChangeClass.Side
        var cases: Formula
    }

    private func changes(_ before: DecisionID, _ after: DecisionID, in space: DiffSpace) -> [Change] {
        let (first, second) = (space.old.asked(before), space.new.asked(after))
        if first.isOpaque || second.isOpaque {
            return [Change(old: .rules([]), new: .rules([]), cases: .yes)]
        }
        let comparison = OutcomeComparison(old: space.old, new: space.new)
        let sides = (AnswerSides(before, first, space.old).sides, AnswerSides(after, second, space.new).sides)
        return sides.0.flatMap { a in
            sides.1.compactMap { b -> Change? in
                // The same rule in the same cases with the same answer is most of what there is.
                let both = space.table.all([a.cases, b.cases])
                if both == .no { return nil }
                let differs = space.table.all([both, differs(a, b, comparison)])
                return differs == .no ? nil : Change(old: a.side, new: b.side, cases: differs)
            }
        }
    }

    private func differs(
        _ a: (side: ChangeClass.Side, cases: Formula, conclusion: ConclusionSymbol?),
        _ b: (side: ChangeClass.Side, cases: Formula, conclusion: ConclusionSymbol?), _ comparison: OutcomeComparison
    ) -> Formula {
        switch (a.side, b.side) {
        case (.undetermined, .undetermined), (.rule, .rule), (.rules, .rules):
            switch (a.conclusion, b.conclusion) {
            case (nil, nil): return .no
            case (let x?, let y?): return !comparison.same(x, y)
            default: return .yes
            }
        case (.faulted, .faulted), (.uncovered, .uncovered), (.faulted, .uncovered), (.uncovered, .faulted): return .no
        default: return .yes
        }
    }

    private func changed(_ before: DecisionID, _ after: DecisionID, _ changes: [Change]) -> DecisionDifference.Kind {
        var classes: [ChangeClass] = []
        var open: Hardness?
        var isComplete = true
        for (index, change) in changes.enumerated() {
            if classes.count >= Self.mostClasses { isComplete = false; break }
            let goals = [change.cases] + wide.shared
            switch wide.solver.solve(goals, budget: budget) {
            case .none: continue
            case .undecided(let hardness):
                if let found = narrowClass(before, after, index, change) {
                    classes.append(found)
                } else {
                    open = hardness
                }
            case .found(let valuation):
                if let found = wideClass(before, after, change, goals, valuation) {
                    classes.append(found)
                } else if let found = narrowClass(before, after, index, change) {
                    classes.append(found)
                } else {
                    open = .calculation("lists, texts or tables that were not followed")
                }
            }
        }
        if classes.isEmpty { return open.map { .undecided($0) } ?? .same }
        return .changed(merged(classes), isComplete: isComplete && open == nil)
    }

    /// Collecting decisions are found as a whole; what their rules say tells the classes apart.
    private func merged(_ classes: [ChangeClass]) -> [ChangeClass] { classes }

    private func wideClass(
        _ before: DecisionID, _ after: DecisionID, _ change: Change, _ goals: [Formula], _ valuation: Valuation
    ) -> ChangeClass? {
        let snapper = CaseSnapper(
            evaluation: wide.new, solver: wide.solver, ordinary: replay.ordinary, budget: budget)
        let snapped = snapper.snap(goals, valuation)
        guard let pair = replay.shortest(before, after, (change.old, change.new), wide, [snapped, valuation]) else {
            return nil
        }
        let (regions, isWhole) = regions(of: goals, around: snapped)
        return ChangeClass(
            old: pair.old.answer?.side(in: old) ?? change.old, new: pair.new.answer?.side(in: new) ?? change.new,
            regions: regions, isWhole: isWhole, oldExample: pair.old, newExample: pair.new)
    }

    /// The regions of a class, the first around its example.
    private func regions(of goals: [Formula], around valuation: Valuation) -> (regions: [[String]], isWhole: Bool) {
        let finder = RegionFinder(table: wide.table, solver: wide.solver, budget: budget)
        let words = RegionText(model: new, table: wide.table, universe: wide.new.universe)
        var regions: [[String]] = []
        var outside: [Formula] = []
        var found: Valuation? = valuation
        // What both versions accept goes without saying.
        let goal = wide.table.all(goals)
        while let valuation = found, regions.count < Self.mostRegions {
            let region = finder.region(around: valuation, in: goal)
            regions.append(words.parts(region))
            outside.append(!wide.table.all(region.literals))
            switch wide.solver.solve(goals + outside, budget: budget) {
            case .none: return (regions, true)
            case .undecided: return (regions, false)
            case .found(let next): found = next
            }
        }
        return (regions, false)
    }

    // MARK: With lists element by element

    private func narrowClass(
        _ before: DecisionID, _ after: DecisionID, _ index: Int, _ change: Change
    ) -> ChangeClass? {
        let space = makeNarrow()
        let changes = changes(before, after, in: space).filter { $0.old == change.old && $0.new == change.new }
        for change in changes {
            let goals = [change.cases] + space.shared
            guard case .found(let valuation) = space.solver.solve(goals, budget: budget) else { continue }
            let snapper = CaseSnapper(
                evaluation: space.new, solver: space.solver, ordinary: replay.ordinary, budget: budget)
            guard
                let pair = replay.shortest(
                    before, after, (change.old, change.new), space, [snapper.snap(goals, valuation), valuation])
            else { continue }
            return ChangeClass(
                old: pair.old.answer?.side(in: old) ?? change.old, new: pair.new.answer?.side(in: new) ?? change.new,
                regions: [], isWhole: false, oldExample: pair.old, newExample: pair.new)
        }
        return nil
    }
}
