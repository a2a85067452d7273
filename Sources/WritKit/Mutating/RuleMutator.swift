import WritSemantics
import WritSource

/// Makes the changes of a rule's condition, and of a row's cells.
struct RuleMutator {
    let rule: Rule
    let decision: Decision
    let mutator: TermMutator
    let words: MutationWords

    /// Each with the rule's whole condition, changed.
    var mutations: [TermMutation] {
        let conjuncts = rule.condition.conjuncts
        var found = rule.isRow ? cellsMadeAny(conjuncts) : []
        if !rule.isRow, conjuncts.count > 1, conjuncts.allSatisfy(isOwn), !isInterval(conjuncts) {
            found.append(
                TermMutation(
                    term: Term(.or(conjuncts), .boolean, rule.condition.location), location: rule.location,
                    description: "its conditions with `and` as `or`"))
        }
        for (index, conjunct) in conjuncts.enumerated() where isOwn(conjunct) {
            for inner in mutator.mutations(of: conjunct) {
                var changed = conjuncts
                changed[index] = inner.term
                found.append(
                    TermMutation(term: whole(changed), location: inner.location, description: inner.description))
            }
        }
        return found
    }

    /// What an overriding rule asks is changed where it is written.
    private func isOwn(_ conjunct: Term) -> Bool {
        guard let operand = conjunct.negatedInPlace else { return true }
        return !decision.rules.contains { $0.location != rule.location && $0.condition.location == operand.location }
    }

    private func isInterval(_ conjuncts: [Term]) -> Bool {
        conjuncts.allSatisfy { $0.location == conjuncts[0].location }
    }

    private func whole(_ conjuncts: [Term]) -> Term {
        switch conjuncts.count {
        case 0: Term(.constant(.boolean(true)), .boolean, rule.condition.location)
        case 1: conjuncts[0]
        default: Term(.and(conjuncts), .boolean, rule.condition.location)
        }
    }

    /// The ends of an interval are one cell: they stand at one place.
    private func cellsMadeAny(_ conjuncts: [Term]) -> [TermMutation] {
        var places: [SourceLocation] = []
        for conjunct in conjuncts where isOwn(conjunct) && !places.contains(conjunct.location) {
            places.append(conjunct.location)
        }
        return places.map { place in
            let cell = conjuncts.first { $0.location == place }!
            return TermMutation(
                term: whole(conjuncts.filter { $0.location != place }), location: place,
                description: "\(words.quoted(cell)) as `any`")
        }
    }
}
