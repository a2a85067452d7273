import WritSemantics

// Whether a list of any length has elements of a kind, and how many. Whether there are some is a proposition, worked out from those about
// the parts of what is asked; how many there are is a number that is looked at only where a policy counts.
extension SymbolicEvaluation {
    /// How far conjunctions inside conjunctions are followed by themselves, and how many parts of each.
    private static let countDepth = 2
    private static let countBreadth = 8

    /// Whether a formula about the stand-in holds of some element.
    func some(of many: BaseList, _ formula: Formula) -> Formula {
        some(of: many, formula, depth: Self.countDepth)
    }

    /// Whether any elements pass.
    func some(_ passing: Passing) -> Formula {
        table.any(
            passing.elements.map(\.passes)
                + passing.many.map { table.all([$0.isThere, some(of: $0.many, $0.passes)]) })
    }

    private func some(of many: BaseList, _ formula: Formula, depth: Int) -> Formula {
        if formula == .no { return .no }
        let isAny = table.atLeast(many.length, 1)
        if formula == .yes { return isAny }
        let key = CountKey(list: many.name, formula: formula)
        if let known = somes[key] { return known }
        let own = table.isTrue(someKey(of: many, formula))
        let isSome: Formula
        if formula.isNegated {
            // Of a list with elements, all are of the kind or some are not; where some are and some are not there are two.
            let others = some(of: many, !formula, depth: depth)
            isSome = table.all([isAny, table.any([!others, table.all([own, table.atLeast(many.length, 2)])])])
        } else if depth > 0, case .all(let parts) = table.nodes[formula.node] {
            isSome = table.all(
                [isAny, own] + parts.prefix(Self.countBreadth).map { some(of: many, $0, depth: depth - 1) })
        } else {
            isSome = table.all([isAny, own])
        }
        somes[key] = isSome
        return isSome
    }

    /// The variable that is free to say whether a formula holds of some element, where nothing else says it; of any element at all, how many
    /// there are.
    func someKey(of many: BaseList, _ formula: Formula) -> Variable {
        if formula == .yes { return many.length }
        return table.variable(
            .shape(FactLeaf(path: "#some \(many.name) \(formula.code)")), name: many.name, domain: .finite(2))
    }

    /// Of how many elements a formula about the stand-in holds: none or some, as ``some(of:_:)`` says; no more than there are, nor than of
    /// any part of a conjunction.
    func count(of many: BaseList, _ formula: Formula) -> Variable {
        count(of: many, formula, depth: Self.countDepth)
    }

    private func count(of many: BaseList, _ formula: Formula, depth: Int) -> Variable {
        if formula == .no { return table.constant(0) }
        if formula == .yes { return many.length }
        if formula.isNegated {
            let others = count(of: many, !formula, depth: depth)
            let counted = linear([(1, many.length), (-1, others)], name: "the others of \(many.name)")
            table.note(some(of: many, formula, depth: depth), of: counted)
            return counted
        }
        let key = CountKey(list: many.name, formula: formula)
        if let known = counts[key] { return known }
        let name = "how many of \(many.name)"
        let free = table.variable(
            .shape(FactLeaf(path: "#\(many.name) \(formula.code)")), name: name, domain: .whole(1...Self.longest))
        var limits = [free, linear([(1, many.length)], constant: -1, name: name)]
        if depth > 0, case .all(let parts) = table.nodes[formula.node] {
            limits += parts.prefix(Self.countBreadth).map { count(of: many, $0, depth: depth - 1) }
        }
        let between = table.define(.extreme(.least, limits), name: name)
        let isSome = some(of: many, formula, depth: depth)
        let isSomeOther = some(of: many, !formula, depth: depth)
        let counted = chosen(isSome, chosen(isSomeOther, between, else: many.length), else: table.constant(0))
        table.note(isSome, of: counted)
        axioms.add(table.atLeast(counted, 0), about: counted, isLemma: true)
        for limit in [many.length] + limits.dropFirst(2) {
            axioms.add(table.difference(counted, limit, atMost: 0), about: counted, and: limit, isLemma: true)
        }
        counts[key] = counted
        return counted
    }
}
