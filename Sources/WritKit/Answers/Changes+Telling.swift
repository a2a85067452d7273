import WritEngine
import WritSemantics

extension Changes {
    /// The changes that tell most: for each fact and each other rule the smallest one.
    ///
    /// Where a fact is part of the outcome, every value of it is another outcome; these come to the same rule and say little.
    func telling(besides answer: Answer) -> [Change] {
        struct Kind: Hashable {
            var path: FactPath
            var status: AnswerStatus
            var rules: [RuleReference]
        }
        var seen: Set<Kind> = []
        return changes.filter { change in
            let isOther = change.answer.rules != answer.rules || change.answer.status != answer.status
            let kind = Kind(path: change.fact.path, status: change.answer.status, rules: change.answer.rules)
            return isOther && seen.insert(kind).inserted
        }
    }
}
