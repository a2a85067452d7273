import WritSemantics

extension SymbolicEvaluation {
    func aggregate(_ aggregate: Term.Aggregate, _ passing: Passing, _ term: Term) -> Symbol {
        let (known, faulted) = valuesKnown(passing)
        let isThere = aggregate == .sum ? Formula.yes : some(passing)
        let symbol = Symbol(known: table.all([known, isThere]), faulted: faulted, .nothing)
        switch aggregate {
        case .sum: return symbol.without(.count(total(passing, term)))
        case .min: return symbol.without(.count(best(passing, .least, term, known: known)))
        case .max: return symbol.without(.count(best(passing, .greatest, term, known: known)))
        case .average:
            guard case .aggregate(_, _, _, _, let value) = term.kind else { return symbol }
            let ends =
                passing.many.isEmpty
                ? [] : [Term.Extreme.least, .greatest].map { best(passing, $0, term, known: known) }
            return symbol.without(
                .quotient(
                    QuotientSymbol(
                        dividend: total(passing, term), scale: value.type.scale, divisor: countVariable(passing),
                        ends: ends)))
        }
    }

    /// An unknown value of one that passes leaves the whole open.
    func valuesKnown(_ passing: Passing) -> (known: Formula, faulted: Formula) {
        var known = [passing.known]
        var faulted = [passing.faulted]
        for element in passing.elements {
            known.append(table.any([!element.passes, element.value.known]))
            faulted.append(table.all([element.passes, element.value.faulted]))
        }
        for part in passing.many {
            let open = table.all([part.passes, !part.value.known])
            known.append(table.any([!part.isThere, !some(of: part.many, open)]))
            faulted.append(
                table.all([part.isThere, some(of: part.many, table.all([part.passes, part.value.faulted]))]))
        }
        let isKnown = table.all(known)
        return (isKnown, table.all([table.any(faulted), !isKnown]))
    }

    private func total(_ passing: Passing, _ term: Term) -> Variable {
        let zero = table.constant(0)
        let elements = passing.elements.compactMap { element -> (Int128, Variable)? in
            guard case .count(let value) = element.value.content else { return nil }
            return (1, chosen(element.passes, value, else: zero))
        }
        let many = passing.many.compactMap { part -> (Int128, Variable)? in
            guard case .count(let value) = part.value.content else { return nil }
            let range = table.interval(of: value)
            let least = Saturating.multiply(min(0, range.low), Self.longest)
            let most = Saturating.multiply(max(0, range.high), Self.longest)
            let sum = free("sum", part.many, part.passes, value, least...most, term)
            let counted = table.all([part.isThere, some(of: part.many, part.passes)])
            return (1, chosen(counted, sum, else: zero))
        }
        return linear(elements + many, term)
    }

    private func best(_ passing: Passing, _ extreme: Term.Extreme, _ term: Term, known: Formula) -> Variable {
        // What does not pass is farther than any value.
        let far = table.constant(extreme == .least ? Int128(1) << 100 : -(Int128(1) << 100))
        let elements = passing.elements.compactMap { element -> Variable? in
            guard case .count(let value) = element.value.content else { return nil }
            return chosen(element.passes, value, else: far)
        }
        let many = passing.many.compactMap { part -> Variable? in
            guard case .count(let value) = part.value.content else { return nil }
            let best = free(extreme.rawValue, part.many, part.passes, value, table.interval(of: value).range, term)
            bound(part, by: best, extreme, known: known)
            return chosen(table.all([part.isThere, some(of: part.many, part.passes)]), best, else: far)
        }
        let values = elements + many
        if values.isEmpty { return far }
        return values.count == 1 ? values[0] : table.define(.extreme(extreme, values), name: name(term))
    }

    /// No value is farther than the extreme of all, and if all are known it is that of one of them.
    private func bound(_ part: ManyPassing, by best: Variable, _ extreme: Term.Extreme, known: Formula) {
        guard part.many.isFact, table[best].definition == nil else { return }
        func isWithin(_ value: Variable) -> Formula {
            extreme == .greatest
                ? table.difference(value, best, atMost: 0) : table.difference(best, value, atMost: 0)
        }
        listAxioms.add(lawOf: part.many.name, key: best, owner: owner(of: part.many)) { element in
            let made = part.make(element)
            guard case .count(let value) = made.value.content else { return .yes }
            return self.table.implies(self.table.all([made.passes, made.value.known]), isWithin(value))
        }
        let element = leaf(
            "?\(part.many.name){extreme \(best.index)}", part.many.type,
            LeafKind(isOptional: false, isOpaque: true, bounds: part.many.bounds))
        let made = part.make(element)
        guard case .count(let value) = made.value.content else { return }
        let isSome = table.all([known, part.isThere, some(of: part.many, part.passes)])
        listAxioms.add(
            element, of: part.many.name, isThere: isSome, key: best, owner: ObjectIdentifier(self))
        let isIt = table.all([
            made.passes, made.value.known, table.difference(value, best, atMost: 0),
            table.difference(best, value, atMost: 0),
        ])
        axioms.add(table.implies(isSome, isIt), about: best, isDeep: true)
    }

    /// A value about a list of any length that is not followed further, the same one for the same question.
    private func free(
        _ what: String, _ many: BaseList, _ passes: Formula, _ value: Variable, _ range: ClosedRange<Int128>,
        _ term: Term
    ) -> Variable {
        if let single = table.interval(of: value).single, what != "sum" { return table.constant(single) }
        isExact = false
        return table.variable(
            .shape(FactLeaf(path: "\(what) of \(many.name) \(passes.code) \(value.index)")), name: name(term),
            domain: .whole(range))
    }
}
