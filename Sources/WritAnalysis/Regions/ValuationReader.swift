/// What formulas and defined variables come to for one valuation; each is worked out once.
final class ValuationReader {
    private let table: FormulaTable
    private let valuation: Valuation
    private var truths: [Int: Bool] = [:]
    private var values: [Variable: Int128?] = [:]

    init(_ table: FormulaTable, _ valuation: Valuation) {
        self.table = table
        self.valuation = valuation
    }

    func holds(_ formula: Formula) -> Bool {
        if let known = truths[formula.node] { return known != formula.isNegated }
        let truth: Bool
        switch table.nodes[formula.node] {
        case .truth: truth = true
        case .all(let parts): truth = parts.allSatisfy { holds($0) }
        case .atom(.member(let variable, let mask)): truth = mask.contains(Int(value(variable)))
        case .atom(.atMost(let variable, let bound)): truth = value(variable) <= bound
        case .atom(.difference(let left, let right, let bound)):
            // A difference that leaves `Int128` is beyond every bound, on the side of the first value's sign.
            let (spread, isOver) = value(left).subtractingReportingOverflow(value(right))
            truth = isOver ? value(left) < 0 : spread <= bound
        }
        truths[formula.node] = truth
        return truth != formula.isNegated
    }

    /// The value of a variable; where nothing says what it is, the least it can be.
    func value(_ variable: Variable) -> Int128 { known(variable) ?? far(variable) ?? table.interval(of: variable).low }

    /// A sum or a product beyond `Int128` stands at its end: to be compared, values are brought to one scale, and that is exact.
    private func far(_ variable: Variable) -> Int128? {
        switch table[variable].definition {
        case .linear(let parts, let constant)?:
            parts.reduce(constant) { Saturating.add($0, Saturating.multiply($1.coefficient, value($1.variable))) }
        case .product(let left, let right)?: Saturating.multiply(value(left), value(right))
        default: nil
        }
    }

    private func known(_ variable: Variable) -> Int128? {
        if let known = values[variable] { return known }
        var value: Int128?
        if let definition = table[variable].definition {
            value = definition.evaluate(definition.variables.map { self.value($0) }) { holds($0) }
        }
        values[variable] = .some(value ?? valuation[variable])
        return value ?? valuation[variable]
    }
}

extension FormulaTable {
    /// Whether a formula holds where every variable that is not defined has the value given (its least where none is): what the solvers
    /// are tested against. Takes time in proportion to the formula.
    func holds(_ formula: Formula, in valuation: Valuation) -> Bool { ValuationReader(self, valuation).holds(formula) }

    /// The values that variables have there, as ``holds(_:in:)`` takes them.
    func values(of variables: [Variable], in valuation: Valuation) -> [Int128] {
        let reader = ValuationReader(self, valuation)
        return variables.map { reader.value($0) }
    }
}
