import WritValues

// Nodes and variables are taken over when a question first depends on them, each once, with nothing assigned but what holds always.
extension CaseSearch {
    /// Finds what the goals depend on and brings the theory up to date with it.
    ///
    /// - Returns: false where the definitions contradict the domains, whatever the goals.
    func prepare(_ goals: [Formula]) -> Bool {
        grow()
        cone.begin(nodes: table.nodes.count, variables: table.variables.count)
        var pending = goals.map(\.node)
        var found: [Variable] = []
        while let node = pending.popLast() {
            visit(node, &pending, &found)
            while let variable = found.popLast() { visit(variable, &pending, &found) }
        }
        // What a definition reads is registered after it, but made before it.
        for variable in queue.takeDefined() { addStandingEdges(variable, table[variable].definition!) }
        let isConsistent = propagate()
        if isConsistent, level == 0 {
            domains.commit()
            antecedents.removeAll(keepingCapacity: true)
        }
        return isConsistent
    }

    private func grow() {
        let isNew = assignment.levels.isEmpty
        assignment.grow(to: table.nodes.count)
        clauses.grow(to: table.nodes.count)
        learner.grow(to: table.nodes.count)
        explainer.grow(nodes: table.nodes.count)
        relevance.grow(nodes: table.nodes.count, variables: table.variables.count)
        nodeLinks.append(contentsOf: repeatElement(NodeLinks(), count: table.nodes.count - nodeLinks.count))
        while domains.count < table.variables.count { domains.append(table.variables[domains.count].domain) }
        links.append(contentsOf: repeatElement(VariableLinks(), count: table.variables.count - links.count))
        differences.grow(to: table.variables.count)
        queue.grow(to: table.variables.count)
        if isNew { assign(.yes, because: .chosen) }
    }

    private func visit(_ node: Int, _ pending: inout [Int], _ variables: inout [Variable]) {
        guard cone.insert(node: node) else { return }
        let isNew = !nodeLinks[node].isRegistered
        nodeLinks[node].isRegistered = true
        switch table.nodes[node] {
        case .truth: break
        case .all(let parts):
            for part in parts { pending.append(part.node) }
            if isNew { addClauses(of: node, parts) }
        case .atom(let atom):
            switch atom {
            case .member(let variable, _):
                variables.append(variable)
                if isNew { links[variable.number].members.append(Int32(node)) }
            case .atMost(let variable, let bound):
                variables.append(variable)
                if isNew { links[variable.number].insertBound(bound, node: node) }
            case .difference(let left, let right, let bound):
                variables += [left, right]
                if isNew { register(node, left, right, bound) }
            }
            catchUp(node, atom)
        }
    }

    /// An atom may have been left alone while it was in no cone.
    private func catchUp(_ node: Int, _ atom: Atom) {
        let literal = Formula(node: node)
        if assignment.isOpen(literal) {
            if let truth = entailed(atom) {
                assign(truth ? literal : !literal, because: .domains(time: 0))
                nodeLinks[node].isTold = true
            }
        } else if !nodeLinks[node].isTold {
            queue.untold.append(assignment.isTrue(literal) ? literal : !literal)
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

    private func visit(_ variable: Variable, _ pending: inout [Int], _ found: inout [Variable]) {
        guard cone.insert(variable), let definition = table[variable].definition else { return }
        if !links[variable.number].isRegistered {
            links[variable.number].isRegistered = true
            register(variable, definition)
        }
        found += definition.variables
        if case .choice(let choices) = definition { pending += choices.map(\.condition.node) }
        if links[variable.number].isDirty { queue.wake(definitionOf: variable) }
    }

    private func register(_ variable: Variable, _ definition: Definition) {
        for read in definition.variables where links[read.number].readers.last != variable {
            links[read.number].readers.append(variable)
        }
        links[variable.number].isTotal = isTotal(variable, definition)
        links[variable.number].divisor = Self.divisor(of: definition)
        switch definition {
        case .choice(let choices):
            for (index, choice) in choices.enumerated() {
                let node = choice.condition.node
                if nodeLinks[node].choices.last != variable { nodeLinks[node].choices.append(variable) }
                let origin = DifferenceGraph.Origin.choice(variable, index: Int32(index))
                addEqualityEdges(variable, choice.value, origin)
            }
        default: break
        }
        queue.defined.append(variable)
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
    /// The choices that have it as a condition.
    var choices: [Variable] = []
}
