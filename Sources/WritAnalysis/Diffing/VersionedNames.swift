import WritSemantics

/// Which values that are worked out are those of one version only, though the other works out something under the same name.
struct VersionedNames {
    /// What is put behind the name: `total before`, `total now`.
    private(set) var suffixes: [Variable: String] = [:]
    private let table: FormulaTable

    /// - Parameter old: evaluated before the new one, in the same table.
    init(_ old: SymbolicEvaluation, _ new: SymbolicEvaluation) {
        table = old.table
        let defined = table.variables.indices.map { Variable($0) }.filter { table[$0].definition != nil }
        for (name, variables) in Dictionary(grouping: defined, by: { table[$0].name }) {
            if variables.count == 2 {
                (suffixes[variables[0]], suffixes[variables[1]]) = ("before", "now")
            } else if let variable = variables.first, variables.count == 1 {
                note(variable, name, old, new)
            }
        }
    }

    /// A total has the name of its decision, which may be something else in the other version.
    private mutating func note(
        _ variable: Variable, _ name: String, _ old: SymbolicEvaluation, _ new: SymbolicEvaluation
    ) {
        func isThere(_ evaluation: SymbolicEvaluation) -> Bool? {
            let symbols = evaluation.decisions.filter { evaluation.model[$0.key.id].heading.name == name }
            return symbols.isEmpty ? nil : symbols.contains { reaches(variable, from: $0.value.outcome) }
        }
        switch (isThere(old), isThere(new)) {
        case (true?, false?): suffixes[variable] = "before"
        case (false?, true?): suffixes[variable] = "now"
        default: break
        }
    }

    private func reaches(_ variable: Variable, from symbol: Symbol) -> Bool {
        guard case .count(let outcome) = symbol.content else { return false }
        var open = [outcome]
        while let next = open.popLast() {
            if next == variable { return true }
            open += table[next].definition?.variables ?? []
        }
        return false
    }
}
