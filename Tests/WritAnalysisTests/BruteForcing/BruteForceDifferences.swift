import WritEngine
import WritSemantics

@testable import WritAnalysis

/// Compares what a change of a policy is said to do with what it does to each case.
struct BruteForceDifferences {
    /// The same cases, as each version reads them.
    let old: BruteForceCases
    let new: BruteForceCases
    let pairs: BruteForcePairs
    /// The texts of the new version; nil where it is not told which cases are in a class.
    var policies: BruteForcePolicies?
    let budget: SearchBudget
    let makeSolver: (FormulaTable) -> any CaseSolver
    var tally = BruteForceTally()

    struct Pair: Hashable {
        var old: ChangeClass.Side
        var new: ChangeClass.Side
    }

    mutating func compare() {
        let differ = MeaningDiffer(old: old.model, new: new.model, budget: budget, makeSolver: makeSolver)
        for decision in differ.difference().decisions {
            guard let before = decision.old, let after = decision.new, isAskedAlike(before, after) else { continue }
            compare(decision, differing(before, after))
        }
    }

    private mutating func compare(_ decision: DecisionDifference, _ pairs: Set<Pair>) {
        switch decision.kind {
        case .same: tally.settle(pairs.isEmpty, "\(decision.name) is not the same: \(pairs)")
        case .undecided: tally.open(decision.name)
        case .changed(let classes, let isComplete):
            let found = Set(classes.map { Pair(old: $0.old, new: $0.new) })
            if isComplete {
                let isRight = old.isWhole ? found == pairs : found.isSuperset(of: pairs)
                tally.settle(isRight, "\(decision.name): by force \(pairs), found \(found)")
            } else {
                tally.open(decision.name)
                let isRight = !old.isWhole || found.isSubset(of: pairs)
                tally.settle(isRight, "\(decision.name): by force \(pairs), found \(found)")
            }
            for one in classes {
                tally.settle(differs(one), "the example of \(one.old) to \(one.new)")
                compareRegions(one, decision)
            }
        case .retyped: return
        default: tally.settle(false, "\(decision.name) is \(decision.kind)")
        }
    }

    /// A case is in one of the regions if, where these are all, and only if it is in the class.
    private mutating func compareRegions(_ one: ChangeClass, _ decision: DecisionDifference) {
        guard let policies, let before = decision.old, let after = decision.new, !one.regions.isEmpty,
            old.model[before].parameters.isEmpty
        else { return }
        let what = "\(decision.name): \(one.old) to \(one.new) where \(one.regions)"
        guard let hits = BruteForceRegions(policies: policies, facts: new.facts).hits(one.regions) else {
            return tally.unread(what)
        }
        let comparison = DatumComparison(old: old.model, new: new.model)
        for (index, answers) in zip(old.answers[before.index], new.answers[after.index]).enumerated() {
            let isOne =
                answers.0.side(in: old.model) == one.old && answers.1.side(in: new.model) == one.new
                && comparison.differ(answers.0, answers.1)
            let isRight = hits[index] == (isOne ? 1 : 0) || isOne && hits[index] == 0 && !one.isWhole
            if !isRight {
                let place = "case \(index), \(new.facts[index]): in \(hits[index]) regions"
                return tally.settle(false, "\(what), \(isOne ? "a case of it" : "none"), \(place)")
            }
        }
        tally.settle(true, what)
    }

    /// Whether it is asked with the same arguments, in the same order.
    private func isAskedAlike(_ before: DecisionID, _ after: DecisionID) -> Bool {
        func isAlike(_ left: Slot, _ right: Slot) -> Bool {
            let values = (pairs.old.values(left, .nowhere), pairs.new.values(right, .nowhere))
            return values.0.count == values.1.count
                && zip(values.0, values.1).allSatisfy { pairs.isSame($0, left.type, $1, right.type) }
        }
        let slots = (old.model[before].parameterSlots, new.model[after].parameterSlots)
        return slots.0.count == slots.1.count && zip(slots.0, slots.1).allSatisfy(isAlike)
    }

    private func differing(_ before: DecisionID, _ after: DecisionID) -> Set<Pair> {
        let comparison = DatumComparison(old: old.model, new: new.model)
        var pairs = Set<Pair>()
        for (left, right) in zip(old.answers[before.index], new.answers[after.index])
        where comparison.differ(left, right) {
            pairs.insert(Pair(old: left.side(in: old.model), new: right.side(in: new.model)))
        }
        return pairs
    }

    private func differs(_ one: ChangeClass) -> Bool {
        guard let left = one.oldExample.decision, let right = one.newExample.decision else { return false }
        let answers = (
            old.evaluator(one.oldExample.facts).decide(left, arguments: one.oldExample.arguments),
            new.evaluator(one.newExample.facts).decide(right, arguments: one.newExample.arguments)
        )
        return pairs.isCase(one.oldExample.facts, one.newExample.facts)
            && DatumComparison(old: old.model, new: new.model).differ(answers.0, answers.1)
            && answers.0.side(in: old.model) == one.old && answers.1.side(in: new.model) == one.new
    }
}
