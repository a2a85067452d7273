/// Values of variables that make some formulas true; of the variables that are not here, any value will do.
struct Valuation: Sendable {
    var values: [Variable: Int128] = [:]

    subscript(_ variable: Variable) -> Int128? { values[variable] }
}

extension FormulaTable {
    /// Whether a formula holds where every variable that is not defined has the value given (its least where none is): what the solvers
    /// are tested against. Takes time in proportion to the table.
    func holds(_ formula: Formula, in valuation: Valuation) -> Bool {
        var truths: [Int: Bool] = [:]
        var values: [Variable: Int128?] = [:]
        return holds(formula, in: valuation, &truths, &values)
    }

    /// The values that variables have there, as ``holds(_:in:)`` takes them.
    func values(of variables: [Variable], in valuation: Valuation) -> [Int128] {
        var truths: [Int: Bool] = [:]
        var values: [Variable: Int128?] = [:]
        return variables.map { value($0, in: valuation, &truths, &values) }
    }

    private func holds(
        _ formula: Formula, in valuation: Valuation, _ truths: inout [Int: Bool], _ values: inout [Variable: Int128?]
    ) -> Bool {
        if let known = truths[formula.node] { return known != formula.isNegated }
        var truth = true
        switch nodes[formula.node] {
        case .truth: break
        case .all(let parts):
            for part in parts where !holds(part, in: valuation, &truths, &values) { truth = false; break }
        case .atom(.member(let variable, let mask)):
            truth = mask.contains(Int(value(variable, in: valuation, &truths, &values)))
        case .atom(.atMost(let variable, let bound)): truth = value(variable, in: valuation, &truths, &values) <= bound
        case .atom(.difference(let left, let right, let bound)):
            let (first, second) = (
                value(left, in: valuation, &truths, &values), value(right, in: valuation, &truths, &values)
            )
            // A difference that leaves `Int128` is beyond every bound, on the side of the first value's sign.
            let (spread, isOver) = first.subtractingReportingOverflow(second)
            truth = isOver ? first < 0 : spread <= bound
        }
        truths[formula.node] = truth
        return truth != formula.isNegated
    }

    private func value(
        _ variable: Variable, in valuation: Valuation, _ truths: inout [Int: Bool], _ values: inout [Variable: Int128?]
    ) -> Int128 {
        if let known = values[variable] { return known ?? 0 }
        let record = self[variable]
        var value: Int128?
        if let definition = record.definition {
            let arguments = definition.variables.map { self.value($0, in: valuation, &truths, &values) }
            value = definition.evaluate(arguments) { holds($0, in: valuation, &truths, &values) }
        }
        let found = value ?? valuation[variable] ?? interval(of: variable).low
        values[variable] = found
        return found
    }
}
