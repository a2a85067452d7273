import WritDiagnostics
import WritSemantics
import WritSource

/// Records and lists, and the keys of objects.
extension ValueBinder {
    mutating func record(_ node: DocumentNode, _ id: RecordID) -> Datum {
        guard let entries = node.entries else { return refuseKind(node, wanted(.record(id))) }
        let slots = model[id].fields
        reportUnknownKeys(entries, of: shown, known: slots)
        let given = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
        let fields = slots.enumerated().map { index, slot in
            let entry = given[slot.wireName]
            return below(.field(slot.name), .field(index)) {
                $0.value(of: entry?.value, in: slot, near: entry?.keyLocation ?? node.location.start(1))
            }
        }
        return .record(fields)
    }

    mutating func list(_ node: DocumentNode, of type: WritType, _ slot: Slot) -> Datum {
        guard let elements = node.elements else {
            return refuse(
                .wrongKind, "\(shown) is a list, and this is \(node.kindDescription)", at: node, node.kindDescription,
                help: "write a list of one as `[…]`")
        }
        var element = slot
        element.type = type
        element.isOptional = false
        let values = elements.enumerated().map { index, node in
            below(.element(index), .element) { $0.value(of: node, in: element, near: node.location) }
        }
        return .list(values)
    }

    mutating func reportUnknownKeys(_ entries: [DocumentEntry], of owner: String, known: [Slot]) {
        for entry in entries where !known.contains(where: { $0.wireName == entry.key }) {
            reportUnknownKey(entry, of: owner, known: known)
        }
    }

    /// A key as the document writes keys: in JSON, in quotation marks.
    private static func key(_ name: String, _ entry: DocumentEntry) -> String {
        entry.keyLocation.text.hasPrefix("\"") ? "\"\(name)\"" : name
    }

    /// A key nobody declared may be a slip for one that somebody did.
    mutating func reportUnknownKey(_ entry: DocumentEntry, of owner: String?, known: [Slot]) {
        let names = known.map(\.wireName)
        let message = owner.map { "\($0) has no `\(entry.key)`" } ?? "the policy has no fact `\(entry.key)`"
        if let slot = known.first(where: { $0.name == entry.key }) {
            return report(
                .unknownFact, message, at: entry.keyLocation, "called `\(slot.wireName)` in documents",
                help: "write `\(slot.wireName)`: the policy gives it that name outside")
        }
        let guess = Spelling.nearest(to: entry.key, among: names)
        let all = names.isEmpty ? "it has none" : "it has \(Spelling.list(names))"
        report(
            .unknownFact, message, at: entry.keyLocation, "not declared",
            help: guess.map { "did you mean `\($0)`?" } ?? all,
            fixIts: guess.map { [FixIt("write `\($0)`", replacing: entry.keyLocation, with: Self.key($0, entry))] }
                ?? [])
    }
}
