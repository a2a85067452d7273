import WritSemantics

extension SymbolicEvaluation {
    func aggregate(_ aggregate: Term.Aggregate, _ passing: Passing, _ term: Term) -> Symbol {
        let (known, faulted) = valuesKnown(passing)
        let count = countVariable(passing)
        let isThere = aggregate == .sum ? Formula.yes : table.atLeast(count, 1)
        let symbol = Symbol(known: table.all([known, isThere]), faulted: faulted, .nothing)
        switch aggregate {
        case .sum: return symbol.without(.count(total(passing, term)))
        case .min: return symbol.without(.count(best(passing, .least, term)))
        case .max: return symbol.without(.count(best(passing, .greatest, term)))
        case .average:
            guard case .aggregate(_, _, _, _, let value) = term.kind else { return symbol }
            return symbol.without(
                .quotient(QuotientSymbol(dividend: total(passing, term), scale: value.type.scale, divisor: count)))
        }
    }

    /// An unknown value of one that passes leaves the whole open.
    private func valuesKnown(_ passing: Passing) -> (known: Formula, faulted: Formula) {
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

    private func best(_ passing: Passing, _ extreme: Term.Extreme, _ term: Term) -> Variable {
        // What does not pass is farther than any value.
        let far = table.constant(extreme == .least ? Int128(1) << 100 : -(Int128(1) << 100))
        let elements = passing.elements.compactMap { element -> Variable? in
            guard case .count(let value) = element.value.content else { return nil }
            return chosen(element.passes, value, else: far)
        }
        let many = passing.many.compactMap { part -> Variable? in
            guard case .count(let value) = part.value.content else { return nil }
            let best = free(extreme.rawValue, part.many, part.passes, value, table.interval(of: value).range, term)
            return chosen(table.all([part.isThere, some(of: part.many, part.passes)]), best, else: far)
        }
        let values = elements + many
        if values.isEmpty { return far }
        return values.count == 1 ? values[0] : table.define(.extreme(extreme, values), name: name(term))
    }

    /// A value about a list of any length that is not followed further, the same one for the same question.
    private func free(
        _ what: String, _ many: ManySymbol, _ passes: Formula, _ value: Variable, _ range: ClosedRange<Int128>,
        _ term: Term
    ) -> Variable {
        if let single = table.interval(of: value).single, what != "sum" { return table.constant(single) }
        isExact = false
        return table.variable(
            .shape(FactLeaf(path: "\(what) of \(many.name) \(passes.code) \(value.index)")), name: name(term),
            domain: .whole(range))
    }

    // MARK: The first

    func first(
        _ local: LocalID, _ list: Symbol, _ filter: Term?, _ key: Term?, _ descending: Bool, _ term: Term,
        _ locals: SymbolicLocals
    ) -> Symbol {
        guard case .list(let elements) = list.content else { return list.without(.nothing) }
        let isOpen = elements.parts.contains { if case .many = $0 { true } else { false } }
        if isOpen { return firstOfMany(local, list, filter, key, descending, term, locals) }
        if let key { return firstByKey(local, list, filter, key, descending, locals) }
        return firstMatch(local, list, elements, filter, locals)
    }

    /// Some element of which the filter is true, if there is one.
    private func firstOfMany(
        _ local: LocalID, _ list: Symbol, _ filter: Term?, _ key: Term?, _ descending: Bool, _ term: Term,
        _ locals: SymbolicLocals
    ) -> Symbol {
        let passing = passing(local, list, filter, locals)
        let keyed = key.map { self.passing(local, list, filter, locals, value: $0) }
        // What makes two of them the same: the list, which elements pass, and what they are ordered by.
        let asked = [list] + passing.many.map { Symbol(.truth($0.passes)) } + (keyed?.many.map(\.value) ?? [])
        let isSome = table.atLeast(countVariable(passing), 1)
        let what = "first \(descending) \(passing.many.count) \(passing.elements.count)"
        var symbol = opaque(what, asked, term.type, known: table.all([list.known, isSome]), faulted: .no)
        locals.values[local] = symbol
        let passes = filter.map { truth($0, locals).isTrue } ?? .yes
        // Earlier elements that might match, and keys that are unknown, leave it open. Two filters may be true of the same elements and
        // held for others.
        let held = asked + [Symbol(known: passing.known, faulted: passing.faulted, .nothing)]
        let isClear = key == nil && passing.known == list.known
        let settled =
            isClear
            ? Formula.yes : truth(of: opaque("\(what) clear", held, .boolean, known: .yes, faulted: .no)).isTrue
        let fault = truth(of: opaque("\(what) faulted", held, .boolean, known: .yes, faulted: .no))
        // What is made of facts may be unknown as an element, and where no filter asks for it the first may be such a one.
        let elements = passing.elements.map(\.value) + passing.many.map(\.many.element)
        let isTold = elements.allSatisfy { $0.known == .yes }
        let told =
            isTold
            ? Formula.yes : truth(of: opaque("\(what) told", asked, .boolean, known: .yes, faulted: .no)).isTrue
        symbol.known = table.all([symbol.known, passes, settled, told])
        symbol.faulted = table.any([
            list.faulted, isClear && isTold ? .no : table.all([!symbol.known, fault.isTrue]),
        ])
        for part in passing.many where part.many.isFact {
            axioms.add(symbol, of: part.many.name, isThere: symbol.known, counted: count(of: part.many, part.passes))
        }
        return symbol
    }

    private func firstMatch(
        _ local: LocalID, _ list: Symbol, _ elements: ListSymbol, _ filter: Term?, _ locals: SymbolicLocals
    ) -> Symbol {
        var earlier: [Formula] = [list.known]
        var faulted = [list.faulted]
        var open = Formula.no
        var openFault = Formula.no
        var choices: [(condition: Formula, value: Symbol)] = []
        for part in elements.parts {
            guard case .element(let isThere, let element) = part else { continue }
            locals.values[local] = element
            let truth = filter.map { self.truth($0, locals) } ?? .yes
            let matches = table.all([isThere, truth.isTrue])
            let isFirst = table.all(earlier + [matches])
            choices.append((table.all([isFirst, !open]), element))
            faulted.append(table.all([isFirst, openFault]))
            open = table.any([open, table.all([isThere, table.isHeld(truth)])])
            openFault = table.any([openFault, table.all([isThere, truth.isFaulted])])
            earlier.append(!matches)
        }
        faulted.append(table.all(earlier + [openFault]))
        var first = merge(choices)
        first.faulted = table.any([first.faulted] + faulted)
        return first
    }

    private func firstByKey(
        _ local: LocalID, _ list: Symbol, _ filter: Term?, _ key: Term, _ descending: Bool, _ locals: SymbolicLocals
    ) -> Symbol {
        let passing = passing(local, list, filter, locals)
        let keyed = self.passing(local, list, filter, locals, value: key)
        let (known, faulted) = valuesKnown(keyed)
        let ordering: (strict: Term.Ordering, loose: Term.Ordering) =
            descending ? (.greater, .greaterOrEqual) : (.less, .lessOrEqual)
        let choices = passing.elements.indices.map { index -> (condition: Formula, value: Symbol) in
            let others = passing.elements.indices.filter { $0 != index }.map { other in
                let wins = compare(
                    other < index ? ordering.strict : ordering.loose, keyed.elements[index].value, key.type,
                    keyed.elements[other].value, key.type
                ).isTrue
                return table.any([!keyed.elements[other].passes, wins])
            }
            return (table.all([known, passing.elements[index].passes] + others), passing.elements[index].value)
        }
        var first = merge(choices)
        first.faulted = table.any([first.faulted, faulted])
        return first
    }
}
