import WritSemantics

/// `Policies/basket` by hand: an order with one to eight lines.
struct BasketCase: HandWritten {
    static let policy = "basket"
    static let decision = "way"

    enum Kind: UInt8 { case goods, battery, liquid, giftCard }
    enum Way: Int32 { case express, ground, freight, person }

    struct Line {
        /// In cents.
        var price: Int64
        var quantity, grams: Int32
        var kind: Kind
        var inStock: Bool
    }

    var lines: [Line]
    var insured: Int64
    var isHurried: Bool

    init(from generator: inout SeededGenerator) {
        let onlyCards = generator.chance(8)
        lines = (0..<1 + generator.below(8)).map { _ in
            Line(
                price: Int64(100 + generator.below(20_000)), quantity: Int32(1 + generator.below(4)),
                grams: Int32(generator.below(3_000)),
                kind: onlyCards ? .giftCard : Kind(rawValue: UInt8(max(0, generator.below(8) - 4)))!,
                inStock: generator.chance(85))
        }
        insured = Int64(generator.below(400_000))
        isHurried = generator.chance(50)
    }

    @inline(never)
    func decide() -> HandDecision {
        if lines.allSatisfy({ $0.kind == .giftCard }) { return answer(0, .express) }
        if lines.count(where: { $0.kind == .battery }) > 2 { return answer(1, .person) }
        if isHurried && lines.contains(where: { $0.kind == .liquid }) { return answer(2, .ground) }
        if lines.reduce(0, { $0 + Int64($1.grams) * Int64($1.quantity) }) > 30_000 { return answer(3, .freight) }
        if lines.reduce(0, { $0 + $1.price * Int64($1.quantity) }) > insured { return answer(4, .person) }
        if isHurried && lines.allSatisfy(\.inStock) { return answer(5, .express) }
        return answer(6, .ground)
    }

    private func answer(_ rule: Int32, _ way: Way) -> HandDecision {
        HandDecision(rule: rule, outcome: way.rawValue)
    }

    var data: [(name: String, datum: Datum)] {
        let lines = lines.map { line in
            Datum.record([
                .number(line.price), .number(line.quantity), .number(line.grams), .enumeration(line.kind),
                .boolean(line.inStock),
            ])
        }
        return [("order", .record([.list(lines), .number(insured), .boolean(isHurried)]))]
    }
}
