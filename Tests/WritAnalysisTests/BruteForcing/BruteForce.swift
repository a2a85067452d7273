@testable import WritAnalysis

/// The truths of all formulas of a table in every case, as sets of cases.
struct BruteForce {
    private let table: FormulaTable
    /// Variables that are not defined, or whose definition may have no value.
    private let open: [Variable]
    private var truths: [[UInt64]]
    private var caseCount = 0
    private var values: [Int128]
    private var now: [Bool]

    /// Nil where there are more cases than this.
    init?(_ table: FormulaTable, limit: Int) {
        self.table = table
        let variables = table.variables.indices.map { Variable($0) }
        open = variables.filter { table[$0].definition.map { Self.mayBeFree($0, table) } ?? true }
        var count = 1
        for variable in open {
            let range = table.interval(of: variable)
            count *= Int(range.high - range.low) + 1
            if count > limit { return nil }
        }
        truths = Array(repeating: Array(repeating: 0, count: (count + 63) / 64), count: table.nodes.count)
        values = Array(repeating: 0, count: variables.count)
        now = Array(repeating: true, count: table.nodes.count)
        let order = Self.order(of: table)
        tryAll(0, order)
    }

    func isPossible(_ goals: [Formula]) -> Bool {
        truths[0].indices.contains { word in
            goals.reduce(mask(word)) { $0 & ($1.isNegated ? ~truths[$1.node][word] : truths[$1.node][word]) } != 0
        }
    }

    private func mask(_ word: Int) -> UInt64 { truths[0][word] }

    private static func mayBeFree(_ definition: Definition, _ table: FormulaTable) -> Bool {
        switch definition {
        case .rounded(_, let divisor, _): divisor.map { table.interval(of: $0).contains(0) } ?? false
        case .choice(let choices): !choices.contains { $0.condition == .yes }
        case .function(let function): mayBeFree(function, table)
        default: false
        }
    }

    private static func mayBeFree(_ function: Definition.Function, _ table: FormulaTable) -> Bool {
        var cases: [[Int128]] = [[]]
        for argument in function.arguments {
            let range = table.interval(of: argument.variable).range
            cases = cases.flatMap { values in range.map { values + [$0] } }
        }
        return cases.contains { function.evaluate($0) == nil }
    }

    private enum Step {
        case variable(Variable)
        case node(Int)
    }

    /// Nodes and defined variables so that each comes after what it reads.
    private static func order(of table: FormulaTable) -> [Step] {
        var steps: [Step] = []
        var (doneNodes, doneVariables) = (Set<Int>(), Set<Variable>())
        func visit(_ variable: Variable) {
            guard doneVariables.insert(variable).inserted, let definition = table[variable].definition else { return }
            definition.variables.forEach(visit)
            if case .choice(let choices) = definition { choices.forEach { visit($0.condition.node) } }
            steps.append(.variable(variable))
        }
        func visit(_ node: Int) {
            guard doneNodes.insert(node).inserted else { return }
            switch table.nodes[node] {
            case .truth: return
            case .all(let parts): parts.forEach { visit($0.node) }
            case .atom(.member(let variable, _)), .atom(.atMost(let variable, _)): visit(variable)
            case .atom(.difference(let left, let right, _)): [left, right].forEach(visit)
            }
            steps.append(.node(node))
        }
        table.nodes.indices.forEach(visit)
        return steps
    }

    private mutating func tryAll(_ place: Int, _ order: [Step]) {
        if place == open.count {
            note(order)
            return
        }
        let range = table.interval(of: open[place])
        for value in range.low...range.high {
            values[open[place].number] = value
            tryAll(place + 1, order)
        }
    }

    private mutating func note(_ order: [Step]) {
        // What was put in for a variable that turns out to have a value stands for nothing: the same case comes again.
        let given = values
        for step in order {
            switch step {
            case .variable(let variable):
                let definition = table[variable].definition!
                let arguments = definition.variables.map { values[$0.number] }
                if let value = definition.evaluate(arguments, holds: { now[$0.node] != $0.isNegated }) {
                    values[variable.number] = value
                }
            case .node(let node): now[node] = truth(of: node)
            }
        }
        for node in now.indices where now[node] { truths[node][caseCount >> 6] |= 1 << UInt64(caseCount & 63) }
        caseCount += 1
        values = given
    }

    private func truth(of node: Int) -> Bool {
        switch table.nodes[node] {
        case .truth: true
        case .all(let parts): parts.allSatisfy { now[$0.node] != $0.isNegated }
        case .atom(.member(let variable, let mask)): mask.contains(Int(values[variable.number]))
        case .atom(.atMost(let variable, let bound)): values[variable.number] <= bound
        case .atom(.difference(let left, let right, let bound)): values[left.number] - values[right.number] <= bound
        }
    }
}
