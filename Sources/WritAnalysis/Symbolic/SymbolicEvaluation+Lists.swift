import WritSemantics

extension SymbolicEvaluation {
    // MARK: Quantifiers

    func quantifier(
        _ quantifier: Term.Quantifier, _ local: LocalID, _ list: Symbol, _ body: Term, _ locals: SymbolicLocals
    ) -> Truth {
        func some(_ test: @escaping (Truth) -> Truth) -> Truth {
            // What is asked is asked again of other elements later, when the locals around it may be others.
            let scope = locals.copy()
            return disjunction(list) { test(self.truth(body, scope.copy(binding: local, to: $0))) }
        }
        switch quantifier {
        case .any: return some { $0 }
        case .no: return some { $0 }.negated
        case .every: return some { $0.negated }.negated
        }
    }

    /// True where it is true of one element, false where of all of them it is false.
    func disjunction(_ list: Symbol, _ test: @escaping (Symbol) -> Truth) -> Truth {
        guard case .list(let elements) = list.content else {
            return Truth(isTrue: .no, isFalse: .no, isFaulted: list.faulted)
        }
        let truths = elements.parts.map { part -> Truth in
            switch part {
            case .element(let isThere, let element):
                let truth = test(element)
                return Truth(
                    isTrue: table.all([isThere, truth.isTrue]), isFalse: table.any([!isThere, truth.isFalse]),
                    isFaulted: table.all([isThere, truth.isFaulted]))
            case .many(let isThere, let many):
                let (truth, passes) = ofStandIn(many) { (test($0.value), $0.passes) }
                follow(many, truth, test)
                func some(_ formula: Formula) -> Formula { self.some(of: many.base, table.all([passes, formula])) }
                let isFalse = table.any([!isThere, !some(!truth.isFalse)])
                let isTrue = table.all([isThere, some(truth.isTrue)])
                return Truth(
                    isTrue: isTrue, isFalse: isFalse,
                    isFaulted: table.all([isThere, some(truth.isFaulted), !isTrue, !isFalse]))
            }
        }
        let whole = table.either(truths)
        return Truth(
            isTrue: table.all([list.known, whole.isTrue]), isFalse: table.all([list.known, whole.isFalse]),
            isFaulted: table.any([list.faulted, table.all([list.known, whole.isFaulted])]))
    }

    // MARK: List forms

    func list(_ term: Term, _ locals: SymbolicLocals) -> Symbol {
        switch term.kind {
        case .count(let local, let list, let filter):
            return count(passing(local, evaluate(list, locals), filter, locals))
        case .aggregate(let aggregate, let local, let list, let filter, let value):
            let passing = passing(local, evaluate(list, locals), filter, locals, value: value)
            return self.aggregate(aggregate, passing, term)
        case .map(let local, let list, let filter, let value):
            return map(passing(local, evaluate(list, locals), filter, locals, value: value), value.type)
        case .first(let local, let list, let filter, let key, let descending):
            return first(local, evaluate(list, locals), filter, key, descending, term, locals)
        default: preconditionFailure("no list form")
        }
    }

    /// Of a list of any length: which elements of that from which it is made pass, and a value of the stand-in.
    struct ManyPassing {
        var isThere: Formula
        var many: BaseList
        var passes: Formula
        var value: Symbol
        /// The same of any other element.
        var make: (Symbol) -> MadeElement
    }

    /// The elements that pass a filter, each with a value of it.
    struct Passing {
        var known: Formula
        var faulted: Formula
        var elements: [(passes: Formula, value: Symbol)] = []
        var many: [ManyPassing] = []
    }

    func passing(
        _ local: LocalID, _ list: Symbol, _ filter: Term?, _ locals: SymbolicLocals, value: Term? = nil
    ) -> Passing {
        var passing = Passing(known: list.known, faulted: list.faulted)
        guard case .list(let elements) = list.content else {
            passing.known = .no
            return passing
        }
        var known: [Formula] = [list.known]
        var faulted: [Formula] = [list.faulted]
        for part in elements.parts {
            func ask(_ element: Symbol) -> (Truth, Symbol) {
                locals.values[local] = element
                return (filter.map { self.truth($0, locals) } ?? .yes, value.map { evaluate($0, locals) } ?? element)
            }
            switch part {
            case .element(let isThere, let element):
                let (truth, result) = ask(element)
                known.append(table.any([!isThere, !table.isHeld(truth)]))
                faulted.append(table.all([isThere, truth.isFaulted]))
                passing.elements.append((table.all([isThere, truth.isTrue]), result))
            case .many(let isThere, let many):
                let ((truth, result), made) = ofStandIn(many) { (ask($0.value), $0.passes) }
                let scope = locals.copy()
                if let filter {
                    let test = { self.truth(filter, scope.copy(binding: local, to: $0)) }
                    follow(many, truth, test)
                    follow(many, table.isHeld(truth)) { self.table.isHeld(test($0)) }
                }
                func some(_ formula: Formula) -> Formula { self.some(of: many.base, table.all([made, formula])) }
                known.append(table.any([!isThere, !some(table.isHeld(truth))]))
                faulted.append(table.all([isThere, some(truth.isFaulted)]))
                passing.many.append(
                    ManyPassing(
                        isThere: isThere, many: many.base, passes: table.all([made, truth.isTrue]), value: result
                    ) { element in
                        let first = self.made(many, from: element)
                        let scope = scope.copy(binding: local, to: first.value)
                        let isTrue = filter.map { self.truth($0, scope).isTrue } ?? .yes
                        return MadeElement(
                            value: value.map { self.evaluate($0, scope) } ?? first.value,
                            passes: self.table.all([first.passes, isTrue]))
                    })
            }
        }
        passing.known = table.all(known)
        passing.faulted = table.all([table.any(faulted), !passing.known])
        return passing
    }

    private func count(_ passing: Passing) -> Symbol {
        Symbol(known: passing.known, faulted: passing.faulted, .count(countVariable(passing)))
    }

    func countVariable(_ passing: Passing) -> Variable {
        let flags = passing.elements.map { (Int128(1), flag($0.passes)) }
        let counts = passing.many.map {
            (Int128(1), chosen($0.isThere, count(of: $0.many, $0.passes), else: table.constant(0)))
        }
        return linear(flags + counts, name: "how many pass")
    }

    /// 1 where a formula holds, else 0.
    func flag(_ formula: Formula) -> Variable {
        if formula.isConstant { return table.constant(formula == .yes ? 1 : 0) }
        return chosen(formula, table.constant(1), else: table.constant(0))
    }

    func chosen(_ condition: Formula, _ value: Variable, else other: Variable) -> Variable {
        if condition == .yes || value == other { return value }
        if condition == .no { return other }
        return table.define(
            .choice([
                Definition.Choice(condition: condition, value: value),
                Definition.Choice(condition: .yes, value: other),
            ]), name: table[value].name)
    }

    /// Whether the elements belong to it may not be open; what they are may.
    private func map(_ passing: Passing, _ type: WritType) -> Symbol {
        let elements = passing.elements.map { ListSymbol.Part.element(isThere: $0.passes, $0.value) }
        let many = passing.many.map { part in
            let depth = standIns[part.many.name, default: 0]
            let name = "\(part.many.name) \(depth) where \(part.passes.code) \(opaques.number(of: part.value))"
            makers[name] = part.make
            return ListSymbol.Part.many(isThere: part.isThere, ManySymbol(name: name, base: part.many))
        }
        return Symbol(
            known: passing.known, faulted: passing.faulted, .list(ListSymbol(parts: elements + many)))
    }
}
