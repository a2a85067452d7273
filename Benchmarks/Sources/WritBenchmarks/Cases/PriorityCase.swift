import WritSemantics

/// `Policies/priority` by hand: three facts, three rules.
struct PriorityCase: HandWritten {
    static let policy = "priority"
    static let decision = "tier"

    enum Level: UInt8 { case vip, normal, new }
    enum Tier: Int32 { case high, medium, low }

    /// In cents.
    var amount: Int64
    var daysToDue: Int32
    var level: Level

    init(from generator: inout SeededGenerator) {
        level = Level(rawValue: UInt8(generator.below(3)))!
        amount = Int64(generator.chance(50) ? generator.below(1_500_000) : generator.below(15_000_000))
        daysToDue = Int32(generator.below(12))
    }

    @inline(never)
    func decide() -> HandDecision {
        if daysToDue <= 3 { return HandDecision(rule: 0, outcome: Tier.high.rawValue) }
        if level == .vip && amount >= 10_000_000 { return HandDecision(rule: 1, outcome: Tier.high.rawValue) }
        if level != .vip && amount >= 1_000_000 { return HandDecision(rule: 2, outcome: Tier.medium.rawValue) }
        return HandDecision(rule: 3, outcome: Tier.low.rawValue)
    }

    var data: [(name: String, datum: Datum)] {
        [("level", .enumeration(level)), ("amount", .number(amount)), ("days_to_due", .number(daysToDue))]
    }
}
