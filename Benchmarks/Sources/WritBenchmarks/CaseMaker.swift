import WritSemantics

/// Random cases of a model with plain facts, the same for the same seed.
struct CaseMaker: RandomNumberGenerator {
    private var state: UInt64 = 42

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A case; each fact is missing with a chance of `missing` percent.
    mutating func facts(_ model: CheckedModel, missing: Int) -> FactSet {
        var facts = FactSet.empty(of: model)
        for (index, fact) in model.facts.enumerated() where Int.random(in: 0..<100, using: &self) >= missing {
            facts.facts[index] = datum(fact.slot, model)
        }
        return facts
    }

    private mutating func datum(_ slot: Slot, _ model: CheckedModel) -> Datum {
        switch slot.type {
        case .boolean: .boolean(Int.random(in: 0..<10, using: &self) < 3)
        case .date: .count(Int128(Int.random(in: 19_700...20_200, using: &self)))
        case .instant: .count(Int128(Int.random(in: 1_700_000_000...1_760_000_000, using: &self)) * 1_000_000)
        case .money: .count(Int128(Int.random(in: 0...100_000, using: &self)))
        case .number: .count(Int128(Int.random(in: 0...6, using: &self)))
        case .variant(let id): .variant(Int.random(in: 0..<model[id].cases.count, using: &self), [])
        default: .text("text")
        }
    }
}
