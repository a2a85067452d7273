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
                let truth = ofStandIn(many, test)
                follow(many, truth, test)
                let isFalse = table.any([!isThere, !some(of: many, !truth.isFalse)])
                let isTrue = table.all([isThere, some(of: many, truth.isTrue)])
                return Truth(
                    isTrue: isTrue, isFalse: isFalse,
                    isFaulted: table.all([isThere, some(of: many, truth.isFaulted), !isTrue, !isFalse]))
            }
        }
        let whole = table.either(truths)
        return Truth(
            isTrue: table.all([list.known, whole.isTrue]), isFalse: table.all([list.known, whole.isFalse]),
            isFaulted: table.any([list.faulted, table.all([list.known, whole.isFaulted])]))
    }

    // MARK: Lists of any length

    /// What is asked of the stand-in. Inside a question about elements of the same list it is another one: two elements may differ.
    func ofStandIn<Result>(_ many: ManySymbol, _ ask: (Symbol) -> Result) -> Result {
        let depth = standIns[many.origin, default: 0]
        standIns[many.origin] = depth + 1
        defer { standIns[many.origin] = depth }
        return ask(depth == 0 ? many.element : another(many, depth))
    }

    /// Any other element, of variables of its own. Of a list that is made from facts it may be anything of the type.
    private func another(_ many: ManySymbol, _ depth: Int) -> Symbol {
        let kind = LeafKind(isOptional: false, isOpaque: !many.isFact, bounds: many.bounds)
        var element = leaf("\(many.name)[]\(depth)", many.type, kind)
        if !many.isFact {
            let known = leaf("\(many.name)[]\(depth) known", .boolean, LeafKind(isOptional: false, isOpaque: true))
            element.known = truth(of: known).isTrue
        }
        return element
    }

    /// Lets what is asked of elements be tried on those that stand for what else is asked.
    func follow(_ many: ManySymbol, _ truth: Truth, _ test: @escaping (Symbol) -> Truth) {
        guard many.isFact else { return }
        func follow(_ formula: Formula, _ part: @escaping (Truth) -> Formula) {
            if formula.isConstant { return }
            listAxioms.add(
                formula, to: many.name, some: some(of: many, formula), key: someKey(of: many, formula),
                makeElement: {
                    self.leaf(
                        "?\($0)", many.type, LeafKind(isOptional: false, isOpaque: true, bounds: many.bounds))
                },
                test: { part(test($0)) })
        }
        follow(truth.isTrue) { $0.isTrue }
        if truth.isTrue != !truth.isFalse { follow(!truth.isFalse) { !$0.isFalse } }
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

    /// The elements that pass a filter, each with a value of it.
    struct Passing {
        var known: Formula
        var faulted: Formula
        var elements: [(passes: Formula, value: Symbol)] = []
        /// Lists of any length: how many pass, and a value of the stand-in.
        var many: [(isThere: Formula, many: ManySymbol, passes: Formula, value: Symbol)] = []
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
            let (truth, result) = part.many.map { ofStandIn($0, ask) } ?? ask(part.symbol)
            switch part {
            case .element(let isThere, _):
                known.append(table.any([!isThere, !table.isHeld(truth)]))
                faulted.append(table.all([isThere, truth.isFaulted]))
                passing.elements.append((table.all([isThere, truth.isTrue]), result))
            case .many(let isThere, let many):
                if let filter {
                    let scope = locals.copy()
                    follow(many, truth) { self.truth(filter, scope.copy(binding: local, to: $0)) }
                }
                known.append(table.any([!isThere, !some(of: many, table.isHeld(truth))]))
                faulted.append(table.all([isThere, some(of: many, truth.isFaulted)]))
                passing.many.append((isThere, many, truth.isTrue, result))
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
            ListSymbol.Part.many(
                isThere: part.isThere,
                ManySymbol(
                    name: "\(part.many.name) where \(part.passes.code) \(opaques.number(of: part.value))",
                    element: part.value,
                    length: count(of: part.many, part.passes), type: type, origin: part.many.origin, isFact: false))
        }
        return Symbol(
            known: passing.known, faulted: passing.faulted, .list(ListSymbol(parts: elements + many)))
    }
}

extension ListSymbol.Part {
    /// The list of any length that it is, if it is one.
    var many: ManySymbol? {
        if case .many(_, let many) = self { many } else { nil }
    }

    var symbol: Symbol {
        switch self {
        case .element(_, let symbol): symbol
        case .many(_, let many): many.element
        }
    }
}
