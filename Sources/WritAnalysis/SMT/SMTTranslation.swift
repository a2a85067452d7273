/// The nodes and variables of a table in SMT-LIB, each said once, when a question first needs it.
///
/// What is not a macro (what a conjunction's name stands for, the bounds of a value that the solver chooses, what is known of a function) belongs
/// to the questions that reach it, and is said again in each: what a question does not reach costs it nothing.
struct SMTTranslation {
    let table: FormulaTable
    private var said: [Item: Saying] = [:]
    /// The values that a variable can have, as far as its definition tells; closer than its domain where that has no bounds.
    var ranges: [Variable: Interval] = [:]
    var functions = SMTFunctions()

    init(_ table: FormulaTable) { self.table = table }

    /// Something that has a name.
    enum Item: Hashable {
        case node(Int)
        case variable(Variable)
    }

    /// What is said of an item.
    struct Saying {
        var declarations: [String] = []
        /// What holds of it, to be said in each question that reaches it.
        var facts: [String] = []
        /// The name of a value that the solver chooses.
        var unknown: String?
    }

    /// A question: whether there are values.
    struct Query {
        /// What was not said before.
        var declarations: [String] = []
        var assertions: [String] = []
        /// The values to ask for, by their names.
        var unknowns: [(name: String, variable: Variable)] = []
        /// The variables reached that only asking a function can tell.
        var applications: [Variable] = []
    }

    mutating func query(_ goals: [Formula]) -> Query {
        var query = Query()
        for item in reached(from: goals) {
            let saying: Saying
            if let known = said[item] {
                saying = known
            } else {
                saying = say(item)
                said[item] = saying
                query.declarations += saying.declarations
            }
            query.assertions += saying.facts
            guard case .variable(let variable) = item else { continue }
            if let name = saying.unknown { query.unknowns.append((name, variable)) }
            if case .function = table[variable].definition { query.applications.append(variable) }
        }
        query.assertions += functions.facts(about: query.applications, in: table)
        query.assertions += goals.map { formula($0) }
        return query
    }

    /// All that the goals are made of, parts before wholes. With its own stack: prefixes of a table with ten thousand rows are as deep.
    private func reached(from goals: [Formula]) -> [Item] {
        var order: [Item] = []
        var seen: Set<Item> = []
        var stack: [(item: Item, isReady: Bool)] = goals.reversed().map { (.node($0.node), false) }
        while let (item, isReady) = stack.popLast() {
            if isReady {
                order.append(item)
            } else if seen.insert(item).inserted {
                stack.append((item, true))
                for part in parts(of: item).reversed() where !seen.contains(part) { stack.append((part, false)) }
            }
        }
        return order
    }

    private func parts(of item: Item) -> [Item] {
        switch item {
        case .node(let node):
            switch table.nodes[node] {
            case .truth: return []
            case .all(let parts): return parts.map { .node($0.node) }
            case .atom(.member(let variable, _)), .atom(.atMost(let variable, _)): return [.variable(variable)]
            case .atom(.difference(let left, let right, _)): return [.variable(left), .variable(right)]
            }
        case .variable(let variable):
            guard let definition = table[variable].definition else { return [] }
            var parts = definition.variables.map { Item.variable($0) }
            if case .choice(let choices) = definition { parts += choices.map { .node($0.condition.node) } }
            return parts
        }
    }

    // MARK: Names

    func formula(_ formula: Formula) -> String {
        if formula.isConstant { return formula == .yes ? "true" : "false" }
        return formula.isNegated ? "(not n\(formula.node))" : "n\(formula.node)"
    }

    func name(_ variable: Variable) -> String { "v\(variable.index)" }

    /// The truth of a variable that is a truth of the case, not a number.
    private func truthName(_ variable: Variable) -> String? {
        let record = table[variable]
        return record.definition == nil && record.domain == .finite(2) ? "b\(variable.index)" : nil
    }

    // MARK: Sayings

    private mutating func say(_ item: Item) -> Saying {
        switch item {
        case .node(let node): return say(node: node)
        case .variable(let variable):
            if let definition = table[variable].definition { return say(variable, definition) }
            ranges[variable] = table.interval(of: variable)
            return sayGiven(variable)
        }
    }

    /// A conjunction has a name that the solver keeps: of macros one below the other, as deep as a table is long, it makes one text.
    private func say(node: Int) -> Saying {
        guard case .all(let parts) = table.nodes[node] else {
            return Saying(declarations: ["(define-fun n\(node) () Bool \(truth(of: table.nodes[node])))"])
        }
        let definition = "(= n\(node) \(SMTText.all(parts.map { formula($0) })))"
        return Saying(declarations: ["(declare-const n\(node) Bool)"], facts: [definition])
    }

    private func truth(of node: FormulaNode) -> String {
        switch node {
        case .truth, .all: return "true"
        case .atom(.member(let variable, let mask)):
            if let truth = truthName(variable) { return mask.contains(0) ? "(not \(truth))" : truth }
            return SMTText.isMember(name(variable), of: mask)
        case .atom(.atMost(let variable, let bound)): return "(<= \(name(variable)) \(SMTText.number(bound)))"
        case .atom(.difference(let left, let right, let bound)):
            return "(<= (- \(name(left)) \(name(right))) \(SMTText.number(bound)))"
        }
    }

    /// A value that a case brings.
    private func sayGiven(_ variable: Variable) -> Saying {
        let name = name(variable)
        if let truth = truthName(variable) {
            let number = "(define-fun \(name) () Int (ite \(truth) 1 0))"
            return Saying(declarations: ["(declare-const \(truth) Bool)", number], unknown: truth)
        }
        let bounds = SMTText.isWithin(name, table.interval(of: variable))
        return Saying(declarations: ["(declare-const \(name) Int)"], facts: [bounds], unknown: name)
    }
}
