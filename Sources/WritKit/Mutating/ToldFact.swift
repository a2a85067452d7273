import WritSemantics

/// A fact, or a part of one through records, with the value that a case tells.
struct ToldFact {
    var fact: FactID
    /// The fields on the way down, by number.
    var fields: [Int]
    var value: Datum
    var type: WritType
}

extension CheckedModel {
    /// What a case must tell for some paths to lead to what they lead to: lists, and variants, as wholes.
    func told(_ paths: [FactPath], of facts: FactSet) -> [ToldFact] {
        var told: [ToldFact] = []
        for path in paths {
            let slot = self[path.fact].slot
            add(path.fact, path.steps[...], [], facts[path.fact], slot, to: &told)
        }
        return told
    }

    private func add(
        _ fact: FactID, _ steps: ArraySlice<FactPath.Step>, _ fields: [Int], _ value: Datum, _ slot: Slot,
        to told: inout [ToldFact]
    ) {
        guard case .record(let id) = slot.type, case .record(let parts) = value else {
            if case .unknown = value, !slot.isOptional { return }
            if told.contains(where: { $0.fact == fact && $0.fields == fields }) { return }
            return told.append(ToldFact(fact: fact, fields: fields, value: value, type: slot.type))
        }
        let slots = self[id].fields
        var wanted = Array(slots.indices)
        if case .field(let name)? = steps.first { wanted = wanted.filter { slots[$0].name == name } }
        for index in wanted {
            add(fact, steps.dropFirst(), fields + [index], parts[index], slots[index], to: &told)
        }
    }

    /// The slots on the way to what is told, the fact's first.
    func slots(to told: ToldFact) -> [Slot] {
        var slots = [self[told.fact].slot]
        for index in told.fields {
            guard case .record(let id) = slots[slots.count - 1].type else { break }
            slots.append(self[id].fields[index])
        }
        return slots
    }
}
