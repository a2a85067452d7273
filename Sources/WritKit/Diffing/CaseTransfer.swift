import WritSemantics

/// Tells a case of one version's facts to another version, name by name. What the other does not have, or has of another type, it is
/// not told.
struct CaseTransfer {
    let from: CheckedModel
    let to: CheckedModel

    /// The case in the other's facts.
    ///
    /// - Parameter base: what is told of facts that `from` does not have.
    func facts(_ facts: FactSet, onto base: FactSet? = nil) -> FactSet {
        var result = base ?? .empty(of: to)
        for index in from.facts.indices {
            let fact = from.facts[index]
            guard let target = target(of: fact.heading) else { continue }
            let path = FactPath(fact: target, name: to[target].heading.name)
            let datum = datum(facts.facts[index], fact.slot.type, to[target].slot.type, path)
            if case .unknown = datum, base != nil { continue }
            result.facts[target.index] = datum
        }
        return result
    }

    /// Whether two cases tell the same of all facts that both versions have, of the same type.
    func agrees(_ facts: FactSet, with others: FactSet) -> Bool {
        from.facts.indices.allSatisfy { index in
            let fact = from.facts[index]
            guard let target = target(of: fact.heading), to[target].heading.policy == fact.heading.policy else {
                return true
            }
            let path = FactPath(fact: target, name: to[target].heading.name)
            let whole = datum(facts.facts[index], fact.slot.type, to[target].slot.type, path)
            return isLike(whole, others[target], wasKnown: !facts.facts[index].isUnknown)
        }
    }

    /// - Parameter wasKnown: whether the first was known before it was told in other types; if it was and is not, nothing is said.
    private func isLike(_ left: Datum, _ right: Datum, wasKnown: Bool) -> Bool {
        switch (left, right) {
        case (.unknown, .unknown): true
        case (.unknown, _): wasKnown
        case (.record(let a), .record(let b)), (.list(let a), .list(let b)):
            a.count == b.count && zip(a, b).allSatisfy { isLike($0, $1, wasKnown: true) }
        case (.variant(let a, let x), .variant(let b, let y)):
            a == b && zip(x, y).allSatisfy { isLike($0, $1, wasKnown: true) }
        default: left == right
        }
    }

    /// The arguments of a decision in the other's types; nil where it takes others.
    func arguments(_ arguments: [Datum], of decision: Decision, as other: Decision) -> [Datum]? {
        guard decision.parameterSlots.count == other.parameterSlots.count else { return nil }
        let nowhere = FactPath(fact: FactID(0), name: "")
        return zip(arguments, zip(decision.parameterSlots, other.parameterSlots)).map { datum, slots in
            self.datum(datum, slots.0.type, slots.1.type, nowhere)
        }
    }

    private func target(of heading: Heading) -> FactID? {
        let named = to.facts.indices.filter { to.facts[$0].heading.name == heading.name }
        let index = named.first { to.facts[$0].heading.policy == heading.policy } ?? named.first
        return index.map { FactID($0) }
    }

    private func datum(_ datum: Datum, _ type: WritType, _ other: WritType, _ path: FactPath) -> Datum {
        let missing = Datum.unknown(.missing(path))
        switch (datum, type, other) {
        case (.record(let values), .record(let id), .record(let otherID)):
            return .record(fields(values, from[id].fields, to[otherID].fields, path))
        case (.variant(let index, let values), .variant(let id), .variant(let otherID)):
            let one = from[id].cases[index]
            guard let number = to[otherID].cases.firstIndex(where: { $0.name == one.name }) else { return missing }
            return .variant(number, fields(values, one.fields, to[otherID].cases[number].fields, path))
        case (.variant(let index, _), .calendar, .calendar):
            let name = from.calendars[index].heading.name
            let number = to.calendars.firstIndex { $0.heading.name == name }
            return number.map { .variant($0, []) } ?? missing
        case (.list(let values), .list(let element), .list(let otherElement)):
            return .list(
                values.enumerated().map {
                    self.datum($1, element, otherElement, path.appending(.element($0)))
                })
        case (.unknown, _, _): return missing
        case (.record, _, _), (.variant, _, _), (.list, _, _): return missing
        default: return type == other ? datum : missing
        }
    }

    private func fields(_ values: [Datum], _ slots: [Slot], _ others: [Slot], _ path: FactPath) -> [Datum] {
        others.map { slot in
            let path = path.appending(.field(slot.name))
            guard let index = slots.firstIndex(where: { $0.name == slot.name }) else { return .unknown(.missing(path)) }
            return datum(values[index], slots[index].type, slot.type, path)
        }
    }
}
