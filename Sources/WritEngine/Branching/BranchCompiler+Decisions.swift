import WritSemantics

extension BranchCompiler {
    mutating func decision(_ id: DecisionID) throws(Obstacle) {
        let decision = model[id]
        let outer = locals
        defer { locals = outer }
        var made = BranchDecision(
            entry: BranchNode.bail, flag: decision.parameters.isEmpty ? flag() : nil,
            parameters: decision.parameters.map { temporary(layout.width(of: model[$0].type)) },
            rule: temporary().index, result: temporary(layout.width(of: decision.type)),
            fired: temporary(), conclusions: [],
            promises: BranchNode.bail)
        for (local, place) in zip(decision.parameters, made.parameters) { locals[local] = .place(place) }
        made.entry = try block { compiler, end throws(Obstacle) in
            try compiler.columns(decision) { compiler throws(Obstacle) in
                let conclusions = try compiler.conclusions(decision, &made, end)
                made.trace = try compiler.trace(decision, end)
                if let label = try compiler.table(decision, conclusions) { return label }
                return switch decision.mode {
                case .first: try compiler.first(decision, conclusions)
                case .unique: try compiler.unique(decision, conclusions)
                case .collect:
                    try compiler.collecting(decision, made, compiler.collect(decision, &made, conclusions, end))
                default: try compiler.collecting(decision, made, compiler.score(decision, &made, conclusions, end))
                }
            }
        }
        for (number, conclusion) in decision.allConclusions.enumerated() {
            because(conclusion, &made.conclusions[number])
        }
        decisions[id.index] = made
    }

    // MARK: Modes

    /// Rule by rule; a rule that is held is the machine's.
    mutating func first(_ decision: Decision, _ conclusions: [Label]) throws(Obstacle) -> Label {
        let rules = decision.rules.count
        var next = decision.otherwise == nil ? BranchNode.bail : conclusions[rules]
        for index in decision.rules.indices.reversed() {
            next = try condition(
                decision.rules[index].condition,
                BranchTargets(yes: conclusions[index], no: next, unknown: BranchNode.bail))
        }
        return next
    }

    /// All rules; the second that applies is the machine's.
    mutating func unique(_ decision: Decision, _ conclusions: [Label]) throws(Obstacle) -> Label {
        let found = temporary()
        let none = Int64(decision.rules.count)
        var next = try choose(found, decision, conclusions)
        for index in decision.rules.indices.reversed() {
            let take = try set(found, Int64(index), next: next)
            let isFirst = try range(
                found, none...none, BranchTargets(yes: take, no: BranchNode.bail, unknown: BranchNode.bail))
            next = try condition(
                decision.rules[index].condition, BranchTargets(yes: isFirst, no: next, unknown: BranchNode.bail))
        }
        return try set(found, none, next: next)
    }

    /// A jump to the conclusion that a cell names.
    mutating func choose(
        _ place: CellPlace, _ decision: Decision, _ conclusions: [Label]
    ) throws(Obstacle) -> Label {
        let first = try rowOfConclusions(decision, conclusions)
        return try emit(
            BranchNode(
                op: .choose, aBase: place.base, a: place.index, c: Int32(decision.rules.count), yes: first))
    }

    /// The conclusions' beginnings, one after another: the rules', then that of `otherwise`.
    mutating func rowOfConclusions(_ decision: Decision, _ conclusions: [Label]) throws(Obstacle) -> Label {
        let otherwise = decision.otherwise == nil ? BranchNode.bail : conclusions[decision.rules.count]
        let labels = conclusions.prefix(decision.rules.count) + [otherwise]
        let first = Label(nodes.count)
        for label in labels {
            let node = nodes[Int(label)]
            _ = try emit(node.op == .conclude ? node : BranchNode(op: .jump, yes: label))
        }
        return first
    }
}

extension Decision {
    /// Those that a search can reach, in the order of their numbers.
    var allConclusions: [Conclusion] { rules.map(\.conclusion) + (otherwise.map { [$0] } ?? []) }
}
