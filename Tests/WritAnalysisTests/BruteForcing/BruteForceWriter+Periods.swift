import WritTestSupport

/// Days on which rules and values are in force.
extension BruteForceWriter {
    /// `in force by f1 from 2026-03-01 until 2026-03-02`, with or without each part.
    mutating func period() -> String {
        let days = facts.filter { $0.kind == .day && $0.name != Fact.today }
        let anchor = !days.isEmpty && random.chance(30) ? " by \(random.pick(days).name)" : ""
        return "in force\(anchor)\(stretch())"
    }

    private mutating func stretch() -> String {
        let (first, last) = (1 + random.below(3), 2 + random.below(3))
        switch random.below(3) {
        case 0: return " from 2026-03-0\(first)"
        case 1: return " until 2026-03-0\(last)"
        default: return " from 2026-03-0\(first) until 2026-03-0\(max(first, last))"
        }
    }

    /// What a param is worth on some days: no two values of one date hold on the same day.
    mutating func datedValues() -> [String] {
        let periods = random.pick([
            [], [period()], ["in force until 2026-03-01", "in force from 2026-03-0\(2 + random.below(2))"],
        ])
        return periods.map { "  \($0) = \(random.below(4))" }
    }
}
