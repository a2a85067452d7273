import WritValues

// Nodes and variables are taken over when a question first depends on them, each once, with nothing assigned but what holds always.
extension CaseSearch {
    func register(node: Int) {
        nodeLinks[node].isRegistered = true
        switch table.nodes[node] {
        case .truth: break
        case .all(let parts): addClauses(of: node, parts)
        case .atom(.member(let variable, _)): links[variable.number].members.append(Int32(node))
        case .atom(.atMost(let variable, let bound)): links[variable.number].insertBound(bound, node: node)
        case .atom(.difference(let left, let right, let bound)): register(node, left, right, bound)
        }
    }

    private func addClauses(of node: Int, _ parts: [Formula]) {
        let whole = Formula(node: node)
        for part in parts { addClause([!whole, part]) }
        addClause([whole] + parts.map { !$0 })
    }

    /// Adds a clause that holds always.
    private func addClause(_ parts: [Formula]) {
        if parts.contains(where: assignment.isTrue) { return }
        let open = parts.filter(assignment.isOpen)
        if open.count > 1 {
            clauses.add(open, isLearned: false)
        } else if let only = open.first {
            assign(only, because: .chosen)
        } else {
            preconditionFailure("the definition of a node contradicts nothing")
        }
    }

    /// Both directions of a comparison: if it holds, and if it does not.
    private func register(_ node: Int, _ left: Variable, _ right: Variable, _ bound: Int128) {
        links[left.number].differences.append(Int32(node))
        links[right.number].differences.append(Int32(node))
        let literal = Formula(node: node)
        let holds = differences.append(.init(from: right, to: left, length: bound, origin: .literal(literal)))
        let other = Saturating.add(Saturating.negate(bound), -1)
        _ = differences.append(.init(from: left, to: right, length: other, origin: .literal(!literal)))
        nodeLinks[node].edge = holds
    }

    func register(_ variable: Variable) {
        links[variable.number].isRegistered = true
        if let definition = table[variable].definition { register(variable, definition) }
    }

    private func register(_ variable: Variable, _ definition: Definition) {
        for read in definition.variables where links[read.number].readers.last != variable {
            links[read.number].readers.append(variable)
        }
        links[variable.number].reads = definition.variables
        links[variable.number].isTotal = isTotal(variable, definition)
        links[variable.number].divisor = Self.divisor(of: definition)
        switch definition {
        case .choice(let choices):
            for (index, choice) in choices.enumerated() {
                let node = choice.condition.node
                links[variable.number].conditions.append(node)
                if nodeLinks[node].choices.last != variable { nodeLinks[node].choices.append(variable) }
                let origin = DifferenceGraph.Origin.choice(variable, index: Int32(index))
                addEqualityEdges(variable, choice.value, origin)
            }
        case .extreme(let extreme, let values):
            for value in values {
                let (from, to) = extreme == .least ? (variable, value) : (value, variable)
                let edge = DifferenceGraph.Edge(from: from, to: to, length: 0, origin: .trial)
                links[variable.number].extremeEdges.append(differences.append(edge))
            }
        default: break
        }
        queue.defined.append(variable)
        queue.wake(definitionOf: variable)
    }

    private func addEqualityEdges(_ variable: Variable, _ value: Variable, _ origin: DifferenceGraph.Origin) {
        let back = differences.append(.init(from: value, to: variable, length: 0, origin: origin))
        let forth = differences.append(.init(from: variable, to: value, length: 0, origin: origin))
        links[variable.number].choiceEdges += [back, forth]
    }
}

/// Who must be told when a node gets a truth.
struct NodeLinks {
    var isRegistered = false
    /// Whether the theory knows the truth that it has at the ground level.
    var isTold = false
    /// Of a comparison of two variables, the edge that holds where it is true; the next one holds where it is false.
    var edge: Int32 = -1
    /// How much was known at the ground level when its atom was last compared with it.
    var known = -1
    /// The choices that have it as a condition.
    var choices: [Variable] = []
}
