import WritSemantics
import WritValues

/// Makes random cases of a model: unknowns, values at the boundaries that the model compares with, and ends of ranges.
public struct CaseGenerator {
    private let model: CheckedModel
    private var random: SplitMix64
    /// How many in a hundred optional values are unknown.
    private let unknowns: Int

    /// Whether it leaves out the ends of ranges.
    private let isOrdinary: Bool

    public init(_ model: CheckedModel, seed: UInt64, isOrdinary: Bool = false) {
        self.model = model
        self.isOrdinary = isOrdinary
        random = SplitMix64(seed)
        unknowns = (isOrdinary ? [0, 3, 10] : [0, 10, 30])[random.below(3)]
    }

    public mutating func facts() -> FactSet {
        FactSet(
            facts: model.facts.indices.map { index in
                let fact = model.facts[index]
                return value(fact.slot, at: FactPath(fact: FactID(index), name: fact.heading.name))
            })
    }

    /// Sometimes other values for the params.
    public mutating func params() -> ParamSet {
        var params = ParamSet(of: model)
        for index in model.params.indices where random.chance(20) {
            params[ParamID(index)] = known(model.params[index].slot.type, at: nil, nil)
        }
        return params
    }

    public mutating func arguments(of decision: DecisionID) -> [Datum] {
        model[decision].parameterSlots.map { known($0.type, at: nil, nil) }
    }

    /// Also what is not optional may be unknown: the asked decision need not reach it.
    private mutating func value(_ slot: Slot, at path: FactPath?) -> Datum {
        if let path, random.chance(slot.isOptional ? unknowns : unknowns / 3) { return .unknown(.missing(path)) }
        return known(slot.type, at: path, slot.bounds)
    }

    private mutating func known(_ type: WritType, at path: FactPath?, _ bounds: ClosedRange<Int128>?) -> Datum {
        switch type {
        case .boolean: return .boolean(random.chance(50))
        case .text: return .text(random.pick(ModelGenerator.texts))
        case .zone: return .text(random.pick(ModelGenerator.zones))
        case .calendar: return .variant(random.below(model.calendars.count), [])
        case .variant(let id):
            let index = random.below(model[id].cases.count)
            return .variant(index, parts(model[id].cases[index].fields, path))
        case .record(let id): return .record(parts(model[id].fields, path))
        case .list(let element): return .list(elements(element, path))
        default: return .count(count(type, bounds))
        }
    }

    private mutating func parts(_ slots: [Slot], _ path: FactPath?) -> [Datum] {
        slots.map { value($0, at: path?.appending(.field($0.name))) }
    }

    private mutating func elements(_ type: WritType, _ path: FactPath?) -> [Datum] {
        (0..<random.below(4)).map { index in
            let path = path?.appending(.element(index))
            if let path, random.chance(unknowns / 6) { return .unknown(.missing(path)) }
            return known(type, at: path, nil)
        }
    }

    /// One of the counts that models use too, or one beside it, inside what the type and the bounds allow.
    private mutating func count(_ type: WritType, _ bounds: ClosedRange<Int128>?) -> Int128 {
        let pool = isOrdinary ? ModelGenerator.ordinaryPool(type) : ModelGenerator.pool(type)
        let wanted = random.pick(pool) + Int128(random.below(3) - 1)
        let range = Self.range(type)
        let inRange = min(max(wanted, range.lowerBound), range.upperBound)
        return bounds.map { min(max(inRange, $0.lowerBound), $0.upperBound) } ?? inRange
    }

    private static func range(_ type: WritType) -> ClosedRange<Int128> {
        switch type {
        case .date: Int128(CivilDate.first.dayNumber)...Int128(CivilDate.last.dayNumber)
        case .time: 0...Int128(CivilTime.microsecondsPerDay) - 1
        case .instant: Int128(Instant.first.microseconds)...Int128(Instant.last.microseconds)
        default: Int128(Int64.min)...Int128(Int64.max)
        }
    }
}
