import WritValues

@testable import WritAnalysis

/// A table and a search over it, in few words.
final class Asker {
    let table = FormulaTable()
    private(set) lazy var search = CaseSearch(table: table)

    // MARK: Variables

    func whole(_ name: String, _ range: ClosedRange<Int128>) -> Variable {
        table.opaque(name: name, domain: .whole(range))
    }

    func money(_ name: String) -> Variable { whole(name, 0...1_000_000_000_000_000) }
    func finite(_ name: String, _ count: Int) -> Variable { table.opaque(name: name, domain: .finite(count)) }
    func truth(_ name: String) -> Formula { table.isTrue(finite(name, 2)) }

    func sum(_ parts: [(Int128, Variable)]) -> Variable {
        let parts = parts.map { Definition.Part(coefficient: $0.0, variable: $0.1) }
        return table.define(.linear(parts, constant: 0), name: "sum")
    }

    /// So many hundredths of an amount, rounded to its unit.
    func percent(_ percent: Int128, of amount: Variable, _ mode: RoundingMode = .halfUp) -> Variable {
        let rounding = Definition.Rounding(scale: 4, unit: 1, unitScale: 2, mode: mode)
        return table.define(.rounded(sum([(percent, amount)]), by: nil, rounding), name: "\(percent) %")
    }

    func function(
        _ name: String, of argument: Variable, _ range: ClosedRange<Int128>, slack: Int128 = 0,
        _ evaluate: @escaping @Sendable (Int128) -> Int128
    ) -> Variable {
        let function = Definition.Function(
            name: name, arguments: [.init(variable: argument, direction: .rises)], evaluate: { evaluate($0[0]) },
            slack: slack)
        return table.define(.function(function), name: name, domain: .whole(range))
    }

    // MARK: Questions

    func isNone(_ goals: [Formula], steps: Int = SearchBudget.ordinary.steps) -> Bool {
        if case .none = search.solve(goals, budget: SearchBudget(steps: steps)) { true } else { false }
    }

    /// Whether values were found that do what is asked.
    func isFound(_ goals: [Formula]) -> Bool {
        guard case .found(let valuation) = search.solve(goals, budget: .ordinary) else { return false }
        return goals.allSatisfy { table.holds($0, in: valuation) }
    }
}
