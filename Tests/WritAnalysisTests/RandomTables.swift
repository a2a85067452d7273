import WritTestSupport
import WritValues

@testable import WritAnalysis

/// Tables with few values, so that every case can be tried.
struct RandomTables {
    var random: SplitMix64
    let table = FormulaTable()
    private(set) var variables: [Variable] = []
    private(set) var formulas: [Formula] = []

    init(seed: UInt64) {
        random = SplitMix64(seed)
        for _ in 0..<1 + random.below(3) { addBase() }
        grow()
    }

    /// More definitions and formulas over what there is.
    mutating func grow() {
        if variables.count < 4, random.chance(30) { addBase() }
        for _ in 0..<random.below(3) { addDefined() }
        for _ in 0..<3 + random.below(8) { addAtom() }
        for _ in 0..<2 + random.below(8) { addConjunction() }
    }

    /// A few formulas; or many alternatives, for which much has to be decided and taken back.
    mutating func goals() -> [Formula] {
        if random.chance(50) { return (0..<1 + random.below(4)).map { _ in literal() } }
        return (0..<3 + random.below(16)).map { _ in
            table.any((0..<2 + random.below(2)).map { _ in literal() })
        }
    }

    private mutating func addBase() {
        let name = "v\(variables.count)"
        if random.chance(40) {
            variables.append(table.opaque(name: name, domain: .finite(2 + random.below(3))))
        } else {
            let low = Int128(random.below(5)) - 4
            variables.append(table.opaque(name: name, domain: .whole(low...low + Int128(random.below(6)))))
        }
    }

    // MARK: Definitions

    private mutating func addDefined() {
        let name = "d\(variables.count)"
        switch random.below(12) {
        case 0...3: addLinear(name)
        case 4: variables.append(table.define(.product(random.pick(variables), random.pick(variables)), name: name))
        case 5, 6: addRounded(name)
        case 7, 8: addChoice(name)
        case 9: addExtreme(name)
        default: addFunction(name)
        }
    }

    private mutating func addLinear(_ name: String) {
        let parts = (0..<1 + random.below(3)).map { _ in
            Definition.Part(coefficient: Int128(random.below(7)) - 3, variable: random.pick(variables))
        }
        variables.append(table.define(.linear(parts, constant: Int128(random.below(7)) - 3), name: name))
    }

    private mutating func addRounded(_ name: String) {
        let mode = random.pick(RoundingMode.allCases)
        let rounding = Definition.Rounding(
            scale: random.below(2), unit: Int128(1 + random.below(3)), unitScale: 0, mode: mode)
        let value = random.pick(variables)
        if random.chance(60) {
            variables.append(table.define(.rounded(value, by: nil, rounding), name: name))
        } else if table.interval(of: value).high < 60, table.interval(of: value).low > -60 {
            let definition = Definition.rounded(value, by: random.pick(variables), rounding)
            variables.append(table.define(definition, name: name, domain: .whole(-61...61)))
        }
    }

    private mutating func addChoice(_ name: String) {
        if formulas.isEmpty { return }
        var choices = (0..<1 + random.below(3)).map { _ in
            Definition.Choice(condition: literal(), value: random.pick(variables))
        }
        if random.chance(70) { choices.append(.init(condition: .yes, value: random.pick(variables))) }
        let finite = choices.allSatisfy { if case .finite = table[$0.value].domain { true } else { false } }
        let width = choices.map { table.interval(of: $0.value).high }.max()!
        let domain: Domain? = finite && random.chance(60) ? .finite(Int(width) + 1) : nil
        variables.append(table.define(.choice(choices), name: name, domain: domain))
    }

    private mutating func addExtreme(_ name: String) {
        let values = (0..<1 + random.below(3)).map { _ in random.pick(variables) }
        variables.append(table.define(.extreme(random.chance(50) ? .least : .greatest, values), name: name))
    }

    /// A function that rises by steps, with a step back now and then where it has slack, or one without any order.
    private mutating func addFunction(_ name: String) {
        let key = random.below(1000)
        let argument = random.pick(variables)
        let range = table.interval(of: argument)
        if range.low < -100 || range.high > 100 { return }
        var function = Definition.Function(name: "f\(key)-\(variables.count)", arguments: []) { _ in nil }
        switch random.below(4) {
        case 0:
            function.name = "third"
            function.arguments = [.init(variable: argument, direction: .rises)]
            function.evaluate = { $0[0] > 90 ? nil : ($0[0] + 200) / 3 - 66 }
        case 1:
            function.name = "back"
            function.arguments = [.init(variable: argument, direction: .falls)]
            function.evaluate = { -2 * $0[0] + ($0[0] % 2 == 0 ? 3 : 0) }
            function.slack = 3
        case 2:
            function.arguments = [.init(variable: argument, direction: .anything)]
            function.evaluate = { ($0[0] * 7 + 1000 + Int128(key)) % 5 }
            variables.append(table.define(.function(function), name: name, domain: .finite(5)))
            return
        default:
            let other = random.pick(variables)
            if table.interval(of: other).high > 90 || table.interval(of: other).low < -90 { return }
            function.name = "both"
            function.arguments = [
                .init(variable: argument, direction: .rises), .init(variable: other, direction: .falls),
            ]
            function.evaluate = { $0[0] > 90 || $0[1] < -90 ? nil : $0[0] - ($0[1] + 120) / 4 }
        }
        variables.append(table.define(.function(function), name: name, domain: .whole(-250...250)))
    }

    // MARK: Formulas

    private mutating func literal() -> Formula { random.chance(50) ? random.pick(formulas) : !random.pick(formulas) }

    private mutating func addAtom() {
        let variable = random.pick(variables)
        let range = table.interval(of: variable)
        if case .finite(let count) = table[variable].domain, random.chance(80) {
            let values = (0..<count).filter { _ in random.chance(50) }
            formulas.append(table.member(variable, ValueMask(values, of: count)))
        } else if random.chance(60) {
            let width = Int(range.high - range.low) + 1
            formulas.append(table.atMost(variable, range.low + Int128(random.below(width))))
        } else {
            formulas.append(table.difference(variable, random.pick(variables), atMost: Int128(random.below(9)) - 4))
        }
    }

    private mutating func addConjunction() {
        let parts = (0..<2 + random.below(3)).map { _ in literal() }
        formulas.append(random.chance(50) ? table.all(parts) : table.any(parts))
    }
}
