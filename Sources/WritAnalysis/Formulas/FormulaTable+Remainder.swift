extension FormulaTable {
    /// What is left of the difference of two variables where what both are sums of is taken out: so many times some variables, and a
    /// constant.
    struct Remainder {
        var parts: [Definition.Part]
        var constant: Int128
    }

    /// Nil where neither is a sum, where nothing is gained, or where a sum can leave `Int128` and its variable may be anything.
    func remainder(_ left: Variable, minus right: Variable) -> Remainder? {
        guard isSum(left) || isSum(right), let (first, constant) = sum(left), let (second, other) = sum(right) else {
            return nil
        }
        var coefficients: [Variable: Int128] = [:]
        for part in first { coefficients[part.variable, default: 0] = part.coefficient }
        for part in second {
            let (rest, isOver) = coefficients[part.variable, default: 0].subtractingReportingOverflow(part.coefficient)
            if isOver { return nil }
            coefficients[part.variable] = rest
        }
        let (rest, isOver) = constant.subtractingReportingOverflow(other)
        let parts = coefficients.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        // Two variables that are so far apart are said better by the sum that the policy writes.
        let isSimpler = parts.count < first.count + second.count || (parts.first?.value ?? 0).magnitude > 1
        if isOver || parts.count > 2 || !isSimpler { return nil }
        return Remainder(
            parts: parts.map { Definition.Part(coefficient: $0.value, variable: $0.key) }, constant: rest)
    }

    private func isSum(_ variable: Variable) -> Bool {
        if case .linear? = self[variable].definition { true } else { false }
    }

    /// What a variable is the sum of: itself, if it is none.
    private func sum(_ variable: Variable) -> (parts: [Definition.Part], constant: Int128)? {
        guard case .linear(let parts, let constant)? = self[variable].definition else {
            return ([Definition.Part(coefficient: 1, variable: variable)], 0)
        }
        let range = interval(of: variable)
        return range.low == .min || range.high == .max ? nil : (parts, constant)
    }
}
