import WritSemantics

/// A case as two versions of a policy read it: what both know is the same in both.
struct SharedCase {
    let old: CheckedModel
    let new: CheckedModel
    private let counterparts: [FactID?]

    init(_ facts: SharedFacts) {
        old = facts.old
        new = facts.new
        counterparts = facts.sharedFacts
    }

    /// The old version's facts, in which those that the new one has too are as there. Nil where the old version has no such value.
    ///
    /// - Parameter own: what the old version makes of the case by itself: the ordinary values of what nothing depends on need not be
    ///   the same in both.
    func facts(like facts: FactSet, own: FactSet) -> FactSet? {
        var result = own
        for (index, counterpart) in counterparts.enumerated() {
            guard let place = counterpart else { continue }
            guard
                let datum = datum(
                    facts.facts[index], new.facts[index].slot, own[place], old[place].slot,
                    FactPath(fact: place, name: old[place].heading.name))
            else { return nil }
            result.facts[place.index] = datum
        }
        return result
    }

    /// The same of what a decision is asked with.
    func arguments(like arguments: [Datum], own: [Datum], _ before: DecisionID, _ after: DecisionID) -> [Datum]? {
        fields(
            arguments, new[after].parameterSlots, own, old[before].parameterSlots,
            FactPath(fact: FactID(0), name: old[before].heading.name))
    }

    private func datum(_ datum: Datum, _ slot: Slot, _ own: Datum?, _ other: Slot, _ path: FactPath) -> Datum? {
        if case .unknown = datum { return other.isOptional ? .unknown(.missing(path)) : nil }
        return value(datum, slot, own, other, path)
    }

    private func value(_ datum: Datum, _ slot: Slot, _ own: Datum?, _ other: Slot, _ path: FactPath) -> Datum? {
        switch (datum, slot.type, other.type) {
        case (.variant(let index, let parts), .variant(let id), .variant(let otherID)):
            let one = new[id].cases[index]
            guard let number = old[otherID].cases.firstIndex(where: { $0.name == one.name }) else { return nil }
            return fields(parts, one.fields, nil, old[otherID].cases[number].fields, path).map {
                .variant(number, $0)
            }
        case (.record(let parts), .record(let id), .record(let otherID)):
            let ownParts: [Datum]? = if case .record(let parts)? = own { parts } else { nil }
            return fields(parts, new[id].fields, ownParts, old[otherID].fields, path).map { .record($0) }
        case (.list(let elements), .list(let element), .list(let otherElement)):
            return list(elements, slot.element(element), own, other.element(otherElement), path)
        case (.count(let count), _, _): return other.bounds?.contains(count) ?? true ? datum : nil
        default: return datum
        }
    }

    private func list(_ elements: [Datum], _ slot: Slot, _ own: Datum?, _ other: Slot, _ path: FactPath) -> Datum? {
        var ownElements: [Datum] = if case .list(let elements)? = own { elements } else { [] }
        if ownElements.count != elements.count { ownElements = [] }
        var result: [Datum] = []
        for (index, element) in elements.enumerated() {
            let like = index < ownElements.count ? ownElements[index] : nil
            guard let datum = datum(element, slot, like, other, path.appending(.element(index))) else { return nil }
            result.append(datum)
        }
        return .list(result)
    }

    /// What only the old version asks for is as it was there.
    private func fields(
        _ parts: [Datum], _ slots: [Slot], _ own: [Datum]?, _ others: [Slot], _ path: FactPath
    ) -> [Datum]? {
        var result: [Datum] = []
        for (index, other) in others.enumerated() {
            let path = path.appending(.field(other.name))
            if let place = slots.firstIndex(where: { $0.name == other.name }) {
                guard let datum = datum(parts[place], slots[place], own?[index], other, path) else { return nil }
                result.append(datum)
            } else if let own {
                result.append(own[index])
            } else {
                guard other.isOptional else { return nil }
                result.append(.unknown(.missing(path)))
            }
        }
        return result
    }
}

extension Slot {
    /// Any element of a list that it holds.
    func element(_ type: WritType) -> Slot {
        var element = self
        (element.type, element.isOptional) = (type, false)
        return element
    }
}
