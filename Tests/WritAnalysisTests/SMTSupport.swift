import Testing
import WritTestSupport
import WritValues

@testable import WritAnalysis

/// What the tests of the second solver need: the program, and tables made up at random.
enum SMTSupport {
    static let location = try? SolverLocation.find()
    static let isHere = location != nil
    static let missing: Comment = "z3 is not on the PATH (make solver): what the second solver answers is not tested"

    /// A solver over a table; the suite that asks is enabled only where there is one.
    static func solver(_ table: FormulaTable) throws -> SMTSolver { try #require(SMTSolver(table: table)) }

    static func isFound(_ result: SearchResult) -> Bool { if case .found = result { true } else { false } }
    static func isNone(_ result: SearchResult) -> Bool { if case .none = result { true } else { false } }
}

/// A table small enough to go through all its values, with definitions of every kind.
struct SMTRandomTable {
    let table = FormulaTable()
    private(set) var variables: [Variable] = []
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed)
        for index in 0..<(2 + random.below(3)) { variables.append(given(index)) }
        for index in 0..<(1 + random.below(4)) { variables.append(defined(index)) }
    }

    private mutating func given(_ index: Int) -> Variable {
        let low = Int128(random.below(12) - 6)
        let domain: Domain =
            switch random.below(4) {
            case 0: .finite(2)
            case 1: .finite(3 + random.below(2))
            default: .whole(low...low + Int128(1 + random.below(6)))
            }
        return table.opaque(name: "given \(index)", domain: domain)
    }

    // MARK: Definitions

    private mutating func defined(_ index: Int) -> Variable {
        let name = "defined \(index)"
        switch random.below(7) {
        case 0:
            let parts = (0..<(1 + random.below(3))).map { _ in
                Definition.Part(coefficient: number(4), variable: pick())
            }
            return table.define(.linear(parts, constant: number(6)), name: name)
        case 1: return table.define(.product(pick(), pick()), name: name)
        case 2: return table.define(.rounded(pick(), by: nil, rounding()), name: name)
        case 3: return quotient(name)
        case 4: return choice(name)
        case 5:
            let values = (0..<(1 + random.below(3))).map { _ in pick() }
            return table.define(.extreme(random.chance(50) ? .least : .greatest, values), name: name)
        default: return function(name)
        }
    }

    private mutating func number(_ bound: Int) -> Int128 { Int128(random.below(2 * bound + 1) - bound) }
    private mutating func pick() -> Variable { random.pick(variables) }

    private mutating func rounding() -> Definition.Rounding {
        Definition.Rounding(
            scale: random.below(2), divisorScale: 0, unit: random.pick([1, 2, 3, 5]), unitScale: random.below(2),
            mode: random.pick(RoundingMode.allCases))
    }

    /// Where the divisor may be 0, of a domain that can be gone through.
    private mutating func quotient(_ name: String) -> Variable {
        let (value, divisor, rounding) = (pick(), pick(), rounding())
        let (top, bottom) = (table.interval(of: value), table.interval(of: divisor))
        var range: Interval?
        for value in top.range.prefix(200) {
            for divisor in bottom.range.prefix(200) where divisor != 0 {
                guard let result = rounding(value, over: divisor) else { continue }
                range = range?.hull(Interval(result)) ?? Interval(result)
            }
        }
        let isShort = top.high - top.low < 200 && bottom.high - bottom.low < 200
        guard let range, isShort else { return value }
        return table.define(.rounded(value, by: divisor, rounding), name: name, domain: .whole(range.range))
    }

    private mutating func choice(_ name: String) -> Variable {
        var choices = (0..<(1 + random.below(3))).map { _ in Definition.Choice(condition: formula(1), value: pick()) }
        if random.chance(40) { choices.append(Definition.Choice(condition: .yes, value: pick())) }
        return table.define(.choice(choices), name: name)
    }

    private mutating func function(_ name: String) -> Variable {
        switch random.below(4) {
        case 0: return apply("half", [pick()], [.rises], -200...200) { $0[0] >> 1 }
        case 1: return apply("remainder", [pick()], [.anything], 0...2) { $0[0] == 1 ? nil : (($0[0] % 3) + 3) % 3 }
        case 2: return apply("from", [pick(), pick()], [.rises, .falls], -400...400) { $0[0] - 2 * $0[1] }
        default:
            return apply("clock", [pick()], [.rises], -200...200, slack: 2) { $0[0] - ($0[0] > 2 ? 2 : 0) }
        }
    }

    private func apply(
        _ name: String, _ arguments: [Variable], _ directions: [Definition.Direction], _ range: ClosedRange<Int128>,
        slack: Int128 = 0, _ evaluate: @escaping @Sendable ([Int128]) -> Int128?
    ) -> Variable {
        for argument in arguments where table.interval(of: argument).hull(Interval(-100, 100)) != Interval(-100, 100) {
            return argument
        }
        let arguments = zip(arguments, directions).map { Definition.Argument(variable: $0, direction: $1) }
        let function = Definition.Function(name: name, arguments: arguments, evaluate: evaluate, slack: slack)
        return table.define(.function(function), name: name, domain: .whole(range))
    }

    // MARK: Formulas

    mutating func formula(_ depth: Int) -> Formula {
        if depth > 0, random.chance(60) {
            let parts = (0..<(2 + random.below(2))).map { _ in formula(depth - 1) }
            return random.chance(50) ? table.all(parts) : table.any(parts)
        }
        let atom = atom()
        return random.chance(50) ? atom : !atom
    }

    private mutating func atom() -> Formula {
        let variable = pick()
        if case .finite(let count) = table[variable].domain {
            return table.member(variable, ValueMask((0..<count).filter { _ in random.chance(50) }, of: count))
        }
        let interval = table.interval(of: variable)
        let bound = interval.low + Int128(random.below(Int(min(interval.high - interval.low, 500)) + 1))
        if random.chance(30) {
            let other = pick()
            if case .whole = table[other].domain { return table.difference(variable, other, atMost: number(8)) }
        }
        return random.chance(30) ? table.isCount(variable, bound) : table.atMost(variable, bound)
    }

    // MARK: All values

    /// The variables that have a value of their own: given ones, and those of definitions that may have none.
    private var free: [Variable] {
        table.variables.indices.map { Variable($0) }.filter { variable in
            switch table[variable].definition {
            case nil: true
            case .rounded(_, let divisor?, _): table.interval(of: divisor).contains(0)
            case .choice(let choices): !choices.contains { $0.condition == .yes }
            case .function(let function): function.name == "remainder"
            default: false
            }
        }
    }

    /// Every valuation; nil where those are too many.
    func valuations(atMost limit: Int) -> [Valuation]? {
        var all = [Valuation()]
        for variable in free {
            let interval = table.interval(of: variable)
            guard interval.high - interval.low < 1000 else { return nil }
            let values = Array(interval.range)
            if all.count * values.count > limit { return nil }
            all = all.flatMap { valuation in
                values.map { value in
                    var next = valuation
                    next.values[variable] = value
                    return next
                }
            }
        }
        return all
    }
}
