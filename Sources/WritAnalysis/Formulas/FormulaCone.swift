/// What formulas depend on: the variables that can be reached from them, through definitions and the conditions of choices.
struct FormulaCone {
    /// The variables, each once, in the order in which they were come to.
    private(set) var variables: [Variable] = []
    /// Lent by the table until ``finish()``: a question is asked of a few formulas, and the table has many.
    private var marks: Cone
    private let table: FormulaTable

    init(of formulas: some Sequence<Formula>, in table: FormulaTable) {
        self.table = table
        marks = table.spareMarks.popLast() ?? Cone()
        marks.begin(nodes: table.nodes.count, variables: table.variables.count)
        for formula in formulas { add(formula) }
    }

    /// Gives the marks back. Nothing may be asked of it any more.
    mutating func finish() {
        table.spareMarks.append(marks)
        marks = Cone()
    }

    /// Those that are told, not worked out.
    var told: [Variable] { variables.filter { table[$0].definition == nil } }

    func contains(_ variable: Variable) -> Bool { marks.reaches(variable) && marks.contains(variable) }

    mutating func add(_ formula: Formula) {
        // The table may have grown meanwhile.
        marks.grow(nodes: table.nodes.count, variables: table.variables.count)
        var open = [formula.node]
        while let node = open.popLast() {
            if !marks.insert(node: node) { continue }
            switch table.nodes[node] {
            case .truth: break
            case .all(let parts): for part in parts where !marks.contains(node: part.node) { open.append(part.node) }
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
            if !marks.insert(next) { continue }
            self.variables.append(next)
            guard let definition = table[next].definition else { continue }
            variables += definition.variables
            if case .choice(let choices) = definition { open += choices.map(\.condition.node) }
        }
    }
}

extension FormulaTable {
    /// The variables that are told, not worked out, on which formulas depend; each once, by number.
    func cone(of formulas: some Sequence<Formula>) -> [Variable] {
        var cone = FormulaCone(of: formulas, in: self)
        defer { cone.finish() }
        return cone.told.sorted()
    }
}
