import WritSemantics

extension SymbolicEvaluation {
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
        let isSome = some(passing)
        let what = "first \(descending) \(passing.many.count) \(passing.elements.count)"
        let known = table.all([list.known, isSome])
        // Made from an element of the list that is told, where there is just one such list.
        let source = onlyMany(list).map {
            (many: $0, element: opaque(what, asked, $0.base.type, known: .yes, faulted: .no))
        }
        let made = source.map { self.made($0.many, from: $0.element) }
        var symbol = made?.value ?? openFirst(passing, what, asked, term)
        let (own, ownFault) = (symbol.known, symbol.faulted)
        symbol.known = table.all([known, own])
        locals.values[local] = symbol
        let passes = table.all([made?.passes ?? .yes, filter.map { truth($0, locals).isTrue } ?? .yes])
        let (settled, fault) = settled(list, passing, keyed, what, asked)
        symbol.known = table.all([symbol.known, passes, settled])
        symbol.faulted = table.any([list.faulted, table.all([!symbol.known, table.any([fault, ownFault])])])
        if let source, source.many.base.isFact, let part = passing.many.first {
            let asked = someKey(of: part.many, part.passes)
            axioms.add(table.implies(table.all([known, settled]), passes), about: asked)
            listAxioms.add(
                source.element, of: source.many.base.name, isThere: symbol.known, key: asked,
                owner: ObjectIdentifier(self))
            if let key, let keyed = keyed?.many.first {
                let own = keyed.make(source.element).value
                follow(source.many.base, keyed, by: own, key.type, descending, known: symbol.known)
            }
        }
        return symbol
    }

    /// One of several lists: what is made of facts may be unknown as an element, and the first may be such a one.
    private func openFirst(_ passing: Passing, _ what: String, _ asked: [Symbol], _ term: Term) -> Symbol {
        let isTold = (passing.elements.map(\.value) + passing.many.map(\.value)).allSatisfy { $0.known == .yes }
        return opaque(
            what, asked, term.type, known: isTold ? .yes : opaqueFlag("\(what) told", asked),
            faulted: isTold ? .no : opaqueFlag("\(what) fails", asked))
    }

    /// Where nothing leaves open which one is the first, and where something that does went wrong.
    private func settled(
        _ list: Symbol, _ passing: Passing, _ keyed: Passing?, _ what: String, _ asked: [Symbol]
    ) -> (known: Formula, faulted: Formula) {
        // Of all that pass the keys must be known; without keys only earlier elements that might match leave it open.
        if let keyed { return valuesKnown(keyed) }
        if passing.known == list.known { return (.yes, .no) }
        // Two filters may be true of the same elements and held for others.
        let held = asked + [Symbol(known: passing.known, faulted: passing.faulted, .nothing)]
        let clear = table.any([passing.known, opaqueFlag("\(what) clear", held)])
        return (clear, table.all([!clear, opaqueFlag("\(what) faulted", held)]))
    }

    /// No element that passes comes before the first.
    private func follow(
        _ many: BaseList, _ keyed: ManyPassing, by own: Symbol, _ type: WritType, _ descending: Bool, known: Formula
    ) {
        let key = someKey(of: keyed.many, keyed.passes)
        listAxioms.add(lawOf: many.name, key: key, owner: owner(of: many)) { element in
            let made = keyed.make(element)
            let isBehind = self.compare(descending ? .lessOrEqual : .greaterOrEqual, made.value, type, own, type)
            return self.table.implies(self.table.all([known, made.passes]), !isBehind.isFalse)
        }
    }

    /// The one list of any length that a list is.
    private func onlyMany(_ list: Symbol) -> ManySymbol? {
        guard case .list(let elements) = list.content, elements.parts.count == 1 else { return nil }
        if case .many(_, let many) = elements.parts[0] { return many }
        return nil
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
