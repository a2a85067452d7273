import WritSemantics

/// Something that the calendar or the clock says of quantities: the operands by their variables, and how to ask.
struct TimeFunction {
    /// Two of one name and the same variables are the same.
    var name: String
    var arguments: [Argument]
    /// The term that asks it of constants.
    var term: @Sendable ([Term]) -> Term
    /// How far a rising or falling one may step back.
    var slack: Int128 = 0
    /// The values that it can have, whatever is asked.
    var range: ClosedRange<Int128>
    /// What is true of its value and its operands wherever it has one.
    var lemma: (FormulaTable, _ value: Variable, _ operands: [Variable]) -> Formula = { _, _, _ in .yes }

    struct Argument {
        var variable: Variable
        var type: WritType
        var direction: Definition.Direction
    }
}

extension SymbolicEvaluation {
    /// The value of a function, unknown where its operands are; where it has none it is a fault.
    func apply(_ function: TimeFunction, at term: Term, known: Formula, faulted: Formula) -> (
        Variable, known: Formula, faulted: Formula
    ) {
        let evaluate = Self.asking(function, at: term, constants)
        let arguments = function.arguments.map { Definition.Argument(variable: $0.variable, direction: $0.direction) }
        let fixed = arguments.map { table.interval(of: $0.variable).single }
        if case let values = fixed.compactMap({ $0 }), values.count == fixed.count {
            guard let value = evaluate(values) else { return (table.constant(0), .no, table.any([faulted, known])) }
            return (table.constant(value), known, faulted)
        }
        let variable = table.define(
            .function(
                Definition.Function(
                    name: function.name, arguments: arguments, evaluate: evaluate, slack: function.slack)),
            name: name(term), domain: .whole(function.range), type: term.type)
        let answers = answers(function, evaluate, arguments, fixed)
        let lemma = function.lemma(table, variable, function.arguments.map(\.variable))
        axioms.add(table.implies(answers, lemma), about: variable, isLemma: true)
        return (variable, table.all([known, answers]), table.any([faulted, table.all([known, !answers])]))
    }

    private static func asking(
        _ function: TimeFunction, at term: Term, _ constants: ConstantEvaluation
    ) -> @Sendable ([Int128]) -> Int128? {
        let (types, build, location) = (function.arguments.map(\.type), function.term, term.location)
        return { values in
            constants.count(build(zip(values, types).map { Term(.constant(.count($0)), $1, location) }))
        }
    }

    /// Where it has a value. Of one operand that is from a first to a last value, as calendars and years have a beginning and an end, found by
    /// halving; of more it is asked for each.
    private func answers(
        _ function: TimeFunction, _ evaluate: @escaping @Sendable ([Int128]) -> Int128?,
        _ arguments: [Definition.Argument], _ fixed: [Int128?]
    ) -> Formula {
        let open = fixed.indices.filter { fixed[$0] == nil }
        if open.count == 1 {
            let variable = arguments[open[0]].variable
            let evaluateOne = { (value: Int128) in
                var values = fixed.map { $0 ?? 0 }
                values[open[0]] = value
                return evaluate(values) != nil
            }
            let key = Stretch(function: function.name, fixed: fixed, values: table.interval(of: variable))
            let known = stretches[key]
            let found = known ?? stretch(key.values, function.arguments[open[0]].type, evaluateOne)
            stretches[key] = .some(found)
            if let range = found {
                return table.all([table.atLeast(variable, range.lowerBound), table.atMost(variable, range.upperBound)])
            }
        }
        let flag = table.define(
            .function(
                Definition.Function(
                    name: "\(function.name) has a value",
                    arguments: arguments.map { Definition.Argument(variable: $0.variable, direction: .anything) },
                    evaluate: { evaluate($0) == nil ? 0 : 1 })),
            name: "\(function.name) has a value", domain: .finite(2))
        return table.isTrue(flag)
    }

    /// Where a function of one open operand has a value: the same for whichever variable that is.
    struct Stretch: Hashable {
        var function: String
        var fixed: [Int128?]
        var values: Interval
    }

    /// The stretch around an ordinary value in which something holds, which holds in one stretch only; nil where no value was found.
    private func stretch(
        _ interval: Interval, _ type: WritType, _ holds: (Int128) -> Bool
    ) -> ClosedRange<Int128>? {
        let tried =
            [table.plain.count(type), 0].map { min(max($0, interval.low), interval.high) } + [
                interval.low, interval.high,
            ]
        guard let inside = tried.first(where: holds) else { return nil }
        return Self.edge(from: inside, to: interval.low, holds)...Self.edge(from: inside, to: interval.high, holds)
    }

    /// The last value, going from one at which it holds towards an end, at which it holds.
    private static func edge(from inside: Int128, to end: Int128, _ holds: (Int128) -> Bool) -> Int128 {
        if holds(end) { return end }
        var (good, bad) = (inside, end)
        // An amount that is worked out may lie anywhere in `Int128`: no sum and no difference of the two may be taken.
        while good < bad ? good + 1 < bad : bad + 1 < good {
            let middle = (good & bad) + ((good ^ bad) >> 1)
            if holds(middle) { good = middle } else { bad = middle }
        }
        return good
    }
}
