import WritSemantics

/// An element of a list that is made from elements of another.
struct MadeElement {
    var value: Symbol
    /// Where the list has it at all.
    var passes: Formula
}

// What is asked of the elements of a list of any length is asked of a stand-in for any of them: of the list that is told, so that what is
// asked of lists made from one, by filters and by values of its elements, is all asked of the same stand-in.
extension SymbolicEvaluation {
    /// What is asked of the stand-in. Inside a question about elements of the same list it is another one: two elements may differ.
    func ofStandIn<Result>(_ many: ManySymbol, _ ask: (MadeElement) -> Result) -> Result {
        let depth = standIns[many.base.name, default: 0]
        standIns[many.base.name] = depth + 1
        defer { standIns[many.base.name] = depth }
        return ask(made(many, from: depth == 0 ? many.base.element : another(many.base, depth)))
    }

    /// The element that a list has for one of those from which it is made.
    func made(_ many: ManySymbol, from element: Symbol) -> MadeElement {
        makers[many.name]?(element) ?? MadeElement(value: element, passes: .yes)
    }

    /// Any other element, of variables of its own.
    private func another(_ many: BaseList, _ depth: Int) -> Symbol {
        leaf(
            "\(many.name)[]\(depth)", many.type,
            LeafKind(isOptional: false, isOpaque: !many.isFact, bounds: many.bounds))
    }

    /// Lets what is asked of elements be tried on those that stand for what else is asked.
    func follow(_ many: ManySymbol, _ truth: Truth, _ test: @escaping (Symbol) -> Truth) {
        follow(many, truth.isTrue) { test($0).isTrue }
        if truth.isTrue != !truth.isFalse { follow(many, !truth.isFalse) { !test($0).isFalse } }
    }

    /// - Parameters:
    ///   - formula: what it is of the stand-in.
    ///   - test: what it is of any element.
    func follow(_ many: ManySymbol, _ formula: Formula, _ test: @escaping (Symbol) -> Formula) {
        let base = many.base
        guard base.isFact else { return }
        let formula = table.all([ofStandIn(many) { $0.passes }, formula])
        if formula.isConstant { return }
        listAxioms.add(
            formula, to: base.name, some: some(of: base, formula), key: someKey(of: base, formula),
            owner: owner(of: base),
            test: { element in
                let made = self.made(many, from: element)
                return self.table.all([made.passes, test(made.value)])
            })
    }

    /// How an element of a list that stands for what is asked is made here.
    func owner(of base: BaseList) -> ListAxioms.Owner {
        ListAxioms.Owner(id: ObjectIdentifier(self)) { name in
            self.leaf("?\(name)", base.type, LeafKind(isOptional: false, isOpaque: true, bounds: base.bounds))
        }
    }
}
