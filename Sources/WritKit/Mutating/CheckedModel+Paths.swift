import WritEngine
import WritSemantics

extension CheckedModel {
    /// The facts with another value for one of them or for a part of one; nil where the way leads nowhere.
    func replacing(_ value: Datum, at path: FactPath, in facts: FactSet) -> FactSet? {
        var changed = facts
        guard
            let whole = replacing(value, in: facts[path.fact], self[path.fact].slot.type, path.steps[...], path)
        else { return nil }
        changed.facts[path.fact.index] = whole
        return changed
    }

    private func replacing(
        _ value: Datum, in whole: Datum, _ type: WritType, _ steps: ArraySlice<FactPath.Step>, _ path: FactPath
    ) -> Datum? {
        guard let step = steps.first else { return value }
        switch (whole, step, type) {
        case (.list(var elements), .element(let index), .list(let type)):
            guard elements.indices.contains(index),
                let element = replacing(value, in: elements[index], type, steps.dropFirst(), path)
            else { return nil }
            elements[index] = element
            return .list(elements)
        case (.record(let parts), .field(let name), .record(let id)):
            return replacing(value, in: parts, self[id].fields, name, steps, path).map(Datum.record)
        case (.variant(let index, let parts), .field(let name), .variant(let id)):
            return replacing(value, in: parts, self[id].cases[index].fields, name, steps, path)
                .map { .variant(index, $0) }
        default: return nil
        }
    }

    private func replacing(
        _ value: Datum, in parts: [Datum], _ slots: [Slot], _ name: String, _ steps: ArraySlice<FactPath.Step>,
        _ path: FactPath
    ) -> [Datum]? {
        guard let place = slots.firstIndex(where: { $0.name == name }),
            let part = replacing(value, in: parts[place], slots[place].type, steps.dropFirst(), path)
        else { return nil }
        var parts = parts
        parts[place] = part
        return parts
    }

    /// The declaration of what a path leads to; nil for an element of a list, which has none.
    func slot(at path: FactPath, in facts: FactSet) -> Slot? {
        var slot: Slot? = self[path.fact].slot
        var type = self[path.fact].slot.type
        var whole = facts[path.fact]
        for step in path.steps {
            switch (step, type, whole) {
            case (.element(let index), .list(let element), .list(let elements)) where elements.indices.contains(index):
                (slot, type, whole) = (nil, element, elements[index])
            case (.field(let name), .record(let id), .record(let parts)):
                guard let place = self[id].fields.firstIndex(where: { $0.name == name }) else { return nil }
                (slot, type, whole) = (self[id].fields[place], self[id].fields[place].type, parts[place])
            case (.field(let name), .variant(let id), .variant(let index, let parts)):
                let fields = self[id].cases[index].fields
                guard let place = fields.firstIndex(where: { $0.name == name }) else { return nil }
                (slot, type, whole) = (fields[place], fields[place].type, parts[place])
            default: return nil
            }
        }
        return slot
    }
}
