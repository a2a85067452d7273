import WritTestSupport

@testable import WritAnalysis

/// Rules in order, each a conjunction of a few atoms over fourteen variables: amounts, dates, counts, enumerations, truths.
struct RandomPolicy {
    let table = FormulaTable()
    private(set) var rules: [Formula] = []
    private var random: SplitMix64
    private var money: [Variable] = []
    private var dates: [Variable] = []
    private var counts: [Variable] = []
    private var enumerations: [Variable] = []
    private var truths: [Variable] = []

    init(seed: UInt64, rules count: Int) {
        random = SplitMix64(seed)
        for index in 0..<3 { money.append(table.opaque(name: "m\(index)", domain: .whole(0...1_000_000_000_000))) }
        for index in 0..<2 { dates.append(table.opaque(name: "d\(index)", domain: .whole(-700_000...2_900_000))) }
        for index in 0..<2 { counts.append(table.opaque(name: "c\(index)", domain: .whole(0...1000))) }
        for index in 0..<4 { enumerations.append(table.opaque(name: "e\(index)", domain: .finite(4 + index))) }
        for index in 0..<3 { truths.append(table.opaque(name: "b\(index)", domain: .finite(2))) }
        for _ in 0..<count { rules.append(table.all((0..<2 + random.below(3)).map { _ in atom() })) }
    }

    private mutating func atom() -> Formula {
        let atom = anyAtom()
        return random.chance(50) ? atom : !atom
    }

    private mutating func anyAtom() -> Formula {
        switch random.below(14) {
        case 0...2: return table.atMost(random.pick(money), Int128(random.below(50)) * 10_000)
        case 3: return table.difference(dates[1], dates[0], atMost: Int128(random.below(40)) * 15)
        case 4: return table.atMost(random.pick(dates), 18_000 + Int128(random.below(20)) * 100)
        case 5, 6: return table.atMost(random.pick(counts), Int128(random.below(30)))
        case 7...10:
            let variable = random.pick(enumerations)
            guard case .finite(let count) = table[variable].domain else { return .yes }
            let values = (0..<count).filter { _ in random.chance(50) }
            return table.member(variable, ValueMask(values + [random.below(count)], of: count))
        case 11: return table.difference(money[0], money[1], atMost: 0)
        default: return table.isTrue(random.pick(truths))
        }
    }
}
