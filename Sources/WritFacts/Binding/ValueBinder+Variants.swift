import WritDiagnostics
import WritSemantics
import WritSource
import WritValues

/// Enumerations, written by name, and variants with fields, written as an object with one key.
extension ValueBinder {
    mutating func variant(_ node: DocumentNode, _ id: VariantID) -> Datum {
        if let entries = node.entries { return variant(entries, node, id) }
        guard let text = words(node) else { return refuseKind(node, wanted(.variant(id))) }
        guard let index = caseIndex(text, id) else { return refuseCase(text, node.location, id) }
        return .variant(index, fields(of: index, id, given: [], near: node.location))
    }

    /// `{refund: {amount: 12.00 USD}}`
    private mutating func variant(_ entries: [DocumentEntry], _ node: DocumentNode, _ id: VariantID) -> Datum {
        guard let entry = entries.first, entries.count == 1 else {
            return refuse(
                .variantShape, "\(shown) is one of \(model[id].heading.name), written as an object with one key",
                at: node,
                "\(entries.count) keys", help: "write only the case that it is, such as `\(sample(id))`")
        }
        guard let index = caseIndex(entry.key, id) else { return refuseCase(entry.key, entry.keyLocation, id) }
        if entry.value.isNull { return .variant(index, fields(of: index, id, given: [], near: entry.keyLocation)) }
        guard let given = entry.value.entries else {
            return refuse(
                .variantShape, "the fields of `\(entry.key)` are written by their names", at: entry.value,
                entry.value.kindDescription, help: "write it as `\(sample(id, index))`")
        }
        return .variant(index, fields(of: index, id, given: given, near: entry.keyLocation))
    }

    private mutating func fields(
        of index: Int, _ id: VariantID, given: [DocumentEntry], near location: SourceLocation
    ) -> [Datum] {
        let slots = model[id].cases[index].fields
        reportUnknownKeys(given, of: "`\(model[id].cases[index].wireName)`", known: slots)
        return slots.enumerated().map { number, slot in
            let entry = given.first { $0.key == slot.wireName }
            return below(.field(slot.name), .caseField(index, number)) {
                $0.value(of: entry?.value, in: slot, near: entry?.keyLocation ?? location)
            }
        }
    }

    /// The name on the wire goes first: a host's names are its own.
    private func caseIndex(_ text: String, _ id: VariantID) -> Int? {
        let cases = model[id].cases
        let text = TextForms.nfc(text)
        return cases.firstIndex { $0.wireName == text } ?? cases.firstIndex { $0.name == text }
    }

    private mutating func refuseCase(_ text: String, _ location: SourceLocation, _ id: VariantID) -> Datum {
        let names = model[id].cases.map(\.wireName)
        report(
            .unknownValue, "\(shown) is one of \(model[id].heading.name), and `\(text)` is not", at: location,
            "not one of them", help: NearestName.question(text, among: names) ?? "there are \(NearestName.list(names))")
        return .unknown(.nothing(Absence(.written, at: location)))
    }

    private func sample(_ id: VariantID, _ index: Int? = nil) -> String {
        let cases = model[id].cases
        let shown = index.map { cases[$0] } ?? cases.first { !$0.fields.isEmpty } ?? cases[0]
        if shown.fields.isEmpty { return shown.wireName }
        return "{\(shown.wireName): {\(shown.fields.map { "\($0.wireName): …" }.joined(separator: ", "))}}"
    }
}
