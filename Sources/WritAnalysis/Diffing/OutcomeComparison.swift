import WritSemantics

/// Whether values of two versions of a policy are the same: cases, fields and actions go by name.
struct OutcomeComparison {
    let old: SymbolicEvaluation
    let new: SymbolicEvaluation

    private var table: FormulaTable { old.table }

    /// Where two conclusions, both known, say and do the same.
    func same(_ left: ConclusionSymbol, _ right: ConclusionSymbol) -> Formula {
        var parts: [Formula] = []
        switch (left.value, right.value) {
        case (let a?, let b?): parts.append(same(a, left.type, b, right.type))
        case (nil, nil): break
        default: return .no
        }
        parts.append(same(left.actions, right.actions))
        return table.all(parts)
    }

    func same(_ left: [ActionSymbol], _ right: [ActionSymbol]) -> Formula {
        guard left.count == right.count else { return .no }
        return table.all(
            zip(left, right).map { a, b in
                let (x, y) = (old.model[a.action], new.model[b.action])
                guard x.heading.name == y.heading.name else { return .no }
                return same(a.arguments, x.parameters, b.arguments, y.parameters)
            })
    }

    /// Parts by name; a part that only one of them has is the same where it is unknown.
    private func same(_ left: [Symbol?], _ slots: [Slot], _ right: [Symbol?], _ others: [Slot]) -> Formula {
        var parts: [Formula] = []
        for (symbol, slot) in zip(left, slots) {
            if let index = others.firstIndex(where: { $0.name == slot.name }) {
                parts.append(same(symbol ?? .left, slot.type, right[index] ?? .left, others[index].type))
            } else {
                parts.append(!(symbol ?? .left).known)
            }
        }
        for (symbol, slot) in zip(right, others) where !slots.contains(where: { $0.name == slot.name }) {
            parts.append(!(symbol ?? .left).known)
        }
        return table.all(parts)
    }

    /// Both unknown, or both known and the same.
    func same(_ left: Symbol, _ leftType: WritType, _ right: Symbol, _ rightType: WritType) -> Formula {
        let known = table.all([left.known, right.known])
        let neither = table.all([!left.known, !right.known])
        return table.any([neither, table.all([known, content(left, leftType, right, rightType)])])
    }

    private func content(_ left: Symbol, _ leftType: WritType, _ right: Symbol, _ rightType: WritType) -> Formula {
        switch (left.content, right.content, leftType, rightType) {
        case (.variant(let a), .variant(let b), .variant(let x), .variant(let y)):
            return table.any(
                a.map { one in
                    let type = old.model[x].cases[one.index]
                    guard let other = b.first(where: { new.model[y].cases[$0.index].name == type.name }) else {
                        return .no
                    }
                    let both = table.all([one.isIt, other.isIt])
                    if both == .no { return .no }
                    let fields = same(
                        one.fields, type.fields, other.fields, new.model[y].cases[other.index].fields)
                    return table.all([both, fields])
                })
        case (.record(let a), .record(let b), .record(let x), .record(let y)):
            return same(a, old.model[x].fields, b, new.model[y].fields)
        case (.list(let a), .list(let b), .list(let x), .list(let y)):
            guard let first = a.elements, let second = b.elements else {
                return Formula(a == b)
            }
            return ListAlignment(table: table, left: first.map(\.isThere), right: second.map(\.isThere)) {
                same(first[$0].value, x, second[$1].value, y)
            }.formula()
        case (.message, .message, _, _): return .yes
        case (.variant, _, _, _), (.record, _, _, _), (.list, _, _, _): return .no
        default: return old.equal(left, leftType, right, rightType).isTrue
        }
    }
}

extension Symbol {
    /// A part that is left out.
    fileprivate static let left = Symbol(known: .no, .nothing)
}
