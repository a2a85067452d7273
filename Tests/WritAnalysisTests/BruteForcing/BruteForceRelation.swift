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
            groups[others(facts), default: []].append(number)
        }
        return groups.values.contains { group in
            group.contains { first in group.contains { isBroken(first, $0, values) } }
        }
    }

    /// Whether these two are such cases: they differ in nothing else, and the value goes where it never may.
    func isBroken(by pair: [FactSet]) -> Bool {
        guard pair.count == 2 else { return false }
        let others = pair.map(others)
        let holds = pair.allSatisfy { facts in
            promise.condition.map { cases.evaluator(facts).evaluate($0) == .boolean(true) } ?? true
        }
        let values = pair.map { order(cases.evaluator($0).evaluate(promise.value)) }
        let facts = pair.map { order($0[promise.fact].part(promise.fields)) }
        // The pair is in the order of the fact.
        let isOne = isBroken((facts[0], facts[1]), (values[0], values[1]))
        return holds && others[0] == others[1] && (isOne || isBroken((facts[1], facts[0]), (values[1], values[0])))
    }

    /// Everything but what differs.
    private func others(_ facts: FactSet) -> [Datum] {
        var others = facts.facts
        others[promise.fact.index] = others[promise.fact.index].replacing(promise.fields, with: .boolean(true))
        return others
    }

    private func isBroken(_ first: Int, _ second: Int, _ values: [Int128?]) -> Bool {
        isBroken((fact(first), fact(second)), (values[first], values[second]))
    }

    private func isBroken(_ facts: (Int128?, Int128?), _ values: (Int128?, Int128?)) -> Bool {
        guard let before = facts.0, let after = facts.1, let old = values.0, let new = values.1 else { return false }
        guard promise.changeRises ? before < after : before > after else { return false }
        return promise.valueNever == .falls ? new < old : new > old
    }

    private func fact(_ number: Int) -> Int128? { order(cases.facts[number][promise.fact].part(promise.fields)) }

    private func order(_ datum: Datum) -> Int128? {
        switch datum {
        case .boolean(let truth): truth ? 1 : 0
        case .count(let count): count
        case .variant(let index, _): Int128(index)
        default: nil
        }
    }
}

extension Datum {
    /// What a field of a record holds, through records; itself where there is none.
    func part(_ fields: [Int]) -> Datum {
        fields.reduce(self) { datum, field in if case .record(let parts) = datum { parts[field] } else { datum } }
    }

    /// The same with another value in a field; itself where it is not known and so has no fields.
    func replacing(_ fields: [Int], with value: Datum) -> Datum {
        guard let field = fields.first else { return value }
        guard case .record(var parts) = self else { return self }
        parts[field] = parts[field].replacing(Array(fields.dropFirst()), with: value)
        return .record(parts)
    }
}
