import WritSemantics

/// Whether answers of two versions of a policy are the same, value by value; cases, fields and actions go by name.
struct DatumComparison {
    let old: CheckedModel
    let new: CheckedModel

    /// Whether two answers differ in what the host sees: the status, the outcome, the actions.
    func differ(_ left: Answer, _ right: Answer) -> Bool {
        if left.status != right.status { return true }
        let types = (old[left.decision].type, new[right.decision].type)
        switch (left.outcome, right.outcome) {
        case (nil, nil): break
        case (let a?, let b?): if !same(a, types.0, b, types.1) { return true }
        default: return true
        }
        guard left.actions.count == right.actions.count else { return true }
        return !zip(left.actions, right.actions).allSatisfy(same)
    }

    private func same(_ left: AnsweredAction, _ right: AnsweredAction) -> Bool {
        let (a, b) = (old[left.action], new[right.action])
        return a.heading.name == b.heading.name
            && same(left.arguments, a.parameters, right.arguments, b.parameters)
    }

    private func same(_ left: [Datum?], _ slots: [Slot], _ right: [Datum?], _ others: [Slot]) -> Bool {
        func told(_ datum: Datum?) -> Datum? {
            if case .unknown? = datum { nil } else { datum }
        }
        let names = Set(slots.map(\.name) + others.map(\.name))
        return names.allSatisfy { name in
            let (x, y) = (slots.firstIndex { $0.name == name }, others.firstIndex { $0.name == name })
            switch (x.flatMap { told(left[$0]) }, y.flatMap { told(right[$0]) }) {
            case (nil, nil): return true
            case (let a?, let b?): return same(a, slots[x!].type, b, others[y!].type)
            default: return false
            }
        }
    }

    func same(_ left: Datum, _ leftType: WritType, _ right: Datum, _ rightType: WritType) -> Bool {
        switch (left, right, leftType, rightType) {
        case (.variant(let a, let x), .variant(let b, let y), .variant(let first), .variant(let second)):
            let (one, other) = (old[first].cases[a], new[second].cases[b])
            return one.name == other.name && same(x, one.fields, y, other.fields)
        case (.record(let x), .record(let y), .record(let first), .record(let second)):
            return same(x, old[first].fields, y, new[second].fields)
        case (.list(let x), .list(let y), .list(let first), .list(let second)):
            return x.count == y.count && zip(x, y).allSatisfy { same($0, first, $1, second) }
        case (.count(let x), .count(let y), _, _): return same(x, leftType.scale, y, rightType.scale)
        case (.unknown, .unknown, _, _): return true
        case (.message, .message, _, _): return true
        default: return left == right
        }
    }

    private func same(_ left: Int128, _ scale: Int, _ right: Int128, _ other: Int) -> Bool {
        func scaled(_ value: Int128, _ decimals: Int) -> Int128 {
            (0..<max(0, decimals)).reduce(value) { value, _ in Saturating.multiply(value, 10) }
        }
        return scaled(left, other - scale) == scaled(right, scale - other)
    }
}
