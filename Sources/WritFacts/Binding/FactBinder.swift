import WritDiagnostics
import WritSemantics
import WritSource
import WritValues

/// Turns a document into the facts of a case, typed by what the policy declares.
///
/// Nothing is guessed: `no` is a text where a text is declared and a mistake where a boolean is, numbers are read digit by
/// digit, and a key nobody declared is an error. All mistakes of a document are reported, each with its place.
public struct FactBinder: Sendable {
    public let model: CheckedModel
    private let factsByKey: [String: [FactID]]

    public init(_ model: CheckedModel) {
        self.model = model
        let pairs = model.facts.indices.map { (model.facts[$0].slot.wireName, [FactID($0)]) }
        factsByKey = Dictionary(pairs) { $0 + $1 }
    }

    /// The facts of a case for one decision; nil when anything is wrong with them, which is then reported.
    ///
    /// - Parameter presets: facts that the caller sets whatever the document says.
    public func bind(
        _ node: DocumentNode, for reach: ReachedFacts, decision: String = "", presets: [FactID: Datum] = [:],
        sink: inout DiagnosticSink
    ) -> FactSet? {
        guard let bound = read(node, for: reach, presets: presets, sink: &sink) else { return nil }
        return bound.check(against: reach, decision: decision, sink: &sink) ? bound.facts : nil
    }

    /// The case, to be asked several decisions; nil when a value in it is wrong or a key is not declared.
    ///
    /// - Parameter reach: what the decisions read. It tells apart the facts of one name that several policies declare.
    public func read(
        _ node: DocumentNode, for reach: ReachedFacts, presets: [FactID: Datum] = [:], sink: inout DiagnosticSink
    ) -> BoundCase? {
        var binder = ValueBinder(model: model)
        defer { sink.absorb(binder.sink) }
        guard let entries = entries(of: node, &binder) else { return nil }
        var given: [FactID: DocumentEntry] = [:]
        for entry in entries {
            if let facts = factsByKey[entry.key] {
                for fact in facts where facts.count == 1 || reach.needs(fact) { given[fact] = entry }
            } else if entry.key != "id" {
                binder.reportUnknownKey(entry, of: nil, known: model.facts.map(\.slot))
            }
        }
        let id = entries.first { $0.key == "id" }.flatMap { caseName($0, &binder) }
        let facts = model.facts.indices.map { index -> Datum in
            let fact = FactID(index)
            return binder.fact(fact, given[fact], in: node, preset: presets[fact])
        }
        return binder.isBroken ? nil : BoundCase(facts: FactSet(facts: facts, id: id), missing: binder.missing)
    }

    /// A document that says nothing at all is a case without facts.
    private func entries(of node: DocumentNode, _ binder: inout ValueBinder) -> [DocumentEntry]? {
        if node.isNull { return [] }
        if let entries = node.entries { return entries }
        binder.report(
            .wrongKind, "a case is a group of facts, and this is \(node.kindDescription)", at: node.location,
            "not `name: value`", help: "write each fact by its name, such as `\(sampleKey): …`")
        return nil
    }

    private var sampleKey: String { model.facts.first?.slot.wireName ?? "order" }

    /// What the case calls itself, which a fact may be too.
    private func caseName(_ entry: DocumentEntry, _ binder: inout ValueBinder) -> String? {
        switch entry.value.content {
        case .scalar(let text, _): return text
        case .null: return nil
        case .list, .mapping:
            if factsByKey["id"] != nil { return nil }
            binder.report(
                .caseName, "`id` names the case, and this is \(entry.value.kindDescription)", at: entry.value.location,
                "not a name", help: "write a text or a number, such as `id: case-17`")
            return nil
        }
    }
}

extension ValueBinder {
    /// The value of one fact of a case; a preset stands whatever the document says, and the document's is still checked.
    mutating func fact(_ id: FactID, _ entry: DocumentEntry?, in node: DocumentNode, preset: Datum?) -> Datum {
        let slot = model[id].slot
        place = ValuePlace(fact: id, name: model[id].heading.name)
        if let preset, entry == nil { return preset }
        let missingBefore = missing.count
        let datum = value(of: entry?.value, in: slot, near: entry?.keyLocation ?? node.location.start(1))
        guard let preset else { return datum }
        missing.removeSubrange(missingBefore...)
        return preset
    }
}
