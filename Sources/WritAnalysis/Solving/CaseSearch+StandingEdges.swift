import WritValues

// Differences that definitions imply, whatever else is true.
extension CaseSearch {
    func addStandingEdges(_ variable: Variable, _ definition: Definition) {
        switch definition {
        case .linear(let parts, let constant):
            if links[variable.number].isTotal { addEdges(ofSum: variable, parts, constant) }
        case .extreme(let extreme, let values):
            for value in values {
                if extreme == .least { stand(variable, minus: value, atMost: 0) }
                if extreme == .greatest { stand(value, minus: variable, atMost: 0) }
            }
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
}
