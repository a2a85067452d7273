import WritSemantics
import WritSource

/// A conclusion with one small change in it.
struct ConclusionMutation {
    var conclusion: Conclusion
    var location: SourceLocation
    var description: String
}

/// Makes the changes of what a rule answers and has done.
struct ConclusionMutator {
    let model: CheckedModel
    let mutator: TermMutator
    let words: MutationWords

    func mutations(of conclusion: Conclusion) -> [ConclusionMutation] {
        values(conclusion) + actions(conclusion)
    }

    private func values(_ conclusion: Conclusion) -> [ConclusionMutation] {
        guard let value = conclusion.value else { return [] }
        var found: [ConclusionMutation] = []
        for mutation in [otherCase(value)].compactMap(\.self) + mutator.mutations(of: value) {
            var changed = conclusion
            changed.value = mutation.term
            found.append(
                ConclusionMutation(
                    conclusion: changed, location: mutation.location, description: mutation.description))
        }
        return found
    }

    /// The next value of the enumeration that needs no fields, the first following the last.
    private func otherCase(_ value: Term) -> TermMutation? {
        let current: Int
        switch value.kind {
        case .constant(.variant(let index, _)), .makeCase(_, let index, _): current = index
        default: return nil
        }
        guard case .variant(let id) = value.type else { return nil }
        let cases = model[id].cases
        let others = (1..<max(1, cases.count)).map { (current + $0) % cases.count }
        guard let other = others.first(where: { cases[$0].fields.isEmpty }) else { return nil }
        return TermMutation(
            term: Term(.constant(.variant(other, [])), value.type, value.location), location: value.location,
            description: "\(words.quoted(value.location.text)) as `\(cases[other].name)`")
    }

    private func actions(_ conclusion: Conclusion) -> [ConclusionMutation] {
        var found: [ConclusionMutation] = []
        for (index, call) in conclusion.actions.enumerated() {
            var dropped = conclusion
            dropped.actions.remove(at: index)
            found.append(
                ConclusionMutation(
                    conclusion: dropped, location: call.location,
                    description: "\(words.quoted(call.location.text)) gone"))
            for (place, argument) in call.arguments.enumerated() {
                guard let argument else { continue }
                for mutation in mutator.mutations(of: argument) {
                    var changed = conclusion
                    changed.actions[index].arguments[place] = mutation.term
                    found.append(
                        ConclusionMutation(
                            conclusion: changed, location: mutation.location, description: mutation.description))
                }
            }
        }
        return found
    }
}
