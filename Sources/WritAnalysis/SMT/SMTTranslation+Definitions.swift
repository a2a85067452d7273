extension SMTTranslation {
    /// A value that is worked out, and where it can be.
    struct Value {
        var term: String
        /// The conditions under which the definition has a value; without one it always has.
        var conditions: [String] = []
        var range: Interval
        /// What is declared besides.
        var declarations: [String] = []
        var facts: [String] = []
    }

    /// Where the definition has no value the variable has one that the solver chooses from its domain.
    mutating func say(_ variable: Variable, _ definition: Definition) -> Saying {
        var value = value(of: definition, for: variable)
        let (name, choice) = (name(variable), "f\(variable.index)")
        var saying = Saying(declarations: value.declarations, facts: value.facts)
        if !value.conditions.isEmpty {
            let domain = table.interval(of: variable)
            saying.declarations.append("(declare-const \(choice) Int)")
            saying.facts.append(SMTText.isWithin(choice, domain))
            saying.unknown = choice
            value.term = SMTText.choose(SMTText.all(value.conditions), value.term, choice)
            value.range = value.range.hull(domain)
        }
        if definition.branches {
            saying.declarations.append("(declare-const \(name) Int)")
            saying.facts.append("(= \(name) \(value.term))")
        } else {
            saying.declarations.append("(define-fun \(name) () Int \(value.term))")
        }
        ranges[variable] = value.range
        return saying
    }

    func range(of variable: Variable) -> Interval { ranges[variable] ?? table.interval(of: variable) }

    private mutating func value(of definition: Definition, for variable: Variable) -> Value {
        switch definition {
        case .linear(let parts, let constant): return sum(parts, constant)
        case .product(let left, let right): return product(left, right)
        case .rounded(let value, let divisor, let rounding):
            return divisor.map { quotient(value, by: $0, rounding) } ?? rounded(value, rounding, variable)
        case .choice(let choices): return choice(choices)
        case .extreme(let extreme, let values): return self.extreme(isLeast: extreme == .least, values)
        case .function(let function):
            let arguments = function.arguments.map { range(of: $0.variable) }
            return functions.value(of: function, of: arguments, domain: table.interval(of: variable))
        }
    }

    // MARK: Sums and products

    /// Leaves `Int128` when any step of it does.
    private func sum(_ parts: [Definition.Part], _ constant: Int128) -> Value {
        var range = Interval(constant)
        var terms = constant == 0 && !parts.isEmpty ? [] : [SMTText.number(constant)]
        var conditions: [String] = []
        for part in parts {
            let product = SMTText.times(SMTText.number(part.coefficient), name(part.variable))
            let productRange = Interval(part.coefficient) * self.range(of: part.variable)
            terms.append(product)
            range = range + productRange
            if part.coefficient != 1, productRange.isOpen { conditions.append(SMTText.isWithin(product, .all)) }
            if range.isOpen, terms.count > 1 { conditions.append(SMTText.isWithin(SMTText.sum(terms), .all)) }
        }
        return Value(term: SMTText.sum(terms), conditions: conditions, range: range)
    }

    private func product(_ left: Variable, _ right: Variable) -> Value {
        var range = self.range(of: left) * self.range(of: right)
        if left == right { range.low = max(range.low, 0) }
        let term = "(* \(name(left)) \(name(right)))"
        return Value(term: term, conditions: range.isOpen ? [SMTText.isWithin(term, .all)] : [], range: range)
    }

    // MARK: Rounding

    private func rounded(_ value: Variable, _ rounding: Definition.Rounding, _ result: Variable) -> Value {
        let writer = SMTRounding(rounding)
        let interval = range(of: value)
        let low = interval.low == .min ? nil : rounding(interval.low)
        let high = interval.high == .max ? nil : rounding(interval.high)
        let dividend = SMTText.times(writer.factor, name(value))
        let units = writer.quotient(dividend, over: writer.divisor, in: interval)
        let range = Interval(low ?? .min, high ?? .max)
        let term = SMTText.times(SMTText.number(rounding.unit), units)
        if range.isOpen { return Value(term: term, conditions: [SMTText.isWithin(term, .all)], range: range) }
        return Value(term: term, range: range, facts: shareFacts(of: result, from: value, writer))
    }

    /// A rounded share of a whole number stays between whole multiples of it: 35 % of a price, rounded, is at least 0 and at most the price.
    /// That follows, but the solver finds it only by cases, twice as many for each line of a sum.
    private func shareFacts(of result: Variable, from value: Variable, _ rounding: SMTRounding) -> [String] {
        guard !range(of: value).isOpen, let factor = Int128(rounding.factor), let divisor = Int128(rounding.divisor)
        else { return [] }
        return shares(of: value).compactMap { variable, coefficient in
            let (low, high) = (
                Saturating.multiply(coefficient.low, factor), Saturating.multiply(coefficient.high, factor)
            )
            guard low != .min, high != .max, range(of: variable).low >= 0 else { return nil }
            let bounds = Interval(
                Saturating.multiply(Self.down(low, divisor), rounding.unit),
                Saturating.multiply(-Self.down(-high, divisor), rounding.unit))
            if bounds.isOpen { return nil }
            let (least, most) = (SMTText.number(bounds.low), SMTText.number(bounds.high))
            let (name, result) = (name(variable), name(result))
            return "(<= \(SMTText.times(least, name)) \(result) \(SMTText.times(most, name)))"
        }
    }

    /// The variables that a value is a multiple of, and which multiple.
    private func shares(of value: Variable) -> [(Variable, Interval)] {
        switch table[value].definition {
        case .linear(let parts, constant: 0) where parts.count == 1:
            return [(parts[0].variable, Interval(parts[0].coefficient))]
        case .product(let left, let right): return [(left, range(of: right)), (right, range(of: left))]
        default: return [(value, Interval(1))]
        }
    }

    private static func down(_ value: Int128, _ divisor: Int128) -> Int128 {
        value / divisor - (value % divisor < 0 ? 1 : 0)
    }

    /// The divisor's sign goes to the dividend.
    private func quotient(_ value: Variable, by divisor: Variable, _ rounding: Definition.Rounding) -> Value {
        let writer = SMTRounding(rounding)
        let (top, bottom) = (range(of: value), range(of: divisor))
        let (over, under) = (SMTText.times(writer.factor, name(value)), SMTText.times(writer.divisor, name(divisor)))
        let signs = top * Interval(bottom.low.signum(), bottom.high.signum())
        let dividend: String
        let magnitude: String
        if bottom.low >= 0 {
            (dividend, magnitude) = (over, under)
        } else if bottom.high <= 0 {
            (dividend, magnitude) = (SMTText.negated(over), SMTText.negated(under))
        } else {
            dividend = "(ite (< \(name(divisor)) 0) (- \(over)) \(over))"
            magnitude = "(abs \(under))"
        }
        let range = Self.range(of: rounding, top, bottom, signs: signs)
        let units = writer.quotient("n", over: "d", in: signs)
        let term = SMTText.times(SMTText.number(rounding.unit), "(let ((n \(dividend)) (d \(magnitude))) \(units))")
        var conditions = bottom.contains(0) ? ["(not (= \(name(divisor)) 0))"] : []
        if range.isOpen { conditions.append(SMTText.isWithin(term, .all)) }
        return Value(term: term, conditions: conditions, range: range)
    }

    /// At most the largest dividend over the least divisor that is not 0, rounded away from 0.
    private static func range(
        of rounding: Definition.Rounding, _ top: Interval, _ bottom: Interval, signs: Interval
    ) -> Interval {
        let largest = max(top.high, Saturating.negate(top.low))
        let least = bottom.low > 0 ? bottom.low : bottom.high < 0 ? Saturating.negate(bottom.high) : 1
        var outward = rounding
        outward.mode = .up
        let bound = largest == .max ? .max : outward(largest, over: least) ?? .max
        return Interval(signs.low >= 0 ? 0 : Saturating.negate(bound), signs.high <= 0 ? 0 : bound)
    }

    // MARK: Choices

    private func choice(_ choices: [Definition.Choice]) -> Value {
        guard let first = choices.first else { return Value(term: "0", conditions: ["false"], range: Interval(0)) }
        let range = choices.dropFirst().reduce(self.range(of: first.value)) { $0.hull(self.range(of: $1.value)) }
        // The last value stands for none too; whether there is one is asked beside it.
        var term = name(choices[choices.count - 1].value)
        for choice in choices.dropLast().reversed() {
            term = SMTText.choose(formula(choice.condition), name(choice.value), term)
        }
        let isSome = SMTText.any(choices.map { formula($0.condition) })
        let isAlways = choices.contains { $0.condition == .yes }
        return Value(term: term, conditions: isAlways ? [] : [isSome], range: range)
    }

    private func extreme(isLeast: Bool, _ values: [Variable]) -> Value {
        guard let first = values.first else { return Value(term: "0", conditions: ["false"], range: Interval(0)) }
        var range = self.range(of: first)
        var term = name(first)
        for value in values.dropFirst() {
            let next = self.range(of: value)
            range =
                isLeast
                ? Interval(min(range.low, next.low), min(range.high, next.high))
                : Interval(max(range.low, next.low), max(range.high, next.high))
            let name = name(value)
            term = "(let ((m \(term))) (ite (\(isLeast ? "<=" : ">=") m \(name)) m \(name)))"
        }
        return Value(term: term, range: range)
    }
}

extension Definition {
    /// Whether its value is one of several: such a value has a name that the solver keeps, so that choices among choices do not become one
    /// term.
    fileprivate var branches: Bool {
        switch self {
        case .choice, .extreme: true
        default: false
        }
    }
}

extension Interval {
    /// Whether nothing is known on a side, or a value may leave `Int128` there.
    fileprivate var isOpen: Bool { low == .min || high == .max }
}
