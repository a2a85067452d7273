/// What is to be looked at before a level is at rest.
struct WorkQueue {
    var changed: [Variable] = []
    private var isChanged: [Bool] = []
    private var definitions: [Variable] = []
    private var head = 0
    private var isWaiting: [Bool] = []
    /// What has been true at the ground level while its atom was in no cone.
    var untold: [Formula] = []
    /// Edges that hold always and do not count yet.
    var newEdges: [Int32] = []

    /// Variables whose definitions are new.
    var defined: [Variable] = []

    mutating func takeDefined() -> [Variable] {
        defer { defined.removeAll() }
        return defined.sorted()
    }

    mutating func grow(to variables: Int) {
        isChanged.append(contentsOf: repeatElement(false, count: variables - isChanged.count))
        isWaiting.append(contentsOf: repeatElement(false, count: variables - isWaiting.count))
    }

    mutating func note(_ variable: Variable) {
        if isChanged[variable.number] { return }
        isChanged[variable.number] = true
        changed.append(variable)
    }

    mutating func nextChanged() -> Variable? {
        guard let variable = changed.popLast() else { return nil }
        isChanged[variable.number] = false
        return variable
    }

    mutating func wake(definitionOf variable: Variable) {
        if isWaiting[variable.number] { return }
        isWaiting[variable.number] = true
        definitions.append(variable)
    }

    mutating func nextDefinition() -> Variable? {
        if head == definitions.count {
            head = 0
            definitions.removeAll(keepingCapacity: true)
            return nil
        }
        head += 1
        isWaiting[definitions[head - 1].number] = false
        return definitions[head - 1]
    }

    mutating func clear() {
        while nextChanged() != nil {}
        while nextDefinition() != nil {}
        untold.removeAll()
    }
}

extension CaseSearch {
    /// Draws conclusions until nothing changes.
    ///
    /// - Returns: false where ``conflict`` says what cannot be.
    func propagate() -> Bool {
        while true {
            if !propagateClauses() { return false }
            if let number = takeNewEdge() {
                if !activate(number) { return false }
            } else if let literal = takeUntold() {
                if !tell(literal) { return false }
            } else if toldCount < assignment.trail.count {
                toldCount += 1
                if !tell(assignment.trail[toldCount - 1]) { return false }
            } else if let variable = takeChanged() {
                if !propagateChange(of: variable) { return false }
            } else if let variable = takeDefinition() {
                if level == 0 { links[variable.number].isDirty = false }
                if !propagateDefinition(of: variable) { return false }
            } else {
                return true
            }
        }
    }

    // Never inlined: the optimiser (6.3.1) has been seen to stretch such an access to a stored property over the calls that follow it in a
    // loop, which then fail as they write to it themselves.
    @inline(never) private func takeNewEdge() -> Int32? { queue.newEdges.popLast() }
    @inline(never) private func takeUntold() -> Formula? { queue.untold.popLast() }
    @inline(never) private func takeChanged() -> Variable? { queue.nextChanged() }
    @inline(never) private func takeDefinition() -> Variable? { queue.nextDefinition() }

    private func propagateClauses() -> Bool {
        while propagatedCount < assignment.trail.count {
            let literal = assignment.trail[propagatedCount]
            propagatedCount += 1
            let clause = clauses.propagate(literal, level: level, in: &assignment)
            if clause >= 0 {
                conflict = clauses.literals(of: clause).map { .literal(!$0) }
                return false
            }
        }
        return true
    }

    /// Tells the theory that a literal is true.
    private func tell(_ literal: Formula) -> Bool {
        let node = literal.node
        for variable in nodeLinks[node].choices { wake(variable) }
        guard cone.contains(node: node), case .atom(let atom) = table.nodes[node] else { return true }
        if level == 0 { nodeLinks[node].isTold = true }
        if case .domains = assignment.reason(literal) { return true }
        switch atom {
        case .member(let variable, let mask): return restrict(variable, to: mask, literal)
        case .atMost(let variable, let bound):
            let mark = antecedents.count
            antecedents.append(.literal(literal))
            return literal.isNegated
                ? raiseLow(variable, to: Saturating.add(bound, 1), from: mark)
                : cutHigh(variable, to: bound, from: mark)
        case .difference: return activate(nodeLinks[node].edge + (literal.isNegated ? 1 : 0))
        }
    }

    func wake(_ variable: Variable) {
        if cone.contains(variable) {
            queue.wake(definitionOf: variable)
        } else if level == 0 {
            links[variable.number].isDirty = true
        }
    }

    /// Tells those that read a variable that its domain has become smaller.
    private func propagateChange(of variable: Variable) -> Bool {
        smallSteps += 1
        if smallSteps >= 100 {
            smallSteps = 0
            spend(1)
        }
        for number in differences.outgoing[variable.number] where !propagateHigh(over: number) { return false }
        for number in differences.incoming[variable.number] where !propagateLow(over: number) { return false }
        for node in links[variable.number].differences { settleDifference(Int(node)) }
        if !links[variable.number].reads.isEmpty { wake(variable) }
        for reader in links[variable.number].readers { wake(reader) }
        return true
    }

    private func settleDifference(_ node: Int) {
        let literal = Formula(node: node)
        guard assignment.isOpen(literal), cone.contains(node: node), case .atom(let atom) = table.nodes[node],
            let truth = entailed(atom)
        else { return }
        assign(truth ? literal : !literal, because: .domains(time: Int32(domains.events.count)))
    }

    /// What the domains say of an atom; nil where both may be.
    func entailed(_ atom: Atom) -> Bool? {
        switch atom {
        case .member(let variable, let mask):
            var (hasInside, hasOutside) = (false, false)
            for (index, word) in mask.words.enumerated() {
                let left = domains.word(variable, index)
                if left & word != 0 { hasInside = true }
                if left & ~word != 0 { hasOutside = true }
            }
            return hasInside && hasOutside ? nil : hasInside
        case .atMost(let variable, let bound):
            if domains.high[variable.number] <= bound { return true }
            return domains.low[variable.number] > bound ? false : nil
        case .difference(let left, let right, let bound):
            let highest = Saturating.add(
                domains.high[left.number], Saturating.negate(domains.low[right.number]))
            if highest <= bound, highest != .max { return true }
            let lowest = Saturating.add(domains.low[left.number], Saturating.negate(domains.high[right.number]))
            return lowest > bound && lowest != .min ? false : nil
        }
    }

    // MARK: Edges

    /// Lets an edge count, and brings the bounds of its ends in line.
    func activate(_ number: Int32) -> Bool {
        if let cycle = differences.activate(number) {
            conflict.removeAll(keepingCapacity: true)
            for edge in cycle { appendOrigin(of: edge, to: &conflict) }
            return false
        }
        return propagateHigh(over: number) && propagateLow(over: number)
    }

    func appendOrigin(of number: Int32, to list: inout [Antecedent]) {
        switch differences.edges[Int(number)].origin {
        case .always: break
        case .literal(let literal): list.append(.literal(literal))
        case .trial: list.append(.trial(trials.edgeTrials[number] ?? 0))
        case .choice(let variable, let index):
            guard case .choice(let choices)? = table[variable].definition else { return }
            for choice in choices[..<Int(index)] { list.append(.literal(!choice.condition)) }
            list.append(.literal(choices[Int(index)].condition))
        }
    }

    private func propagateHigh(over number: Int32) -> Bool {
        let edge = differences.edges[Int(number)]
        let reach = domains.high[edge.from.number]
        let bound = Saturating.add(reach, edge.length)
        if reach == .max || bound == .max || bound >= domains.high[edge.to.number] { return true }
        let mark = antecedents.count
        appendOrigin(of: number, to: &antecedents)
        antecedents.append(.upper(edge.from, reach))
        return cutHigh(edge.to, to: bound, from: mark)
    }

    private func propagateLow(over number: Int32) -> Bool {
        let edge = differences.edges[Int(number)]
        let reach = domains.low[edge.to.number]
        let bound = Saturating.add(reach, Saturating.negate(edge.length))
        if reach == .min || bound == .min || bound <= domains.low[edge.from.number] { return true }
        let mark = antecedents.count
        appendOrigin(of: number, to: &antecedents)
        antecedents.append(.lower(edge.to, reach))
        return raiseLow(edge.from, to: bound, from: mark)
    }
}
