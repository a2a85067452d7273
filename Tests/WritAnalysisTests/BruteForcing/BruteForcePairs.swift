import WritSemantics

/// The cases that two versions of a policy both accept, as each of them reads them.
///
/// Facts and fields go by name, with that of the policy where either version has two facts of the name; a fact whose type is
/// another one is another fact. What only one version knows is told to that one.
struct BruteForcePairs {
    let old: BruteForceDomain
    let new: BruteForceDomain

    /// What a place holds in each version; nil where the version has no such place.
    private typealias Pair = (old: Datum?, new: Datum?)

    /// Nil where there are more cases than this.
    func cases(limit: Int) -> (old: [FactSet], new: [FactSet])? {
        var rows: [(old: [FactID: Datum], new: [FactID: Datum])] = [([:], [:])]
        for (left, right) in matches {
            let values = values(left, right)
            if rows.count * values.count > limit { return nil }
            rows = rows.flatMap { row in
                values.map { value in
                    var row = row
                    if let left { row.old[left] = value.old }
                    if let right { row.new[right] = value.new }
                    return row
                }
            }
        }
        return (rows.map { Self.facts($0.old, old.model) }, rows.map { Self.facts($0.new, new.model) })
    }

    private static func facts(_ values: [FactID: Datum], _ model: CheckedModel) -> FactSet {
        FactSet(facts: model.facts.indices.map { values[FactID($0)]! })
    }

    // MARK: Facts

    /// Facts of both versions, those that are one fact together.
    private var matches: [(FactID?, FactID?)] {
        let names = Self.ambiguous(old.model).union(Self.ambiguous(new.model))
        func name(_ fact: Fact) -> String {
            names.contains(fact.heading.name) ? "\(fact.heading.policy).\(fact.heading.name)" : fact.heading.name
        }
        var left = new.model.facts.map { _ in FactID?.none }
        var alone: [FactID] = []
        for (index, fact) in old.model.facts.enumerated() {
            let place = new.model.facts.firstIndex {
                name($0) == name(fact) && isSame(fact.slot.type, $0.slot.type)
            }
            if let place { left[place] = FactID(index) } else { alone.append(FactID(index)) }
        }
        return alone.map { ($0, nil) } + left.enumerated().map { ($1, FactID($0)) }
    }

    private static func ambiguous(_ model: CheckedModel) -> Set<String> {
        let names = Dictionary(grouping: model.facts.map(\.heading.name)) { $0 }
        return Set(names.filter { $0.value.count > 1 }.keys)
    }

    private func isSame(_ left: WritType, _ right: WritType) -> Bool {
        switch (left, right) {
        case (.variant(let a), .variant(let b)): isSame(old.model[a].heading, new.model[b].heading)
        case (.record(let a), .record(let b)):
            old.model[a].fields.allSatisfy { field in
                new.model[b].fields.first { $0.name == field.name }.map { isSame(field.type, $0.type) } ?? true
            }
        case (.list(let a), .list(let b)): isSame(a, b)
        case (.variant, _), (_, .variant), (.record, _), (_, .record), (.list, _), (_, .list): false
        default: left == right
        }
    }

    /// A type that has moved to another policy is the same one where there is no other of its name.
    private func isSame(_ left: Heading, _ right: Heading) -> Bool {
        func isAlone(_ model: CheckedModel) -> Bool { model.variants.count { $0.heading.name == left.name } == 1 }
        return left.name == right.name && (left.policy == right.policy || isAlone(old.model) && isAlone(new.model))
    }

    private func values(_ left: FactID?, _ right: FactID?) -> [Pair] {
        func place(_ id: FactID, _ model: CheckedModel) -> (Slot, FactPath) {
            (model[id].slot, FactPath(fact: id, name: model[id].heading.name))
        }
        switch (left, right) {
        case (let left?, let right?): return both(place(left, old.model), place(right, new.model))
        case (let left?, nil): return old.values(of: left).map { ($0, nil) }
        case (nil, let right?): return new.values(of: right).map { (nil, $0) }
        case (nil, nil): return []
        }
    }

    // MARK: Places in both

    private func both(_ left: (slot: Slot, path: FactPath), _ right: (slot: Slot, path: FactPath)) -> [Pair] {
        let told = contents(left, right)
        // A version that asks for it takes no case without it.
        guard left.slot.isOptional, right.slot.isOptional else { return told }
        return [(.unknown(.missing(left.path)), .unknown(.missing(right.path)))] + told
    }

    private func contents(_ left: (slot: Slot, path: FactPath), _ right: (slot: Slot, path: FactPath)) -> [Pair] {
        switch (left.slot.type, right.slot.type) {
        case (.variant(let a), .variant(let b)):
            return old.model[a].cases.enumerated().compactMap { index, one in
                new.model[b].cases.firstIndex { $0.name == one.name }.map { (.variant(index, []), .variant($0, [])) }
            }
        case (.record(let a), .record(let b)): return records(old.model[a], left.path, new.model[b], right.path)
        case (.list(let a), .list(let b)): return lists(Self.element(a, left), Self.element(b, right), in: right.path)
        default:
            let values = new.told(right.slot, right.path)
            return old.told(left.slot, left.path).filter(values.contains).map { ($0, $0) }
        }
    }

    private static func element(_ type: WritType, _ list: (slot: Slot, path: FactPath)) -> (Slot, FactPath) {
        var slot = list.slot
        (slot.type, slot.isOptional) = (type, false)
        return (slot, list.path.appending(.element(0)))
    }

    private func lists(
        _ left: (slot: Slot, path: FactPath), _ right: (slot: Slot, path: FactPath), in path: FactPath
    ) -> [Pair] {
        new.lists(in: path) { _ in contents(left, right) }.map { pairs in
            (.list(pairs.map { $0.old! }), .list(pairs.map { $0.new! }))
        }
    }

    private func records(_ left: RecordType, _ path: FactPath, _ right: RecordType, _ other: FactPath) -> [Pair] {
        var rows: [(old: [String: Datum], new: [String: Datum])] = [([:], [:])]
        let names =
            left.fields.map(\.name)
            + right.fields.map(\.name).filter { name in
                !left.fields.contains { $0.name == name }
            }
        for name in names {
            let slots = (left.fields.first { $0.name == name }, right.fields.first { $0.name == name })
            let paths = (path.appending(.field(name)), other.appending(.field(name)))
            let values: [Pair] =
                switch slots {
                case (let a?, let b?): both((a, paths.0), (b, paths.1))
                case (let a?, nil): old.values(a, paths.0).map { ($0, nil) }
                case (nil, let b?): new.values(b, paths.1).map { (nil, $0) }
                case (nil, nil): []
                }
            rows = rows.flatMap { row in
                values.map { value in
                    var row = row
                    (row.old[name], row.new[name]) = (value.old, value.new)
                    return row
                }
            }
        }
        return rows.map { row in
            (.record(left.fields.map { row.old[$0.name]! }), .record(right.fields.map { row.new[$0.name]! }))
        }
    }
}

extension BruteForcePairs {
    // MARK: Examples

    /// Whether what was told to the two versions is one case, and one that both accept.
    func isCase(_ left: FactSet, _ right: FactSet) -> Bool {
        old.accepts(left) && new.accepts(right)
            && matches.allSatisfy { match in
                guard case (let a?, let b?) = match else { return true }
                return isSame(left[a], old.model[a].slot.type, right[b], new.model[b].slot.type)
            }
    }

    func isSame(_ left: Datum, _ type: WritType, _ right: Datum, _ other: WritType) -> Bool {
        switch (left, type, right, other) {
        case (.unknown, _, .unknown, _): true
        case (.variant(let x, _), .variant(let a), .variant(let y, _), .variant(let b)):
            old.model[a].cases[x].name == new.model[b].cases[y].name
        case (.record(let x), .record(let a), .record(let y), .record(let b)):
            old.model[a].fields.enumerated().allSatisfy { index, field in
                guard let place = new.model[b].fields.firstIndex(where: { $0.name == field.name }) else { return true }
                return isSame(x[index], field.type, y[place], new.model[b].fields[place].type)
            }
        case (.list(let x), .list(let a), .list(let y), .list(let b)):
            x.count == y.count && zip(x, y).allSatisfy { isSame($0, a, $1, b) }
        default: left == right
        }
    }
}
