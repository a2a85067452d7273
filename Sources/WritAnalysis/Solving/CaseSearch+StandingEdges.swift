import WritValues

// Differences that definitions imply, whatever else is true. They prove without a linear program that a part is not more than the whole.
extension CaseSearch {
    func addStandingEdges(_ variable: Variable, _ definition: Definition) {
        switch definition {
        case .linear(let parts, let constant):
            if links[variable.number].isTotal { addEdges(ofSum: variable, parts, constant) }
        case .rounded(let value, nil, let rounding):
            if links[variable.number].isTotal { addEdges(of: variable, roundedFrom: value, rounding) }
        case .extreme(let extreme, let values):
            for value in values {
                if extreme == .least { stand(variable, minus: value, atMost: 0) }
                if extreme == .greatest { stand(value, minus: variable, atMost: 0) }
            }
            addEdges(ofChoice: variable, values)
        case .choice(let choices):
            if choices.last?.condition == .yes { addEdges(ofChoice: variable, choices.map(\.value)) }
        default: break
        }
    }

    /// A sum differs from a part that it has once by the rest.
    private func addEdges(ofSum sum: Variable, _ parts: [Definition.Part], _ constant: Int128) {
        for (index, part) in parts.enumerated() where part.coefficient == 1 {
            if parts.lazy.filter({ $0.variable == part.variable }).count > 1 { continue }
            var rest = Interval(constant)
            for (place, other) in parts.enumerated() where place != index {
                rest = rest + Interval(other.coefficient) * table.interval(of: other.variable)
            }
            stand(sum, minus: part.variable, atMost: rest.high)
            stand(part.variable, minus: sum, atMost: Saturating.negate(rest.low))
        }
    }

    /// A rounded value, or a rounded multiple of a variable, differs from that by something that is farthest out at the ends.
    private func addEdges(of result: Variable, roundedFrom value: Variable, _ rounding: Definition.Rounding) {
        guard let quotient = quotient(rounding, over: 1) else { return }
        var (base, factor, constant) = (value, Int128(1), Int128(0))
        if case .linear(let parts, let shift)? = table[value].definition, parts.count == 1 {
            guard links[value.number].isTotal || isTotal(value, .linear(parts, constant: shift)) else { return }
            (base, factor, constant) = (parts[0].variable, parts[0].coefficient, shift)
        }
        // bottom · (result − base) is (factor · top − bottom) · base + constant · top, and the rounding.
        let slope = Saturating.add(Saturating.multiply(factor, quotient.top), -quotient.bottom)
        let line =
            Interval(slope) * table.interval(of: base) + Interval(Saturating.multiply(constant, quotient.top))
            + Interval(-quotient.room, quotient.room)
        if line.high != .max { stand(result, minus: base, atMost: Self.floor(line.high, quotient.bottom)) }
        if line.low != .min { stand(base, minus: result, atMost: Self.floor(-line.low, quotient.bottom)) }
    }

    /// What is always one of some values is no farther from one of them, or from what they are compared with, than the others are.
    private func addEdges(ofChoice result: Variable, _ values: [Variable]) {
        let compared = values.flatMap { value in comparedWith[value, default: []] }
        for base in Set(values + compared).sorted().prefix(8) {
            var rise: Int128? = 0
            var fall: Int128? = 0
            for value in values where value != base {
                rise = rise.flatMap { most in standingRise(from: base, to: value).map { max(most, $0) } }
                fall = fall.flatMap { most in standingRise(from: value, to: base).map { max(most, $0) } }
            }
            if let rise { stand(result, minus: base, atMost: rise) }
            if let fall { stand(base, minus: result, atMost: fall) }
        }
    }

    /// The most that one variable is ever more than another, by their domains or one or two standing edges.
    private func standingRise(from: Variable, to: Variable) -> Int128? {
        let range = table.interval(of: to) + -table.interval(of: from)
        var best = range.high
        for number in standing[from, default: []] {
            let edge = differences.edges[Int(number)]
            if edge.to == to { best = min(best, edge.length) }
            for next in standing[edge.to, default: []] where differences.edges[Int(next)].to == to {
                best = min(best, Saturating.add(edge.length, differences.edges[Int(next)].length))
            }
        }
        return best == .max ? nil : best
    }

    func stand(_ left: Variable, minus right: Variable, atMost bound: Int128) {
        if bound == .max || left == right { return }
        let range = table.interval(of: left) + -table.interval(of: right)
        // What the domains say anyway is no news.
        if range.high <= bound { return }
        let number = differences.append(.init(from: right, to: left, length: bound, origin: .always))
        queue.newEdges.append(number)
        standing[right, default: []].append(number)
        comparedWith[left, default: []].append(right)
    }
}
