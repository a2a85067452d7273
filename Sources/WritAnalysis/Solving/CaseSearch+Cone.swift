// What a question depends on, and what became known while that was of no interest.
extension CaseSearch {
    /// Finds what the goals and lemmas depend on and brings the theory up to date with it. Lemmas hold from now on.
    ///
    /// - Returns: false where the definitions contradict the domains, whatever the goals.
    func prepare(_ goals: [Formula], _ lemmas: [Formula]) -> Bool {
        grow()
        let reached = reach(goals + lemmas)
        for node in reached.nodes where !nodeLinks[node].isRegistered { register(node: node) }
        catchUp(reached.nodes)
        for lemma in lemmas where assignment.isOpen(lemma) { assign(lemma, because: .chosen) }
        // What a definition reads is registered after it, but made before it.
        for variable in queue.takeDefined() { addStandingEdges(variable, table[variable].definition!) }
        for variable in reached.variables where links[variable.number].isDirty { queue.wake(definitionOf: variable) }
        let isConsistent = propagate()
        knownEvents += domains.events.count
        domains.commit()
        antecedents.removeAll(keepingCapacity: true)
        return isConsistent
    }

    private func grow() {
        let isNew = assignment.levels.isEmpty
        let (nodes, variables) = (table.nodes.count, table.variables.count)
        if nodes == nodeLinks.count, variables == links.count { return }
        assignment.grow(to: nodes)
        clauses.grow(to: nodes)
        learner.grow(to: nodes)
        explainer.grow(nodes: nodes)
        relevance.grow(nodes: nodes, variables: variables)
        nodeLinks.append(contentsOf: repeatElement(NodeLinks(), count: nodes - nodeLinks.count))
        while domains.count < variables { domains.append(table.variables[domains.count].domain) }
        links.append(contentsOf: repeatElement(VariableLinks(), count: variables - links.count))
        differences.grow(to: variables)
        queue.grow(to: variables)
        if isNew { assign(.yes, because: .chosen) }
    }

    /// The nodes and variables that can be reached from the goals.
    private func reach(_ goals: [Formula]) -> (nodes: [Int], variables: [Variable]) {
        // Lent out for the walk: it is most of the time that an easy question takes.
        var cone = Cone()
        swap(&cone, &self.cone)
        defer { swap(&cone, &self.cone) }
        cone.begin(nodes: table.nodes.count, variables: table.variables.count)
        let nodes = table.nodes
        var reached: (nodes: [Int], variables: [Variable]) = ([], [])
        func add(_ node: Int) { if cone.insert(node: node) { reached.nodes.append(node) } }
        func add(_ variable: Variable) { if cone.insert(variable) { reached.variables.append(variable) } }
        for goal in goals { add(goal.node) }
        var (nodeHead, variableHead) = (0, 0)
        while true {
            if nodeHead < reached.nodes.count {
                switch nodes[reached.nodes[nodeHead]] {
                case .truth: break
                case .all(let parts): for part in parts { add(part.node) }
                case .atom(.member(let variable, _)), .atom(.atMost(let variable, _)): add(variable)
                case .atom(.difference(let left, let right, _)):
                    add(left)
                    add(right)
                }
                nodeHead += 1
            } else if variableHead < reached.variables.count {
                let variable = reached.variables[variableHead]
                if !links[variable.number].isRegistered { register(variable) }
                for read in links[variable.number].reads { add(read) }
                for condition in links[variable.number].conditions { add(condition) }
                variableHead += 1
            } else {
                return reached
            }
        }
    }

    /// Atoms were left alone while they were in no cone: what the domains have come to say of them, and what they have come to be.
    private func catchUp(_ nodes: [Int]) {
        let known = knownEvents + assignment.trail.count
        for node in nodes where nodeLinks[node].known != known {
            nodeLinks[node].known = known
            guard case .atom(let atom) = table.nodes[node] else { continue }
            let literal = Formula(node: node)
            if !assignment.isOpen(literal) {
                if !nodeLinks[node].isTold { queue.untold.append(assignment.isTrue(literal) ? literal : !literal) }
            } else if let truth = entailed(atom) {
                assign(truth ? literal : !literal, because: .domains(time: 0))
                nodeLinks[node].isTold = true
            }
        }
    }
}
