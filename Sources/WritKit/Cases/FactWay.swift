import WritFacts
import WritSemantics
import WritSource

/// The way to a fact, or to a part of one, as a host writes it: `order.lines[2].sku`, elements counting from 1.
///
/// Names are those of the policy, which messages show, or those on the wire.
struct FactWay {
    private let text: String
    private let fact: FactID
    private let key: String
    private let steps: [Step]

    private enum Step {
        case field(Slot)
        case element(Int)
    }

    init(_ text: String, in model: CheckedModel) throws(PolicyError) {
        let words = text.split(separator: ".", omittingEmptySubsequences: false).map { Self.cut($0) }
        let name = words[0].name
        let known = model.facts.indices.first {
            model.facts[$0].slot.wireName == name || model.facts[$0].heading.name == name
        }
        guard let known else {
            throw Self.wrong(
                text, "the policy has no fact `\(name)`", guess: name, among: model.facts.map(\.heading.name))
        }
        self.text = text
        fact = FactID(known)
        key = model.facts[known].slot.wireName
        var type = model.facts[known].slot.type
        var steps: [Step] = []
        for (index, word) in words.enumerated() {
            if index > 0 {
                let slot = try Self.field(word.name, of: type, text, model)
                steps.append(.field(slot))
                type = slot.type
            }
            for number in word.elements {
                guard case .list(let element) = type, let number, number > 0 else {
                    throw Self.wrong(text, "`\(text)` does not lead to an element of a list", guess: "", among: [])
                }
                steps.append(.element(number - 1))
                type = element
            }
        }
        self.steps = steps
    }

    /// `lines[2][1]` into its name and numbers; what is no number is nil.
    private static func cut(_ word: Substring) -> (name: String, elements: [Int?]) {
        let parts = word.split(separator: "[", omittingEmptySubsequences: false)
        return (String(parts[0]), parts.dropFirst().map { $0.last == "]" ? Int($0.dropLast()) : nil })
    }

    private static func field(
        _ name: String, of type: WritType, _ text: String, _ model: CheckedModel
    ) throws(PolicyError) -> Slot {
        guard case .record(let id) = type else {
            throw wrong(text, "`\(name)` is no part of a value that has none", guess: "", among: [])
        }
        let slots = model[id].fields
        guard let slot = slots.first(where: { $0.wireName == name || $0.name == name }) else {
            throw wrong(
                text, "\(model[id].heading.name) has no `\(name)`", guess: name, among: slots.map(\.name))
        }
        return slot
    }

    private static func wrong(_ text: String, _ message: String, guess: String, among names: [String]) -> PolicyError {
        let all = names.isEmpty ? nil : "it has \(Spelling.list(names))"
        return .wrong(
            .unknownFact, message, text, option: "<path>", help: Spelling.question(guess, among: names) ?? all)
    }

    // MARK: Reading

    /// What a case has there; nil for an element that is not there.
    func value(in facts: FactSet, of policy: Policy) -> PolicyValue? {
        let writer = ValueWriter(policy: policy, language: nil)
        var value = PolicyValue(facts[fact], policy.model[fact].slot.type, writer)
        for step in steps {
            switch step {
            case .field(let slot): value = value[slot.name]
            case .element(let index):
                guard index < value.elements.count else { return nil }
                value = value.elements[index]
            }
        }
        return value
    }

    // MARK: Changing

    /// The document with another value there. Groups of fields on the way that are not there are made.
    func replacing(in document: DocumentNode, by node: DocumentNode) throws(PolicyError) -> DocumentNode {
        try replacing(key, in: document, steps[...], by: node)
    }

    private func replacing(
        _ key: String, in group: DocumentNode?, _ rest: ArraySlice<Step>, by node: DocumentNode
    ) throws(PolicyError) -> DocumentNode {
        var entries = group?.entries ?? []
        let place = entries.firstIndex { $0.key == key }
        let value = try replacing(place.map { entries[$0].value }, rest, by: node)
        let keyLocation = place.map { entries[$0].keyLocation } ?? node.location
        let entry = DocumentEntry(key: key, keyLocation: keyLocation, value: value)
        if let place { entries[place] = entry } else { entries.append(entry) }
        return DocumentNode(.mapping(entries), at: group?.location ?? node.location)
    }

    private func replacing(
        _ old: DocumentNode?, _ rest: ArraySlice<Step>, by node: DocumentNode
    ) throws(PolicyError) -> DocumentNode {
        switch rest.first {
        case nil: return node
        case .field(let slot):
            return try replacing(slot.wireName, in: old, rest.dropFirst(), by: node)
        case .element(let index):
            guard let old, var elements = old.elements, index < elements.count else {
                let count = old?.elements?.count ?? 0
                throw Self.wrong(
                    text, "the list has \(count) element\(count == 1 ? "" : "s"), and `\(text)` leads to another",
                    guess: "", among: [])
            }
            elements[index] = try replacing(elements[index], rest.dropFirst(), by: node)
            return DocumentNode(.list(elements), at: old.location)
        }
    }
}
