import WritSemantics

/// The formulas and variables of one question, each once: two that say the same in the same words are one.
///
/// Grows while an analysis goes on; nothing is ever taken back. For one thread.
final class FormulaTable {
    @exclusivity(unchecked) private(set) var nodes: [FormulaNode] = [.truth]
    @exclusivity(unchecked) private(set) var variables: [VariableRecord] = []
    /// Where values are looked for first.
    let plain: PlainValues
    @exclusivity(unchecked) private var numbers = NodeIndex()
    private var defined: [DefinitionKey: Variable] = [:]
    fileprivate var origins: [VariableRecord.Origin: Variable] = [:]
    private var constants: [Int128: Variable] = [:]
    /// Of counts, the formulas that say whether they are above 0.
    private var signs: [Variable: Formula] = [:]
    /// Of finite variables, the formulas that say of each value whether it is the variable's.
    private var values: [Variable: [Formula?]] = [:]

    /// Room for cones that are looked for.
    @exclusivity(unchecked) var spareMarks: [Cone] = []

    init(plain: PlainValues = PlainValues()) {
        self.plain = plain
        numbers.append(FormulaNode.truth.digest)
    }

    subscript(_ variable: Variable) -> VariableRecord { variables[Int(variable.index)] }

    // MARK: Formulas

    func all(_ one: Formula, _ other: Formula) -> Formula {
        if one == .no || other == .no || one == !other { return .no }
        if one == .yes || one == other { return other }
        if other == .yes { return one }
        return node(.all(one.code < other.code ? [one, other] : [other, one]))
    }

    func all(_ parts: some Sequence<Formula>) -> Formula {
        var kept: [Formula] = []
        for part in parts where part != .yes {
            if part == .no { return .no }
            kept.append(part)
        }
        if kept.count < 2 { return kept.first ?? .yes }
        if kept.count == 2 { return all(kept[0], kept[1]) }
        kept.sort { $0.code < $1.code }
        // A formula and its negation are neighbours then.
        var count = 1
        for part in kept.dropFirst() where part != kept[count - 1] {
            if part == !kept[count - 1] { return .no }
            kept[count] = part
            count += 1
        }
        kept.removeLast(kept.count - count)
        return count < 2 ? kept[0] : node(.all(kept))
    }

    /// What a formula says that is a conjunction; else itself.
    func conjuncts(of formula: Formula) -> [Formula] {
        if !formula.isNegated, case .all(let parts) = nodes[formula.node] { return parts }
        return [formula]
    }

    func any(_ parts: some Sequence<Formula>) -> Formula { !all(parts.map { !$0 }) }
    func implies(_ left: Formula, _ right: Formula) -> Formula { any([!left, right]) }
    func same(_ left: Formula, _ right: Formula) -> Formula { all([implies(left, right), implies(right, left)]) }

    func member(_ variable: Variable, _ mask: ValueMask) -> Formula {
        if mask.isEmpty { return .no }
        if mask.isAll { return .yes }
        // Of a set and its complement one is the node: that with the value 0.
        return mask.contains(0)
            ? node(.atom(.member(variable, mask))) : !node(.atom(.member(variable, mask.complement)))
    }

    /// Whether a finite variable has this value.
    func isValue(_ variable: Variable, _ value: Int) -> Formula {
        guard case .finite(let count) = self[variable].domain else { preconditionFailure("not a finite variable") }
        if values[variable] == nil { values[variable] = Array(repeating: nil, count: count) }
        if let known = values[variable]![value] { return known }
        let formula = member(variable, ValueMask([value], of: count))
        values[variable]![value] = formula
        return formula
    }

    /// A truth as a formula.
    func isTrue(_ variable: Variable) -> Formula { isValue(variable, 1) }

    func atMost(_ variable: Variable, _ bound: Int128) -> Formula {
        let interval = interval(of: variable)
        if bound >= interval.high { return .yes }
        if bound < interval.low { return .no }
        if bound == 0, let isAbove = signs[variable] { return !isAbove }
        return node(.atom(.atMost(variable, bound)))
    }

    /// Notes that a formula says whether a variable is above 0, so that nobody needs to ask the variable.
    func note(_ isAboveZero: Formula, of variable: Variable) {
        if signs[variable] == nil { signs[variable] = isAboveZero }
    }

    func atLeast(_ variable: Variable, _ bound: Int128) -> Formula {
        bound == .min ? .yes : !atMost(variable, bound - 1)
    }

    func isCount(_ variable: Variable, _ value: Int128) -> Formula {
        all([atMost(variable, value), atLeast(variable, value)])
    }

    /// `left` − `right` ≤ `bound`.
    func difference(_ left: Variable, _ right: Variable, atMost bound: Int128) -> Formula {
        if left == right { return Formula(bound >= 0) }
        if let value = interval(of: right).single { return atMost(left, Saturating.add(bound, value)) }
        if let value = interval(of: left).single {
            return atLeast(right, Saturating.add(value, Saturating.negate(bound)))
        }
        let spread = interval(of: left) + -interval(of: right)
        if spread.high <= bound, spread.high != .max { return .yes }
        if spread.low > bound, spread.low != .min { return .no }
        if bound >= 0, isNever(left, above: right) { return .yes }
        if let remainder = remainder(left, minus: right), let simpler = atMost(remainder, bound) { return simpler }
        // x − y ≤ c is not (y − x ≤ −c − 1): of the two the one with the smaller first variable is the node.
        if left < right { return node(.atom(.difference(left, right, atMost: bound))) }
        return !node(.atom(.difference(right, left, atMost: -bound - 1)))
    }

    /// Whether a definition says that a variable is never more than another.
    private func isNever(_ left: Variable, above right: Variable) -> Bool {
        if case .extreme(.least, let values)? = self[left].definition, values.contains(right) { return true }
        if case .extreme(.greatest, let values)? = self[right].definition, values.contains(left) { return true }
        return false
    }

    /// Whether a remainder is so much or less, where it is about one variable or the difference of two.
    private func atMost(_ remainder: Remainder, _ bound: Int128) -> Formula? {
        let (rest, isOver) = bound.subtractingReportingOverflow(remainder.constant)
        if isOver { return nil }
        switch remainder.parts.count {
        case 0: return Formula(rest >= 0)
        case 1:
            let (factor, variable) = (remainder.parts[0].coefficient, remainder.parts[0].variable)
            if factor == .min { return nil }
            return factor > 0
                ? atMost(variable, Self.floor(rest, factor)) : atLeast(variable, -Self.floor(rest, -factor))
        default:
            let (first, second) = (remainder.parts[0], remainder.parts[1])
            guard first.coefficient != .min, first.coefficient == -second.coefficient else { return nil }
            let isPositive = first.coefficient > 0
            return difference(
                isPositive ? first.variable : second.variable, isPositive ? second.variable : first.variable,
                atMost: Self.floor(rest, abs(first.coefficient)))
        }
    }

    private static func floor(_ value: Int128, _ divisor: Int128) -> Int128 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }

    private func node(_ node: FormulaNode) -> Formula {
        let digest = node.digest
        if let number = numbers.find(digest, where: { nodes[$0] == node }) { return Formula(node: number) }
        nodes.append(node)
        numbers.append(digest)
        return Formula(node: nodes.count - 1)
    }

    // MARK: Variables

    /// The variable of an origin, made when it is first asked for.
    func variable(
        _ origin: VariableRecord.Origin, name: @autoclosure () -> String, domain: Domain, type: WritType? = nil,
        words: [String]? = nil
    ) -> Variable {
        if let known = origins[origin] { return known }
        let variable = append(
            VariableRecord(name: name(), domain: domain, definition: nil, origin: origin, type: type, words: words))
        origins[origin] = variable
        return variable
    }

    /// A variable that stands for what is not followed further; a new one at each call.
    func opaque(name: String, domain: Domain) -> Variable {
        append(VariableRecord(name: name, domain: domain, definition: nil, origin: .opaque))
    }

    func constant(_ value: Int128) -> Variable {
        if let known = constants[value] { return known }
        let variable = append(
            VariableRecord(
                name: "\(value)", domain: .whole(value...value), definition: .linear([], constant: value),
                origin: .defined))
        constants[value] = variable
        return variable
    }

    /// The variable that a definition is about, the same one for the same definition.
    func define(
        _ definition: Definition, name: @autoclosure () -> String, domain: Domain? = nil, type: WritType? = nil
    ) -> Variable {
        let key = DefinitionKey(definition)
        if let key, let known = defined[key] { return known }
        let range = range(of: definition)
        if domain == nil, let value = range.single { return constant(value) }
        let variable = append(
            VariableRecord(
                name: name(), domain: domain ?? .whole(range.range), definition: definition, origin: .defined,
                type: type))
        if let key { defined[key] = variable }
        return variable
    }

    /// The values that a whole variable can have; of a finite one its numbers.
    func interval(of variable: Variable) -> Interval {
        switch self[variable].domain {
        case .whole(let range): Interval(range)
        case .finite(let count): Interval(0, Int128(count - 1))
        }
    }

    private func append(_ record: VariableRecord) -> Variable {
        variables.append(record)
        return Variable(variables.count - 1)
    }
}

extension FormulaTable {
    /// What the domains of its variables say of a defined value.
    private func range(of definition: Definition) -> Interval {
        switch definition {
        case .linear(let parts, let constant):
            return parts.reduce(Interval(constant)) { $0 + Interval($1.coefficient) * interval(of: $1.variable) }
        case .product(let left, let right):
            let range = interval(of: left) * interval(of: right)
            return left == right ? range.intersection(Interval(0, .max)) : range
        case .rounded(let value, nil, let rounding):
            let interval = interval(of: value)
            let low = interval.low == .min ? nil : rounding(interval.low)
            let high = interval.high == .max ? nil : rounding(interval.high)
            return Interval(low ?? .min, high ?? .max)
        case .rounded: return .all
        case .choice(let choices):
            return choices.dropFirst().reduce(choices.first.map { interval(of: $0.value) } ?? .all) {
                $0.hull(interval(of: $1.value))
            }
        case .extreme(let extreme, let values):
            let intervals = values.map { interval(of: $0) }
            let (lows, highs) = (intervals.map(\.low), intervals.map(\.high))
            return extreme == .least
                ? Interval(lows.min() ?? .min, highs.min() ?? .max) : Interval(lows.max() ?? .min, highs.max() ?? .max)
        case .function: return .all
        }
    }
}

/// What makes two definitions the same.
private enum DefinitionKey: Hashable {
    case linear([Definition.Part], Int128)
    case product(Variable, Variable)
    case rounded(Variable, Variable?, Definition.Rounding)
    case choice([Definition.Choice])
    case extreme(isLeast: Bool, [Variable])
    case function(String, [Definition.Argument])

    init?(_ definition: Definition) {
        switch definition {
        case .linear(let parts, let constant): self = .linear(parts, constant)
        case .product(let left, let right): self = .product(min(left, right), max(left, right))
        case .rounded(let value, let divisor, let rounding): self = .rounded(value, divisor, rounding)
        case .choice(let choices): self = .choice(choices)
        case .extreme(let extreme, let values): self = .extreme(isLeast: extreme == .least, values)
        case .function(let function): self = .function(function.name, function.arguments)
        }
    }
}

extension FormulaTable {
    /// The variable of an origin, if somebody asked for it.
    func existing(_ origin: VariableRecord.Origin) -> Variable? { origins[origin] }
}
