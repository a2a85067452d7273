import WritSemantics

/// A decision to make about a case.
struct Question {
    var model: CheckedModel
    var decision: DecisionID
    var arguments: [Datum]
    var facts: FactSet
    var params: ParamSet

    /// The facts if one of them, or a part of one, were different.
    func facts(with value: Datum, at path: FactPath) -> FactSet {
        var changed = facts
        changed.facts[path.fact.index] = replacing(
            facts[path.fact], model[path.fact].slot.type, path.steps[...], by: value)
        return changed
    }

    /// The answer about other facts by the plain evaluator, for who has a stack that is deep enough.
    func plainAnswer(_ facts: FactSet) -> Answer {
        ReferenceEvaluator(model, facts: facts, params: params).decideHere(decision, arguments: arguments)
    }

    private func replacing(_ whole: Datum, _ type: WritType, _ steps: ArraySlice<FactPath.Step>, by value: Datum)
        -> Datum
    {
        guard let step = steps.first else { return value }
        switch (whole, step, type) {
        case (.list(var elements), .element(let index), .list(let type)):
            elements[index] = replacing(elements[index], type, steps.dropFirst(), by: value)
            return .list(elements)
        case (.record(let parts), .field(let name), .record(let id)):
            return .record(replacing(parts, model[id].fields, name, steps, by: value))
        case (.variant(let index, let parts), .field(let name), .variant(let id)):
            return .variant(index, replacing(parts, model[id].cases[index].fields, name, steps, by: value))
        default: preconditionFailure("a path leads to what was read")
        }
    }

    private func replacing(
        _ parts: [Datum], _ slots: [Slot], _ name: String, _ steps: ArraySlice<FactPath.Step>, by value: Datum
    ) -> [Datum] {
        var parts = parts
        let place = slots.firstIndex { $0.name == name }!
        parts[place] = replacing(parts[place], slots[place].type, steps.dropFirst(), by: value)
        return parts
    }

    /// The declaration of what a path leads to; nil for an element of a list, which has none.
    func slot(at path: FactPath) -> Slot? {
        var slot: Slot? = model[path.fact].slot
        var type = model[path.fact].slot.type
        var whole = facts[path.fact]
        for step in path.steps {
            switch (step, type, whole) {
            case (.element(let index), .list(let element), .list(let elements)):
                (slot, type, whole) = (nil, element, elements[index])
            case (.field(let name), .record(let id), .record(let parts)):
                let place = model[id].fields.firstIndex { $0.name == name }!
                (slot, type, whole) = (model[id].fields[place], model[id].fields[place].type, parts[place])
            case (.field(let name), .variant(let id), .variant(let index, let parts)):
                let fields = model[id].cases[index].fields
                let place = fields.firstIndex { $0.name == name }!
                (slot, type, whole) = (fields[place], fields[place].type, parts[place])
            default: return nil
            }
        }
        return slot
    }
}
