import WritValues

/// What is known of the difference of two variables, and why.
struct DerivedEdge {
    /// `to` − `from` is at most the length.
    var from: Variable
    var to: Variable
    var length: Int128
    var antecedents: [Antecedent]
}

// One calculation made of two cases: where what goes in is in order, what comes out is. That a larger amount never has a smaller fee
// follows from no bound of either fee.
extension CaseSearch {
    /// Edges between the results of calculations that are the same but for the variables that they read.
    func monotoneEdges() -> [DerivedEdge] {
        var derived: [DerivedEdge] = []
        for (left, right) in pairsOfOneShape() {
            for (from, to) in [(left, right), (right, left)] {
                if let edge = monotoneEdge(from: from, to: to, derived) { derived.append(edge) }
            }
        }
        return derived
    }

    /// Pairs of relevant variables; what others read comes before them.
    private func pairsOfOneShape() -> ArraySlice<(Variable, Variable)> {
        var groups: [Shape: [Variable]] = [:]
        var pairs: [(Variable, Variable)] = []
        var variables: [Variable] = []
        for case .variable(let variable) in relevance.items where table[variable].definition != nil {
            variables.append(variable)
        }
        for variable in variables.sorted() {
            guard let shape = Shape(table[variable].definition) else { continue }
            let others = groups[shape, default: []]
            // Of very many each is compared with the latest only.
            pairs += others.suffix(6).map { ($0, variable) }
            groups[shape] = others + [variable]
        }
        return pairs.suffix(60)
    }

    private enum Shape: Hashable {
        case linear([Int128])
        case rounded(Definition.Rounding, by: Variable?)
        case function(String, [Definition.Direction])

        init?(_ definition: Definition?) {
            switch definition {
            case .linear(let parts, _) where !parts.isEmpty: self = .linear(parts.map(\.coefficient))
            case .rounded(_, let divisor, let rounding): self = .rounded(rounding, by: divisor)
            case .function(let function): self = .function(function.name, function.arguments.map(\.direction))
            default: return nil
            }
        }
    }

    /// What the order of what two results read says of the results: `to` − `from` is at most so much.
    private func monotoneEdge(from: Variable, to: Variable, _ derived: [DerivedEdge]) -> DerivedEdge? {
        guard let first = table[from].definition, let second = table[to].definition else { return nil }
        var walk = DerivedEdge(from: from, to: to, length: 0, antecedents: [])
        guard becauseOfValues(from, first, &walk.antecedents), becauseOfValues(to, second, &walk.antecedents) else {
            return nil
        }
        switch (first, second) {
        case (.linear(let parts, let constant), .linear(let others, let other)):
            walk.length = Saturating.add(other, Saturating.negate(constant))
            for (part, other) in zip(parts, others) {
                let isRising = part.coefficient >= 0
                guard
                    let rise = rise(
                        from: isRising ? part.variable : other.variable, to: isRising ? other.variable : part.variable,
                        derived, &walk.antecedents)
                else { return nil }
                walk.length = Saturating.add(walk.length, Saturating.multiply(rise, abs(part.coefficient)))
            }
        case (.rounded(let value, let divisor, _), .rounded(let other, _, _)):
            let isRising = divisor.map { low($0) > 0 } ?? true
            guard
                let rise = isRising
                    ? rise(from: value, to: other, derived, &walk.antecedents)
                    : rise(from: other, to: value, derived, &walk.antecedents), rise <= 0
            else { return nil }
        case (.function(let function), .function(let other)):
            for (argument, other) in zip(function.arguments, other.arguments) where argument.variable != other.variable
            {
                if argument.direction == .anything { return nil }
                let isRising = argument.direction == .rises
                guard
                    let rise = rise(
                        from: isRising ? argument.variable : other.variable,
                        to: isRising ? other.variable : argument.variable, derived, &walk.antecedents), rise <= 0
                else { return nil }
                walk.length = Saturating.add(walk.length, function.slack)
            }
        default: return nil
        }
        return walk.length == .max ? nil : walk
    }

    /// Says on what it rests that a definition has a value; false where it may have none.
    private func becauseOfValues(_ variable: Variable, _ definition: Definition, _ list: inout [Antecedent]) -> Bool {
        if links[variable.number].isTotal { return true }
        let read = definition.variables
        for variable in read where low(variable) == .min || high(variable) == .max { return false }
        for variable in read { list += [.lower(variable, low(variable)), .upper(variable, high(variable))] }
        switch definition {
        case .linear(let parts, let constant): return isWithin(parts, constant)
        case .rounded(let value, let divisor, let rounding):
            let divisors: [Int128] = divisor.map { [low($0), high($0)] } ?? [1]
            if divisors.first! <= 0, divisors.last! >= 0 { return false }
            return divisors.allSatisfy {
                rounding(low(value), over: $0) != nil && rounding(high(value), over: $0) != nil
            }
        case .function(let function):
            if function.arguments.contains(where: { $0.direction == .anything && !domains.isFixed($0.variable) }) {
                return false
            }
            return [true, false].allSatisfy { isHigh in
                let corner = function.arguments.map {
                    ($0.direction == .rises) == isHigh ? high($0.variable) : low($0.variable)
                }
                return function.evaluate(corner) != nil
            }
        default: return false
        }
    }

    // MARK: Paths

    /// The most that one variable is more than another: by their bounds, or over a shortest path of edges.
    private func rise(
        from: Variable, to: Variable, _ derived: [DerivedEdge], _ list: inout [Antecedent]
    ) -> Int128? {
        if from == to { return 0 }
        var best: Int128?
        var reasons: [Antecedent] = []
        if high(to) != .max, low(from) != .min {
            best = Saturating.add(high(to), Saturating.negate(low(from)))
            reasons = [.upper(to, high(to)), .lower(from, low(from))]
        }
        if let path = shortestPath(from: from, to: to, derived), best == nil || path.length < best! {
            best = path.length
            reasons = path.antecedents
        }
        list += reasons
        return best
    }

    private func shortestPath(
        from: Variable, to: Variable, _ derived: [DerivedEdge]
    ) -> (length: Int128, antecedents: [Antecedent])? {
        var lengths: [Variable: Int128] = [from: 0]
        var arrivals: [Variable: (edge: Int, from: Variable)] = [:]
        var pending = [from]
        var head = 0
        // Without negative cycles no place is reached more often than there are places; derived edges may close one, so it is counted.
        while head < pending.count, head < 500 {
            let place = pending[head]
            head += 1
            for number in differences.outgoing[place.number] {
                let edge = differences.edges[Int(number)]
                relax(edge.to, lengths[place]!, edge.length, (Int(number), place), &lengths, &arrivals, &pending)
            }
            for (index, edge) in derived.enumerated() where edge.from == place {
                relax(edge.to, lengths[place]!, edge.length, (-1 - index, place), &lengths, &arrivals, &pending)
            }
        }
        guard head == pending.count, let length = lengths[to] else { return nil }
        var antecedents: [Antecedent] = []
        var place = to
        while place != from, let arrival = arrivals[place] {
            if arrival.edge >= 0 {
                appendOrigin(of: Int32(arrival.edge), to: &antecedents)
            } else {
                antecedents += derived[-1 - arrival.edge].antecedents
            }
            place = arrival.from
        }
        return (length, antecedents)
    }

    private func relax(
        _ end: Variable, _ length: Int128, _ step: Int128, _ arrival: (edge: Int, from: Variable),
        _ lengths: inout [Variable: Int128], _ arrivals: inout [Variable: (edge: Int, from: Variable)],
        _ pending: inout [Variable]
    ) {
        let next = Saturating.add(length, step)
        if next == .max || next == .min { return }
        if let known = lengths[end], known <= next { return }
        lengths[end] = next
        arrivals[end] = arrival
        pending.append(end)
    }
}
