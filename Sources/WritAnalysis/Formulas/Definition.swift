import WritSemantics
import WritValues

/// How a whole or finite variable is worked out from others. Total: where a calculation has no answer the variable may be anything, and
/// what asks for it asks too whether there is one.
enum Definition: Sendable {
    /// The sum of the variables, each so many times, and a constant.
    case linear([Part], constant: Int128)
    case product(Variable, Variable)
    /// The variable, divided by another where there is one, to the nearest multiple of a unit; anything where the divisor is 0.
    case rounded(Variable, by: Variable?, Rounding)
    /// The value beside the first formula that is true; anything where none is.
    case choice([Choice])
    case extreme(Term.Extreme, [Variable])
    /// A function that is only known by asking it.
    case function(Function)

    struct Part: Hashable, Sendable {
        var coefficient: Int128
        var variable: Variable
    }

    /// Counts of which scales are divided and brought to multiples of which unit: the arguments of `Exact.roundedQuotient`.
    struct Rounding: Hashable, Sendable {
        var scale: Int
        var divisorScale = 0
        var unit: Int128
        var unitScale: Int
        var mode: RoundingMode

        /// Rising in the value where the divisor is positive, falling where it is negative.
        func callAsFunction(_ value: Int128, over divisor: Int128 = 1) -> Int128? {
            if divisor == 0 { return nil }
            return Exact.roundedQuotient(
                value, scale: scale, over: divisor, scale: divisorScale, unit: unit, unitScale: unitScale, mode: mode)
        }
    }

    struct Choice: Hashable, Sendable {
        var condition: Formula
        var value: Variable
    }

    /// What the calendar, the clock or a text does to values.
    struct Function: Sendable {
        /// Two functions of one name are the same.
        var name: String
        var arguments: [Argument]
        /// The value; nil where there is none, and the variable may be anything.
        var evaluate: @Sendable ([Int128]) -> Int128?
        /// How far a rising (or falling) function may step back where the argument goes on: clocks that are put back.
        var slack: Int128 = 0
        /// Whether there is a value for all that its arguments can be.
        var isTotal = false
    }

    struct Argument: Hashable, Sendable {
        var variable: Variable
        var direction: Direction
    }

    /// What the value does when the argument grows and the others stay.
    enum Direction: Hashable, Sendable { case rises, falls, anything }
}

extension Definition {
    /// The variables it reads, in order, each as often as it does. A choice reads those of its conditions too, which are not here.
    var variables: [Variable] {
        switch self {
        case .linear(let parts, _): parts.map(\.variable)
        case .product(let left, let right): [left, right]
        case .rounded(let value, let divisor, _): [value] + (divisor.map { [$0] } ?? [])
        case .choice(let choices): choices.map(\.value)
        case .extreme(_, let values): values
        case .function(let function): function.arguments.map(\.variable)
        }
    }
}

extension Definition {
    /// The value for certain values of ``variables`` (for a choice: of the values beside its conditions, of which `holds` says which
    /// are true); nil where it may be anything.
    func evaluate(_ values: [Int128], holds: (Formula) -> Bool) -> Int128? {
        switch self {
        case .linear(let parts, let constant):
            var sum = constant
            for (part, value) in zip(parts, values) {
                let (product, isOver) = part.coefficient.multipliedReportingOverflow(by: value)
                let (next, isFar) = sum.addingReportingOverflow(product)
                if isOver || isFar { return nil }
                sum = next
            }
            return sum
        case .product:
            let (product, isOver) = values[0].multipliedReportingOverflow(by: values[1])
            return isOver ? nil : product
        case .rounded(_, let divisor, let rounding):
            return divisor == nil ? rounding(values[0]) : rounding(values[0], over: values[1])
        case .choice(let choices):
            for (choice, value) in zip(choices, values) where holds(choice.condition) { return value }
            return nil
        case .extreme(let extreme, _): return extreme == .least ? values.min() : values.max()
        case .function(let function): return function.evaluate(values)
        }
    }
}
