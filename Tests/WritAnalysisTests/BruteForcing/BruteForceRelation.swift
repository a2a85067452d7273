import WritSemantics

/// A promise about two cases, held against all pairs of them.
struct BruteForceRelation {
    let cases: BruteForceCases
    let promise: RelationalPromise

    /// Whether two cases that differ in the one fact only break it.
    var isBroken: Bool {
        let values = cases.values(of: promise.value).map(order)
        let counts = promise.condition.map { cases.values(of: $0).map { $0 == .boolean(true) } }
        var groups: [[Datum]: [Int]] = [:]
        for (number, facts) in cases.facts.enumerated() where counts?[number] ?? true {
            var others = facts.facts
            others[promise.fact.index] = .boolean(true)
            groups[others, default: []].append(number)
        }
        return groups.values.contains { group in
            group.contains { first in group.contains { isBroken(first, $0, values) } }
        }
    }

    private func isBroken(_ first: Int, _ second: Int, _ values: [Int128?]) -> Bool {
        let facts = (fact(first), fact(second))
        guard let before = facts.0, let after = facts.1, let old = values[first], let new = values[second] else {
            return false
        }
        guard promise.changeRises ? before < after : before > after else { return false }
        return promise.valueNever == .falls ? new < old : new > old
    }

    private func fact(_ number: Int) -> Int128? { order(cases.facts[number].facts[promise.fact.index]) }

    private func order(_ datum: Datum) -> Int128? {
        switch datum {
        case .boolean(let truth): truth ? 1 : 0
        case .count(let count): count
        case .variant(let index, _): Int128(index)
        default: nil
        }
    }
}
