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

    private mutating func datum(_ slot: Slot, _ model: CheckedModel) -> Datum { datum(slot.type, model) }

    private mutating func datum(_ type: WritType, _ model: CheckedModel) -> Datum {
        switch type {
        case .boolean: return .boolean(below(10) < 3)
        case .date: return .count(Int128(19_700 + below(500)))
        case .instant: return .count(Int128(1_700_000_000 + below(60_000_000)) * 1_000_000)
        case .time: return .count(Int128(below(86_400)) * 1_000_000)
        case .money: return .count(Int128(below(100_000)))
        case .number(let scale): return .count(Int128(below(7)) * (0..<scale).reduce(1) { power, _ in power * 10 })
        case .amount(let kind):
            return .count(Int128(below(10)) * (kind == .elapsed || kind == .workingTime ? 3_600_000_000 : 1))
        case .zone: return .text("America/New_York")
        case .calendar: return .variant(below(max(1, model.calendars.count)), [])
        case .record(let id): return .record(data(model[id].fields, model))
        case .variant(let id):
            let index = below(model[id].cases.count)
            return .variant(index, data(model[id].cases[index].fields, model))
        case .list(let element): return .list((0..<below(4)).map { _ in datum(element, model) })
        default: return .text("text \(below(5))")
        }
    }

    private mutating func data(_ slots: [Slot], _ model: CheckedModel) -> [Datum] {
        slots.map { datum($0, model) }
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
