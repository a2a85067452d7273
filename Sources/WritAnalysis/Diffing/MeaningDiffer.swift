import WritEngine
import WritSemantics

/// Finds out which cases two versions of a policy decide differently.
public struct MeaningDiffer {
    private let old: CheckedModel
    private let new: CheckedModel
    private let budget: SearchBudget
    private let replay: DiffReplay
    private let parts: DiffParts

    /// More classes of one decision than this are told as "there may be more".
    private static let mostClasses = 60
    /// Regions that are looked for in one class.
    private static let mostRegions = 6

    init(
        old: CheckedModel, new: CheckedModel, budget: SearchBudget, ruleLimit: Int = 2_000,
        makeSolver: @escaping (FormulaTable) -> any CaseSolver
    ) {
        self.old = old
        self.new = new
        self.budget = budget
        replay = DiffReplay(old, new)
        parts = DiffParts(old, new, ruleLimit: ruleLimit, makeSolver: makeSolver)
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
        var classes = FoundClasses(most: Self.mostClasses)
        for part in parts.parts(before, after) {
            for change in changes(before, after, in: part.wide) where !classes.isFull {
                look(for: change, before, after, part, &classes)
            }
        }
        if classes.found.isEmpty { return classes.open.map { .undecided($0) } ?? .same }
        return .changed(classes.found, isComplete: classes.isComplete)
    }

    // MARK: Classes

    private func changes(_ before: DecisionID, _ after: DecisionID, in space: DiffSpace) -> [AnswerChange] {
        let (first, second) = (space.old.asked(before), space.new.asked(after))
        if first.isOpaque || second.isOpaque {
            return [AnswerChange(old: .rules([]), new: .rules([]), cases: .yes)]
        }
        let comparison = OutcomeComparison(old: space.old, new: space.new)
        let sides = (
            AnswerSides(before, first, space.old, numbers: space.numbers.old[before]).sides,
            AnswerSides(after, second, space.new, numbers: space.numbers.new[after]).sides
        )
        let outlines = sides.1.map { FormulaOutline($0.cases, space.table) }
        return sides.0.flatMap { a -> [AnswerChange] in
            // A case is answered in one way: those that are answered so in both versions are in no other pair.
            if let twin = sides.1.first(where: { $0.cases == a.cases }) {
                return [AnswerChange(a, twin, comparison, space.table)].compactMap { $0 }
            }
            let outline = FormulaOutline(a.cases, space.table)
            return zip(sides.1, outlines).compactMap { b, other in
                outline.isApart(from: other) ? nil : AnswerChange(a, b, comparison, space.table)
            }
        }
    }

    /// Looks for cases of a change, for those of collecting decisions by which rules apply.
    private func look(
        for change: AnswerChange, _ before: DecisionID, _ after: DecisionID, _ part: DiffPart,
        _ classes: inout FoundClasses
    ) {
        let wide = part.wide
        var others = [change.cases] + part.goals(wide)
        var hasTriedNarrow = false
        func tryNarrow(_ classes: inout FoundClasses) {
            if !hasTriedNarrow { narrowClasses(before, after, change, part).forEach { classes.add($0) } }
            hasTriedNarrow = true
        }
        while !classes.isFull {
            switch wide.solver.solve(others, budget: budget) {
            case .none: return
            case .undecided(let hardness):
                let count = classes.found.count
                tryNarrow(&classes)
                if classes.found.count == count || change.isOfSeveral { classes.leaveOpen(hardness) }
                return
            case .found(let valuation):
                let kind = change.kind(of: valuation, wide.table)
                if let found = changeClass(before, after, kind, others + kind.alike, valuation, in: wide) {
                    classes.add(found)
                } else {
                    tryNarrow(&classes)
                    if !classes.has(kind.old, kind.new) {
                        classes.leaveOpen(.calculation("lists, texts or tables that were not followed"))
                    }
                }
                if kind.alike.isEmpty { return }
                others.append(!wide.table.all(kind.alike))
            }
        }
    }

    /// The class of a case that was found; nil where the case does not replay.
    ///
    /// - Parameter isNarrow: whether lists were looked at element by element, and no cases but this one are told.
    private func changeClass(
        _ before: DecisionID, _ after: DecisionID, _ change: AnswerChange.Kind, _ goals: [Formula],
        _ valuation: Valuation, in space: DiffSpace, isNarrow: Bool = false
    ) -> ChangeClass? {
        let snapper = CaseSnapper(
            evaluation: space.new, solver: space.solver, ordinary: replay.ordinary, budget: budget)
        let snapped = snapper.snap(goals, valuation)
        guard let pair = replay.shortest(before, after, (change.old, change.new), space, [snapped, valuation]) else {
            return nil
        }
        let (regions, isWhole) = isNarrow ? ([], false) : regions(of: goals, around: snapped, in: space)
        return ChangeClass(
            old: pair.old.answer?.side(in: old) ?? change.old, new: pair.new.answer?.side(in: new) ?? change.new,
            regions: regions, isWhole: isWhole, oldExample: pair.old, newExample: pair.new)
    }

    /// The regions of a class, the first around its example.
    private func regions(
        of goals: [Formula], around valuation: Valuation, in wide: DiffSpace
    ) -> (regions: [[String]], isWhole: Bool) {
        let finder = RegionFinder(table: wide.table, solver: wide.solver, budget: budget)
        let words = RegionText(
            model: new, table: wide.table, universe: wide.new.universe,
            suffixes: VersionedNames(wide.old, wide.new).suffixes)
        var regions: [[String]] = []
        var outside: [Formula] = []
        var found: Valuation? = valuation
        while let valuation = found, regions.count < Self.mostRegions {
            // Apart from those before it: a case is in one of them only.
            let region = finder.region(around: valuation, in: wide.table.all(goals + outside))
            regions.append(words.parts(region))
            outside.append(!wide.table.all(region.literals))
            switch wide.solver.solve(goals + outside, budget: budget) {
            case .none:
                // What only an example can tell is not told.
                return (regions, !regions.joined().contains { $0.hasSuffix(RegionText.untold) })
            case .undecided: return (regions, false)
            case .found(let next): found = next
            }
        }
        return (regions, false)
    }

    // MARK: With lists element by element

    private func narrowClasses(
        _ before: DecisionID, _ after: DecisionID, _ change: AnswerChange, _ part: DiffPart
    ) -> [ChangeClass] {
        let space = part.makeNarrow()
        var classes = FoundClasses(most: Self.mostClasses)
        let changes = changes(before, after, in: space).filter { $0.old == change.old && $0.new == change.new }
        for change in changes {
            var goals = [change.cases] + part.goals(space)
            while !classes.isFull, case .found(let valuation) = space.solver.solve(goals, budget: budget) {
                let kind = change.kind(of: valuation, space.table)
                let found = changeClass(
                    before, after, kind, goals + kind.alike, valuation, in: space, isNarrow: true)
                if let found { classes.add(found) }
                if kind.alike.isEmpty { break }
                goals.append(!space.table.all(kind.alike))
            }
        }
        return classes.found
    }
}
