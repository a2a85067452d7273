import WritSemantics

/// The values that a part of a case may have, few enough to try each: all of them, but for lists and for the day of the case.
struct BruteForceDomain {
    let model: CheckedModel
    /// The days on which a case may be; one where nothing looks at them.
    var days: [Int128] = [0]

    /// Elements of lists have no bounds: a few are tried.
    private static let numbers: ClosedRange<Int128> = 0...2
    /// The most values of a list that are tried; shorter lists are preferred to fewer values. Of several lists each has fewer.
    var mostLists: Int { model.facts.count { $0.slot.type.isList } > 1 ? 24 : 100 }

    /// Whether what is tried is all there is.
    var isWhole: Bool { days.count == 1 && !model.facts.contains { $0.slot.type.isList } }

    /// The values of a fact, that it is unknown among them.
    func values(of id: FactID) -> [Datum] {
        let fact = model[id]
        return values(fact.slot, FactPath(fact: id, name: fact.heading.name))
    }

    func values(_ slot: Slot, _ path: FactPath) -> [Datum] {
        let told = told(slot, path)
        return slot.isOptional ? [.unknown(.missing(path))] + told : told
    }

    /// Those that are known.
    func told(_ slot: Slot, _ path: FactPath) -> [Datum] { values(slot.type, slot.bounds, path) }

    private func values(_ type: WritType, _ bounds: ClosedRange<Int128>?, _ path: FactPath) -> [Datum] {
        switch type {
        case .boolean: return [.boolean(false), .boolean(true)]
        case .variant(let id): return model[id].cases.indices.map { .variant($0, []) }
        case .record(let id):
            let rows = model[id].fields.reduce([[Datum]]([[]])) { rows, field in
                let values = values(field, path.appending(.field(field.name)))
                return rows.flatMap { row in values.map { row + [$0] } }
            }
            return rows.map { .record($0) }
        case .list(let element):
            return lists(in: path) { values(element, bounds, path.appending(.element($0))) }.map { .list($0) }
        case .number: return (bounds ?? Self.numbers).map { .count($0) }
        // What has no bounds is the day or the hour of the case.
        default: return (bounds.map(Array.init) ?? (type == .date ? days : [0])).map { .count($0) }
        }
    }

    /// Lists of none to two elements, three where an element has few values; inside of elements no more than two.
    func lists<Element>(in path: FactPath, of values: (_ place: Int) -> [Element]) -> [[Element]] {
        var all: [[Element]] = [[]]
        var longest = all
        for place in 0..<(path.steps.isEmpty ? 3 : 2) {
            let values = values(place)
            if place > 1, all.count + longest.count * values.count > mostLists { break }
            longest = longest.flatMap { row in values.map { row + [$0] } }
            all += longest
        }
        return all
    }

    // MARK: Cases of others

    /// Whether these are facts as a host may tell them, as far as they are told.
    func accepts(_ facts: FactSet) -> Bool {
        model.facts.indices.allSatisfy { accepts(facts.facts[$0], model.facts[$0].slot, isTold: false) }
    }

    private func accepts(_ datum: Datum, _ slot: Slot, isTold: Bool) -> Bool {
        switch (datum, slot.type) {
        // What is left out of an example matters to nothing that it shows.
        case (.unknown, _): slot.isOptional || !isTold
        case (.boolean, .boolean): true
        case (.variant(let index, _), .variant(let id)): index < model[id].cases.count
        case (.record(let fields), .record(let id)):
            fields.count == model[id].fields.count
                && zip(fields, model[id].fields).allSatisfy { accepts($0, $1, isTold: isTold) }
        case (.list(let elements), .list(let type)):
            elements.allSatisfy { accepts($0, element(type, slot), isTold: true) }
        case (.count(let count), _): slot.bounds?.contains(count) ?? true
        default: false
        }
    }

    private func element(_ type: WritType, _ slot: Slot) -> Slot {
        var element = slot
        (element.type, element.isOptional) = (type, false)
        return element
    }
}

extension FactPath {
    /// The place of what is no fact.
    static let nowhere = FactPath(fact: FactID(0), name: "").appending(.field(""))
}

extension WritType {
    var isList: Bool { if case .list = self { true } else { false } }
}
