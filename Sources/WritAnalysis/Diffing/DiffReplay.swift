import WritEngine
import WritSemantics

/// Asks both versions about a case.
struct DiffReplay {
    let old: CheckedModel
    let new: CheckedModel
    let ordinary: OrdinaryValues
    private let assignments: (FactAssignments, FactAssignments)
    private let depths: (EvaluationDepth, EvaluationDepth)

    init(_ old: CheckedModel, _ new: CheckedModel) {
        self.old = old
        self.new = new
        assignments = (
            FactAssignments(old, FactRoots(old, alongside: new)), FactAssignments(new, SharedFacts(old, new).newRoots)
        )
        ordinary = OrdinaryValues(new, SharedFacts(old, new).newRoots)
        depths = (EvaluationDepth(old), EvaluationDepth(new))
    }

    typealias Pair = (old: ExampleCase, new: ExampleCase)

    /// The case of the first valuation that is answered differently, with as few facts as that takes; nil when none of them is.
    func shortest(
        _ before: DecisionID, _ after: DecisionID, _ space: DiffSpace, _ valuations: [Valuation]
    ) -> Pair? {
        for valuation in valuations {
            let readers = (
                CaseReader(evaluation: space.old, ordinary: ordinary, valuation: valuation),
                CaseReader(evaluation: space.new, ordinary: ordinary, valuation: valuation)
            )
            let told = (
                assignments.0.told(in: readers.0.facts()), assignments.1.told(in: readers.1.facts())
            )
            let arguments = (readers.0.arguments(of: before), readers.1.arguments(of: after))
            if let pair = shortest(before, after, told, arguments) { return pair }
        }
        return nil
    }

    private func shortest(
        _ before: DecisionID, _ after: DecisionID, _ told: ([FactAssignment], [FactAssignment]),
        _ arguments: ([Datum], [Datum])
    ) -> Pair? {
        func asked(_ left: [FactAssignment], _ right: [FactAssignment]) -> Pair? {
            let pair = (
                old: example(old, depths.0, before, left, arguments.0),
                new: example(new, depths.1, after, right, arguments.1)
            )
            guard let first = pair.old.answer, let second = pair.new.answer else { return nil }
            return DatumComparison(old: old, new: new).differ(first, second) ? pair : nil
        }
        guard var best = asked(told.0, told.1) else { return nil }
        let sides = (best.old.answer?.side(in: old), best.new.answer?.side(in: new))
        var kept = told
        for path in told.1.map({ assignments.1.path($0) }).reversed() {
            let fewer = (
                kept.0.filter { assignments.0.path($0) != path },
                kept.1.filter { assignments.1.path($0) != path }
            )
            guard let pair = asked(fewer.0, fewer.1), pair.old.answer?.side(in: old) == sides.0,
                pair.new.answer?.side(in: new) == sides.1
            else { continue }
            (kept, best) = (fewer, pair)
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
