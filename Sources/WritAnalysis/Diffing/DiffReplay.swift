import WritEngine
import WritSemantics

/// Asks both versions about a case.
struct DiffReplay {
    let old: CheckedModel
    let new: CheckedModel
    /// Those of the new version. What it does not know has those of the old one.
    let ordinary: OrdinaryValues
    private let oldOrdinary: OrdinaryValues
    private let shared: SharedCase
    private let assignments: (FactAssignments, FactAssignments)
    private let depths: (EvaluationDepth, EvaluationDepth)

    init(_ old: CheckedModel, _ new: CheckedModel) {
        self.old = old
        self.new = new
        let facts = SharedFacts(old, new)
        assignments = (FactAssignments(old, facts.oldRoots), FactAssignments(new, facts.newRoots))
        ordinary = OrdinaryValues(new, facts.newRoots)
        oldOrdinary = OrdinaryValues(old, facts.oldRoots)
        shared = SharedCase(facts)
        depths = (EvaluationDepth(old), EvaluationDepth(new))
    }

    /// From which way of answering to which.
    typealias Sides = (old: ChangeClass.Side, new: ChangeClass.Side)
    typealias Pair = (old: ExampleCase, new: ExampleCase)

    /// The case of the first valuation that goes from one way of answering to the other with a different answer, with as few facts as
    /// that takes; nil when none of them does.
    func shortest(
        _ before: DecisionID, _ after: DecisionID, _ sides: Sides, _ space: DiffSpace, _ valuations: [Valuation]
    ) -> Pair? {
        for valuation in valuations {
            let readers = (
                CaseReader(evaluation: space.old, ordinary: oldOrdinary, valuation: valuation),
                CaseReader(evaluation: space.new, ordinary: ordinary, valuation: valuation)
            )
            let facts = readers.1.facts()
            guard let like = shared.facts(like: facts, own: readers.0.facts()) else { continue }
            let told = (assignments.0.told(in: like), assignments.1.told(in: facts))
            let asked = readers.1.arguments(of: after)
            guard let alike = shared.arguments(like: asked, own: readers.0.arguments(of: before), before, after) else {
                continue
            }
            let arguments = (alike, asked)
            if let pair = shortest(before, after, sides, told, arguments) { return pair }
        }
        return nil
    }

    private func shortest(
        _ before: DecisionID, _ after: DecisionID, _ sides: Sides, _ told: ([FactAssignment], [FactAssignment]),
        _ arguments: ([Datum], [Datum])
    ) -> Pair? {
        func asked(_ left: [FactAssignment], _ right: [FactAssignment]) -> Pair? {
            let pair = (
                old: example(old, depths.0, before, left, arguments.0),
                new: example(new, depths.1, after, right, arguments.1)
            )
            guard let first = pair.old.answer, let second = pair.new.answer else { return nil }
            guard first.side(in: old) == sides.old, second.side(in: new) == sides.new else { return nil }
            return DatumComparison(old: old, new: new).differ(first, second) ? pair : nil
        }
        guard var best = asked(told.0, told.1) else { return nil }
        var kept = told
        for path in told.1.map({ assignments.1.path($0) }).reversed() {
            let fewer = (
                kept.0.filter { assignments.0.path($0) != path },
                kept.1.filter { assignments.1.path($0) != path }
            )
            if let pair = asked(fewer.0, fewer.1) { (kept, best) = (fewer, pair) }
        }
        return best
    }

    private func example(
        _ model: CheckedModel, _ depth: EvaluationDepth, _ decision: DecisionID, _ told: [FactAssignment],
        _ arguments: [Datum]
    ) -> ExampleCase {
        let facts = FactAssignments(model).facts(told)
        let answer = ReferenceEvaluator(model, facts: facts, depth: depth).decide(decision, arguments: arguments)
        return ExampleCase(
            assignments: told, facts: facts, decision: decision, arguments: arguments, answer: answer)
    }
}
