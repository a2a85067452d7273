/// What a question says of one case, literal by literal, in the order in which they are to be left out of a region.
struct RegionLiterals {
    /// Those that nobody would miss come first.
    private(set) var inOrder: [Formula] = []

    private let table: FormulaTable
    private let reader: ValuationReader

    init(_ table: FormulaTable, _ valuation: Valuation, _ goal: Formula) {
        self.table = table
        reader = ValuationReader(table, valuation)
        var resolved: [Formula] = []
        var plain: [Formula] = []
        table.forEachNumberedAtom(of: [goal]) { node in
            let atom = Formula(node: node)
            let literal = reader.holds(atom) ? atom : !atom
            let chosen = withoutChoices(literal)
            if chosen == literal || chosen.isConstant {
                plain.append(literal)
            } else {
                resolved.append(literal)
                if !plain.contains(chosen) { plain.append(chosen) }
            }
        }
        // Later atoms are mostly those of conditions further down, so they go first; and before them what is said in other words.
        inOrder = resolved.reversed() + tightestFirst(plain.reversed())
    }

    /// The same of the value that is chosen in this case: a person reads `n from 4`, not what `n` is compared with and how that came.
    private func withoutChoices(_ literal: Formula) -> Formula {
        guard case .atom(let atom) = table.nodes[literal.node] else { return literal }
        let chosen: Formula
        switch atom {
        case .member: return literal
        case .atMost(let variable, let bound): chosen = table.atMost(self.chosen(variable), bound)
        case .difference(let left, let right, let bound):
            chosen = table.difference(self.chosen(left), self.chosen(right), atMost: bound)
        }
        guard case .atom = table.nodes[chosen.node] else { return literal }
        return literal.isNegated ? !chosen : chosen
    }

    private func chosen(_ variable: Variable) -> Variable {
        guard case .choice(let choices)? = table[variable].definition,
            let choice = choices.first(where: { reader.holds($0.condition) })
        else { return variable }
        return chosen(choice.value)
    }

    // MARK: What is unknown

    /// Those that say nothing of what this case does not tell. Its variables have values all the same, which mean nothing.
    var ofKnown: [Formula] {
        inOrder.filter { literal in leaves(of: literal).allSatisfy { telling($0).allSatisfy(reader.holds) } }
    }

    /// That what literals speak of is told, where it may not be: in words `amount up to 5` is said of a known amount.
    func told(in literals: [Formula]) -> [Formula] {
        var told: [Formula] = []
        for literal in literals {
            for formula in leaves(of: literal).flatMap(telling)
            where !formula.isConstant && !literals.contains(formula) && !told.contains(formula) {
                told.append(formula)
            }
        }
        return told
    }

    /// What of the facts a literal looks at, except for whether it is known.
    private func leaves(of literal: Formula) -> [FactLeaf] {
        guard case .atom(let atom) = table.nodes[literal.node] else { return [] }
        switch atom {
        case .member(let variable, _), .atMost(let variable, _): return leaves(of: variable)
        case .difference(let left, let right, _): return leaves(of: left) + leaves(of: right)
        }
    }

    private func leaves(of variable: Variable) -> [FactLeaf] {
        switch table[variable].origin {
        case .value(let leaf), .shape(let leaf): return [leaf]
        case .known, .opaque: return []
        case .defined: break
        }
        if case .choice(let choices)? = table[variable].definition {
            return choices.first { reader.holds($0.condition) }.map { leaves(of: $0.value) } ?? []
        }
        return table[variable].definition?.variables.flatMap(leaves) ?? []
    }

    /// That a leaf is told, and each record that it is a part of.
    private func telling(_ leaf: FactLeaf) -> [Formula] {
        let ends = leaf.path.indices.filter { leaf.path[$0] == "." || leaf.path[$0] == "[" } + [leaf.path.endIndex]
        return ends.compactMap { end in
            table.existing(.known(FactLeaf(path: String(leaf.path[..<end]), copy: leaf.copy))).map(table.isTrue)
        }
    }

    // MARK: Order

    /// What a literal is about: of two with the same the narrower one says more.
    private enum Subject: Hashable {
        case above(Variable)
        case below(Variable)
        case spread(Variable, Variable)
        case values(Variable)
    }

    /// Of literals that say more or less of the same the one that says most goes first. If it can be spared, the region is larger; and if
    /// a weaker one went first, which follows from it, it never could.
    private func tightestFirst(_ literals: [Formula]) -> [Formula] {
        var places: [Subject: [Int]] = [:]
        for (place, literal) in literals.enumerated() {
            if let (subject, _) = reading(literal) { places[subject, default: []].append(place) }
        }
        var ordered = literals
        for group in places.values where group.count > 1 {
            let sorted = group.map { literals[$0] }.sorted { width($0) < width($1) }
            for (place, literal) in zip(group, sorted) { ordered[place] = literal }
        }
        return ordered
    }

    private func width(_ literal: Formula) -> Int128 { reading(literal)?.width ?? 0 }

    /// What a literal is about, and how much it leaves.
    private func reading(_ literal: Formula) -> (subject: Subject, width: Int128)? {
        guard case .atom(let atom) = table.nodes[literal.node] else { return nil }
        switch atom {
        case .member(let variable, let mask):
            let population = Int128(mask.population)
            return (.values(variable), literal.isNegated ? Int128(mask.count) - population : population)
        case .atMost(let variable, let bound):
            return literal.isNegated ? (.above(variable), Saturating.negate(bound)) : (.below(variable), bound)
        case .difference(let left, let right, let bound):
            return literal.isNegated ? (.spread(right, left), Saturating.negate(bound)) : (.spread(left, right), bound)
        }
    }
}

extension FormulaTable {
    /// Calls `visit` with the number of each atom below formulas, those inside definitions included, in the order of the table.
    func forEachNumberedAtom(of formulas: [Formula], _ visit: (Int) -> Void) {
        var seen = Set<Int>()
        var open = formulas.map(\.node)
        var definitions = Set<Variable>()
        func add(_ variable: Variable) {
            guard definitions.insert(variable).inserted, let definition = self[variable].definition else { return }
            if case .choice(let choices) = definition { open += choices.map(\.condition.node) }
            definition.variables.forEach(add)
        }
        while let node = open.popLast() {
            guard seen.insert(node).inserted else { continue }
            switch nodes[node] {
            case .truth: break
            case .all(let parts): open += parts.map(\.node)
            case .atom(.member(let variable, _)), .atom(.atMost(let variable, _)): add(variable)
            case .atom(.difference(let left, let right, _)):
                add(left)
                add(right)
            }
        }
        for node in seen.sorted() { if case .atom = nodes[node] { visit(node) } }
    }
}
