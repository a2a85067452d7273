import WritSemantics
import WritValues

extension SymbolicEvaluation {
    // MARK: Order

    func compare(
        _ ordering: Term.Ordering, _ left: Symbol, _ leftType: WritType, _ right: Symbol, _ rightType: WritType
    ) -> Truth {
        let known = table.all([left.known, right.known])
        let faulted = table.any([left.faulted, right.faulted])
        guard let a = quotient(left, leftType), let b = quotient(right, rightType) else {
            return Truth(isTrue: .no, isFalse: .no, isFaulted: faulted)
        }
        return table.comparison(holds(ordering, a, b), known: known, faulted: faulted)
    }

    private func holds(_ ordering: Term.Ordering, _ left: QuotientSymbol, _ right: QuotientSymbol) -> Formula {
        switch ordering {
        case .lessOrEqual: atMost(left, right)
        case .greaterOrEqual: atMost(right, left)
        case .less: !atMost(right, left)
        case .greater: !atMost(left, right)
        }
    }

    /// A quantity as a quotient over 1.
    func quotient(_ symbol: Symbol, _ type: WritType) -> QuotientSymbol? {
        switch symbol.content {
        case .count(let variable): QuotientSymbol(dividend: variable, scale: type.scale)
        case .quotient(let quotient): quotient
        default: nil
        }
    }

    /// a/b ≤ c/d, multiplied crosswise; where just one divisor is negative the other way round.
    private func atMost(_ left: QuotientSymbol, _ right: QuotientSymbol) -> Formula {
        let a = crosswise(left.dividend, right.divisor)
        let b = crosswise(right.dividend, left.divisor)
        // Brought to one scale: a·10⁻ˢ/(b·10⁻ᵗ) has the exponent t − s.
        let exponent = (right.scale - right.divisorScale) - (left.scale - left.divisorScale)
        let (x, y) = (scaled(a, by: max(0, exponent)), scaled(b, by: max(0, -exponent)))
        let flips = [left.divisor, right.divisor].compactMap { $0 }.map { table.atMost($0, -1) }
        let straight = table.difference(x, y, atMost: 0)
        if flips.allSatisfy({ $0 == .no }) { return straight }
        let reversed = table.difference(y, x, atMost: 0)
        let isFlipped =
            flips.count == 1 ? flips[0] : !table.same(flips[0], flips[1])
        return table.any([table.all([isFlipped, reversed]), table.all([!isFlipped, straight])])
    }

    private func crosswise(_ dividend: Variable, _ divisor: Variable?) -> Variable {
        guard let divisor else { return dividend }
        return product(dividend, divisor)
    }

    // MARK: Equality

    func equal(_ left: Symbol, _ leftType: WritType, _ right: Symbol, _ rightType: WritType) -> Truth {
        let known = table.all([left.known, right.known])
        let faulted = table.any([left.faulted, right.faulted])
        func whole(_ holds: Formula) -> Truth { table.comparison(holds, known: known, faulted: faulted) }
        switch (left.content, right.content) {
        case (.truth(let a), .truth(let b)): return whole(table.same(a, b))
        case (.count, _), (.quotient, _):
            guard let a = quotient(left, leftType), let b = quotient(right, rightType) else { return whole(.no) }
            return whole(table.all([atMost(a, b), atMost(b, a)]))
        case (.text(let a), .text(let b)): return whole(same(a, b))
        case (.variant(let a), .variant(let b)):
            return inside(known, faulted, variants(a, b, leftType))
        case (.record(let a), .record(let b)):
            guard case .record(let id) = leftType else { return whole(.no) }
            let fields = model[id].fields
            let parts = fields.indices.map { equal(a[$0], fields[$0].type, b[$0], fields[$0].type) }
            return inside(known, faulted, table.both(parts))
        case (.list(let a), .list(let b)): return inside(known, faulted, lists(a, b, left, right, leftType))
        case (.nothing, _), (_, .nothing): return Truth(isTrue: .no, isFalse: .no, isFaulted: faulted)
        default: return truth(of: opaque("equal", [left, right], .boolean, known: known, faulted: faulted))
        }
    }

    /// The truth of a part where the whole is known.
    private func inside(_ known: Formula, _ faulted: Formula, _ part: Truth) -> Truth {
        Truth(
            isTrue: table.all([known, part.isTrue]), isFalse: table.all([known, part.isFalse]),
            isFaulted: table.any([faulted, table.all([known, part.isFaulted])]))
    }

    /// Of two cases they differ; in one case the fields decide.
    private func variants(_ left: [CaseSymbol], _ right: [CaseSymbol], _ type: WritType) -> Truth {
        var isTrue: [Formula] = []
        var isFaulted: [Formula] = []
        var isFalse: [Formula] = []
        var isSameCase: [Formula] = []
        for a in left {
            guard let b = right.first(where: { $0.index == a.index }) else { continue }
            let both = table.all([a.isIt, b.isIt])
            if both == .no { continue }
            isSameCase.append(both)
            guard case .variant(let id) = type, !a.fields.isEmpty else {
                isTrue.append(both)
                continue
            }
            let slots = model[id].cases[a.index].fields
            let fields = table.both(
                slots.indices.map { equal(a.fields[$0], slots[$0].type, b.fields[$0], slots[$0].type) })
            isTrue.append(table.all([both, fields.isTrue]))
            isFalse.append(table.all([both, fields.isFalse]))
            isFaulted.append(table.all([both, fields.isFaulted]))
        }
        isFalse.append(!table.any(isSameCase))
        return Truth(isTrue: table.any(isTrue), isFalse: table.any(isFalse), isFaulted: table.any(isFaulted))
    }

    /// Lists of elements that may be there or not are compared one by one; of lists of any length it is not followed.
    private func lists(_ a: ListSymbol, _ b: ListSymbol, _ left: Symbol, _ right: Symbol, _ type: WritType) -> Truth {
        guard case .list(let element) = type, let x = a.elements, let y = b.elements else {
            return openly(left, right)
        }
        if (x + y).allSatisfy({ $0.isThere == .yes }) {
            return x.count == y.count ? table.both(zip(x, y).map { equal($0.value, element, $1.value, element) }) : .no
        }
        let pairs = x.map { one in y.map { equal(one.value, element, $0.value, element) } }
        let isTrue = ListAlignment(table: table, left: x.map(\.isThere), right: y.map(\.isThere)) {
            pairs[$0][$1].isTrue
        }
        let mayBe = ListAlignment(table: table, left: x.map(\.isThere), right: y.map(\.isThere)) {
            !pairs[$0][$1].isFalse
        }
        let (certain, possible) = (isTrue.formula(), mayBe.formula())
        let isFaulted = table.all([!certain, possible, table.any(pairs.joined().map(\.isFaulted))])
        return Truth(isTrue: certain, isFalse: !possible, isFaulted: isFaulted)
    }

    /// Of lists that are not followed: true, false, or held where an element may have something unknown.
    private func openly(_ left: Symbol, _ right: Symbol) -> Truth {
        func asked(_ what: String) -> Formula { opaqueFlag(what, [left, right]) }
        let isSame = asked("equal")
        if isWhole(left) && isWhole(right) { return table.comparison(isSame, known: .yes, faulted: .no) }
        let known = asked("equality is known")
        return table.comparison(isSame, known: known, faulted: table.all([!known, asked("equality is faulted")]))
    }

    /// Whether nothing inside a known value is ever unknown.
    private func isWhole(_ symbol: Symbol) -> Bool {
        func isKnown(_ part: Symbol) -> Bool { part.known == .yes && isWhole(part) }
        switch symbol.content {
        case .record(let fields): return fields.allSatisfy(isKnown)
        case .variant(let cases): return cases.allSatisfy { $0.fields.allSatisfy(isKnown) }
        case .list(let list):
            return list.parts.allSatisfy { part in
                switch part {
                case .element(_, let element): isKnown(element)
                case .many(_, let many): ofStandIn(many) { isKnown($0.value) }
                }
            }
        default: return true
        }
    }

    /// Whether a value is among a list's elements.
    func member(_ element: Symbol, _ type: WritType, _ list: Term, _ locals: SymbolicLocals) -> Truth {
        guard case .list(let elementType) = list.type else { preconditionFailure("not a list") }
        return disjunction(evaluate(list, locals)) { self.equal(element, type, $0, elementType) }
    }
}

extension ListSymbol {
    /// Its elements, each there or not; nil if it holds lists of any length.
    var elements: [(isThere: Formula, value: Symbol)]? {
        var elements: [(isThere: Formula, value: Symbol)] = []
        for part in parts {
            switch part {
            case .element(.no, _), .many(.no, _): continue
            case .element(let isThere, let symbol): elements.append((isThere, symbol))
            case .many: return nil
            }
        }
        return elements
    }
}

/// When two lists are the same, of whose elements each may be there or not.
struct ListAlignment {
    let table: FormulaTable
    let left: [Formula]
    let right: [Formula]
    /// Whether an element of the one is an element of the other.
    let same: (Int, Int) -> Formula

    /// From the ends: either the next of one list is not there, or both are there and the same.
    func formula() -> Formula {
        var next = Array(repeating: Formula.yes, count: right.count + 1)
        for place in right.indices.reversed() { next[place] = table.all([next[place + 1], !right[place]]) }
        for row in left.indices.reversed() {
            var now = next
            now[right.count] = table.all([next[right.count], !left[row]])
            for place in right.indices.reversed() {
                let both = table.all([left[row], right[place]])
                now[place] = table.any([
                    table.all([!left[row], next[place]]),
                    table.all([left[row], !right[place], now[place + 1]]),
                    both == .no ? .no : table.all([both, same(row, place), next[place + 1]]),
                ])
            }
            next = now
        }
        return next[0]
    }
}
