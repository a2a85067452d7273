import WritSemantics

/// What a programmer would write instead of the two measured policies: known facts in, an outcome out, no reasons.
protocol HandWritten {
    /// Takes in a case whose facts are all known.
    init(_ facts: FactSet)
    /// The rule that applies; -1 for `otherwise`.
    func decide() -> Int
}

struct HandWrittenParcel: HandWritten {
    var amount: Int64
    var inStock: Bool
    var claims: Int64

    init(_ facts: FactSet) {
        let facts = facts.policyFacts
        amount = facts[0].int
        inStock = facts[1].bool
        claims = facts[2].int
    }

    @inline(never)
    func decide() -> Int {
        if claims >= 3 { return 0 }
        if inStock && amount <= 15_000 { return 1 }
        if amount <= 15_000 { return 2 }
        return -1
    }
}

struct HandWrittenRefunds: HandWritten {
    var ordered, requested, refunded, deliveredOn, askedOn, claims, items: Int64
    var reason, channel, level, region: Int
    var photo, opened, disputed: Bool

    init(_ facts: FactSet) {
        let facts = facts.policyFacts
        (ordered, requested, refunded, deliveredOn) = (facts[0].int, facts[1].int, facts[2].int, facts[3].int)
        (askedOn, claims, items) = (facts[4].int, facts[5].int, facts[6].int)
        (reason, channel, level, region) = (facts[7].tag, facts[8].tag, facts[9].tag, facts[10].tag)
        (photo, opened, disputed) = (facts[11].bool, facts[12].bool, facts[13].bool)
    }

    @inline(never)
    func decide() -> Int {
        if disputed { return 0 }
        if requested > ordered { return 1 }
        if refunded >= ordered { return 2 }
        if askedOn - deliveredOn > 365 { return 3 }
        if claims >= 5 && level != 3 { return 4 }
        if reason == 0 && photo && requested <= 50_000 { return 5 }
        if reason == 0 && requested > 50_000 { return 6 }
        if reason == 0 && requested <= 2_000 { return 7 }
        if reason == 2 && !opened { return 8 }
        if reason == 2 && items > 1 { return 9 }
        if reason == 1 && (channel == 0 || channel == 3) && (region == 0 || region == 2) { return 10 }
        if reason == 1 && level >= 2 { return 11 }
        if reason == 1 && askedOn >= deliveredOn + 14 { return 12 }
        if reason == 3 && !opened && askedOn <= deliveredOn + 30 { return 13 }
        if reason == 3 { return 14 }
        return -1
    }
}

extension FactSet {
    /// The facts that the policy declares itself: every model begins with `today` and `now`.
    var policyFacts: [Datum] { Array(facts.dropFirst(2)) }
}

extension Datum {
    var int: Int64 { if case .count(let count) = self { Int64(count) } else { 0 } }
    var bool: Bool { self == .boolean(true) }
    var tag: Int { if case .variant(let tag, _) = self { tag } else { 0 } }
}
