/// What formulas depend on: the variables that can be reached from them, through definitions and the conditions of choices.
struct FormulaCone {
    /// The variables, each once, in the order in which they were come to.
    private(set) var variables: [Variable] = []
    private var hasNode: [Bool]
    private var hasVariable: [Bool]
    private let table: FormulaTable

    init(of formulas: some Sequence<Formula>, in table: FormulaTable) {
        self.table = table
        hasNode = Array(repeating: false, count: table.nodes.count)
        hasVariable = Array(repeating: false, count: table.variables.count)
        for formula in formulas { add(formula) }
    }

    /// Those that are told, not worked out.
    var told: [Variable] { variables.filter { table[$0].definition == nil } }

    func contains(_ variable: Variable) -> Bool {
        hasVariable.indices.contains(variable.number) && hasVariable[variable.number]
    }

    mutating func add(_ formula: Formula) {
        // The table may have grown meanwhile.
        hasNode.append(contentsOf: repeatElement(false, count: table.nodes.count - hasNode.count))
        hasVariable.append(contentsOf: repeatElement(false, count: table.variables.count - hasVariable.count))
        var open = [formula.node]
        while let node = open.popLast() {
            if hasNode[node] { continue }
            hasNode[node] = true
            switch table.nodes[node] {
            case .truth: break
            case .all(let parts): for part in parts where !hasNode[part.node] { open.append(part.node) }
            case .atom(.member(let variable, _)), .atom(.atMost(let variable, _)): add(variable, &open)
            case .atom(.difference(let left, let right, _)):
                add(left, &open)
                add(right, &open)
            }
        }
    }

    private mutating func add(_ variable: Variable, _ open: inout [Int]) {
        var variables = [variable]
        while let next = variables.popLast() {
            if hasVariable[next.number] { continue }
            hasVariable[next.number] = true
            self.variables.append(next)
            guard let definition = table[next].definition else { continue }
            variables += definition.variables
            if case .choice(let choices) = definition { open += choices.map(\.condition.node) }
        }
    }
}

extension FormulaTable {
    /// The variables that are told, not worked out, on which formulas depend; each once, by number.
    func cone(of formulas: some Sequence<Formula>) -> [Variable] { FormulaCone(of: formulas, in: self).told.sorted() }
}
