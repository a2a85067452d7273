import WritSemantics

/// `Policies/resolution` by hand: fourteen facts, seventeen rules. `CppBaseline` has the same in C++.
struct ResolutionCase: HandWritten {
    static let policy = "resolution"
    static let decision = "resolution"
    static let optional = ["refunded", "delivered_on", "claims", "tier", "has_photo"]

    enum Problem: UInt8, CaseIterable { case damaged, missing, late, wrongItem, unwanted }
    enum Channel: UInt8, CaseIterable { case web, phone, chat, partner }
    enum Tier: UInt8, CaseIterable { case standard, silver, gold, vip }
    enum Region: UInt8, CaseIterable { case us, eu, uk, apac }
    enum Outcome: Int32 { case reship, refund, decline, person }

    /// In cents.
    var paid, itemPrice, refunded: Int64
    /// Days since 1970-01-01.
    var orderedOn, deliveredOn, askedOn: Int32
    var claims, quantity: Int32
    var problem: Problem
    var channel: Channel
    var tier: Tier
    var region: Region
    var hasPhoto, inStock: Bool

    /// Mixed so that every rule applies now and then, and none so often that it can be foreseen.
    init(from generator: inout SeededGenerator) {
        itemPrice = Int64(generator.chance(70) ? 500 + generator.below(15_000) : 500 + generator.below(90_000))
        paid = generator.chance(4) ? itemPrice - 1 : itemPrice + Int64(generator.below(40_000))
        refunded = generator.chance(85) ? 0 : generator.chance(70) ? paid / 3 : paid
        orderedOn = 20_454 + Int32(generator.below(300))
        deliveredOn = orderedOn + 2 + Int32(generator.below(40))
        askedOn = deliveredOn + Int32(generator.chance(92) ? generator.below(30) : 60 + generator.below(120))
        claims = Int32(generator.chance(85) ? generator.below(5) : generator.below(14))
        quantity = Int32(generator.chance(80) ? 1 + generator.below(4) : 1 + generator.below(90))
        problem = Problem(rawValue: UInt8(generator.below(5)))!
        channel = Channel(rawValue: UInt8(generator.below(4)))!
        tier = Tier(rawValue: UInt8(generator.below(4)))!
        region = Region(rawValue: UInt8(generator.below(4)))!
        hasPhoto = generator.chance(50)
        inStock = generator.chance(50)
    }

    @inline(never)
    func decide() -> HandDecision {
        if itemPrice > paid { return answer(0, .person) }
        if refunded >= paid { return answer(1, .decline) }
        if askedOn > orderedOn + 120 { return answer(2, .decline) }
        if claims >= 6 && tier != .vip { return answer(3, .person) }
        if channel == .partner && quantity >= 40 { return answer(4, .person) }
        if problem == .damaged && hasPhoto && inStock && itemPrice <= 50_000 { return answer(5, .reship) }
        if problem == .damaged && hasPhoto && itemPrice <= 50_000 { return answer(6, .refund, itemPrice) }
        if problem == .damaged && itemPrice <= 7_500 { return answer(7, .refund, itemPrice) }
        if problem == .missing && askedOn <= deliveredOn + 3 { return answer(8, .person) }
        if problem == .missing && inStock && itemPrice < 50_000 { return answer(9, .reship) }
        if problem == .missing && itemPrice < 7_500 && (channel == .web || channel == .chat) {
            return answer(10, .refund, itemPrice)
        }
        if problem == .wrongItem && inStock { return answer(11, .reship) }
        if problem == .wrongItem && (region == .us || region == .uk) { return answer(12, .refund, itemPrice) }
        if problem == .late && (tier == .gold || tier == .vip) && deliveredOn > orderedOn + 10 {
            return answer(13, .refund, (itemPrice * 20 + 50) / 100)
        }
        if problem == .late && deliveredOn > orderedOn + 21 {
            return answer(14, .refund, (itemPrice * 10 + 50) / 100)
        }
        if problem == .unwanted && region != .apac && askedOn <= deliveredOn + 14 {
            return answer(15, .refund, itemPrice)
        }
        if problem == .unwanted { return answer(16, .decline) }
        return answer(17, .person)
    }

    private func answer(_ rule: Int32, _ outcome: Outcome, _ amount: Int64 = 0) -> HandDecision {
        HandDecision(rule: rule, outcome: outcome.rawValue, amount: amount)
    }

    var data: [(name: String, datum: Datum)] {
        [
            ("paid", .number(paid)), ("item_price", .number(itemPrice)), ("refunded", .number(refunded)),
            ("ordered_on", .number(orderedOn)), ("delivered_on", .number(deliveredOn)),
            ("asked_on", .number(askedOn)), ("claims", .number(claims)), ("quantity", .number(quantity)),
            ("problem", .enumeration(problem)), ("channel", .enumeration(channel)), ("tier", .enumeration(tier)),
            ("region", .enumeration(region)), ("has_photo", .boolean(hasPhoto)), ("in_stock", .boolean(inStock)),
        ]
    }
}
