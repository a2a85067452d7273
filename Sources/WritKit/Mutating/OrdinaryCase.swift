import WritSemantics
import WritValues

/// Cases made up where no test tells one: the plainest values, and all that may be unknown unknown.
enum OrdinaryCase {
    /// A question for each decision of a policy that takes no argument.
    static func questions(_ model: CheckedModel, of policy: String) -> [Question] {
        let facts = facts(model)
        return model.decisions.indices.map(DecisionID.init).filter {
            model[$0].heading.policy == policy && model[$0].parameters.isEmpty
        }.map { Question($0, facts: facts, params: ParamSet(of: model)) }
    }

    static func facts(_ model: CheckedModel) -> FactSet {
        var facts = FactSet.empty(of: model)
        for (index, fact) in model.facts.enumerated() {
            let path = FactPath(fact: FactID(index), name: fact.heading.name)
            facts.facts[index] = value(of: fact.slot, path, model)
        }
        return facts
    }

    /// A plain element of a list.
    static func element(_ type: WritType, of path: FactPath, _ model: CheckedModel) -> Datum {
        value(type, nil, path.appending(.element(0)), model)
    }

    private static func value(of slot: Slot, _ path: FactPath, _ model: CheckedModel) -> Datum {
        slot.isOptional ? .unknown(.missing(path)) : value(slot.type, slot.bounds, path, model)
    }

    private static func value(
        _ type: WritType, _ bounds: ClosedRange<Int128>?, _ path: FactPath, _ model: CheckedModel
    ) -> Datum {
        func within(_ count: Int128) -> Datum {
            .count(bounds.map { min(max(count, $0.lowerBound), $0.upperBound) } ?? count)
        }
        func parts(_ slots: [Slot]) -> [Datum] { slots.map { value(of: $0, path.appending(.field($0.name)), model) } }
        switch type {
        case .boolean: return .boolean(false)
        case .number(let scale), .money(_, let scale): return within((0..<scale).reduce(10) { count, _ in count * 10 })
        case .text: return .text("A-1")
        case .zone: return .text("UTC")
        // A Monday, in the morning.
        case .date: return within(20_458)
        case .instant: return within(20_458 * 86_400_000_000 + 36_000_000_000)
        case .time: return within(36_000_000_000)
        case .amount: return within(type.smallestStep)
        case .calendar: return .variant(0, [])
        case .variant(let id): return .variant(0, parts(model[id].cases.first?.fields ?? []))
        case .record(let id): return .record(parts(model[id].fields))
        case .list: return .list([])
        case .message, .quotient, .poison: return .unknown(.missing(path))
        }
    }
}
