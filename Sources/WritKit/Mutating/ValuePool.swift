import WritSemantics

/// The values that the tests tell of each fact and of the parts of records: what a person would write there.
struct ValuePool: Sendable {
    private var values: [Key: [Datum]] = [:]

    /// A fact and the fields on the way down; all elements of a list are one place.
    private struct Key: Hashable {
        var fact: FactID
        var fields: [String]
    }

    /// More different values than this of one place help nobody.
    private static let limit = 12

    init(_ cases: [FactSet], _ model: CheckedModel) {
        for facts in cases {
            for index in facts.facts.indices {
                add(facts.facts[index], model.facts[index].slot.type, Key(fact: FactID(index), fields: []), model)
            }
        }
    }

    private mutating func add(_ value: Datum, _ type: WritType, _ key: Key, _ model: CheckedModel) {
        if case .unknown = value { return }
        var known = values[key] ?? []
        // Lists that were met are met again in most tests of a file.
        if known.contains(value) { return }
        if known.count < Self.limit {
            known.append(value)
            values[key] = known
        }
        switch (value, type) {
        case (.record(let parts), .record(let id)):
            for (part, slot) in zip(parts, model[id].fields) {
                add(part, slot.type, Key(fact: key.fact, fields: key.fields + [slot.name]), model)
            }
        case (.list(let elements), .list(let element)):
            for part in elements { add(part, element, Key(fact: key.fact, fields: key.fields + ["[]"]), model) }
        default: break
        }
    }

    /// What the tests tell where a path leads.
    func values(at path: FactPath) -> [Datum] {
        let fields = path.steps.map { step in
            switch step {
            case .field(let name): name
            case .element: "[]"
            }
        }
        return values[Key(fact: path.fact, fields: fields)] ?? []
    }

    /// What the tests tell of a whole fact.
    func values(of fact: FactID) -> [Datum] { values[Key(fact: fact, fields: [])] ?? [] }
}
