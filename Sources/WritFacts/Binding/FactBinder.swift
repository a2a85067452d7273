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
    /// What each fact is where a document says nothing of it.
    private let absent: [AbsentFact]

    public init(_ model: CheckedModel) {
        self.model = model
        let pairs = model.facts.indices.map { (model.facts[$0].slot.wireName, [FactID($0)]) }
        let factsByKey = Dictionary(pairs) { $0 + $1 }
        self.factsByKey = factsByKey
        absent = model.facts.indices.map { index in
            let isShared = (factsByKey[model.facts[index].slot.wireName]?.count ?? 0) > 1
            return AbsentFact(FactID(index), in: model, isShared: isShared)
        }
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
        let given = places(of: entries, reach, &binder)
        let id = entries.first { $0.key == "id" }.flatMap { caseName($0, &binder) }
        var facts = absent.map(\.datum)
        var refused: [RefusedValue] = []
        for index in facts.indices {
            let fact = FactID(index)
            let preset = presets.isEmpty ? nil : presets[fact]
            if let place = given[index] {
                facts[index] = value(of: fact, entries[place], preset, near: node, &binder, &refused)
            } else if let preset {
                facts[index] = preset
            } else if !absent[index].missing.isEmpty, reach.facts[fact] != nil {
                binder.missing += absent[index].missing.map { $0.placed(at: node.location.start(1)) }
            }
        }
        if binder.isBroken { return nil }
        return BoundCase(facts: FactSet(facts: facts, id: id), missing: binder.missing, refused: refused)
    }

    /// Which entry tells each fact. Keys that no fact has are reported.
    private func places(
        of entries: [DocumentEntry], _ reach: ReachedFacts, _ binder: inout ValueBinder
    ) -> [Int?] {
        var places = [Int?](repeating: nil, count: model.facts.count)
        for (place, entry) in entries.enumerated() {
            if let facts = factsByKey[entry.key] {
                for fact in facts where facts.count == 1 || reach.needs(fact) { places[fact.index] = place }
            } else if entry.key != "id" {
                binder.reportUnknownKey(entry, of: nil, known: model.facts.map(\.slot))
            }
        }
        return places
    }

    private func value(
        of fact: FactID, _ entry: DocumentEntry, _ preset: Datum?, near node: DocumentNode, _ binder: inout ValueBinder,
        _ refused: inout [RefusedValue]
    ) -> Datum {
        let absent = absent[fact.index]
        if !absent.isShared { return binder.fact(fact, absent, entry, in: node, preset: preset) }
        return shared(fact, entry, in: node, preset, &binder, &refused)
    }

    // MARK: Facts of one name

    /// A value that fits one of the facts of its name may not fit another: that is a mistake only where the other is needed.
    private func shared(
        _ fact: FactID, _ entry: DocumentEntry, in node: DocumentNode, _ preset: Datum?, _ binder: inout ValueBinder,
        _ refused: inout [RefusedValue]
    ) -> Datum {
        var alone = ValueBinder(model: model)
        let datum = alone.fact(fact, absent[fact.index], entry, in: node, preset: preset)
        binder.missing += alone.missing
        if alone.isBroken {
            let heading = model[fact].heading
            let label = Label(heading.location, "the fact `\(heading.name)` of `\(heading.policy)`, which is asked for")
            refused.append(
                RefusedValue(
                    fact: fact, name: heading.name, diagnostics: alone.sink.diagnostics.map { $0.explained(by: label) })
            )
        }
        return datum
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

extension Diagnostic {
    fileprivate func explained(by label: Label) -> Diagnostic {
        var explained = self
        explained.secondary.append(label)
        return explained
    }
}

extension ValueBinder {
    /// The value of one fact of a case; a preset stands whatever the document says, and the document's is still checked.
    mutating func fact(
        _ id: FactID, _ known: AbsentFact, _ entry: DocumentEntry, in node: DocumentNode, preset: Datum?
    ) -> Datum {
        place = ValuePlace(fact: id, name: known.name)
        let missingBefore = missing.count
        let datum = value(of: entry.value, in: known.slot, near: entry.keyLocation)
        guard let preset else { return datum }
        missing.removeSubrange(missingBefore...)
        return preset
    }
}

/// A fact as it is where a document says nothing of it: worked out once, for most documents say nothing of most facts.
struct AbsentFact: Sendable {
    let name: String
    let slot: Slot
    /// Whether several policies declare a fact that documents call so.
    let isShared: Bool
    /// Unknown, or a record in which everything is.
    let datum: Datum
    /// What is then missing of it, without a place.
    let missing: [MissingValue]

    init(_ fact: FactID, in model: CheckedModel, isShared: Bool) {
        name = model[fact].heading.name
        slot = model[fact].slot
        self.isShared = isShared
        var binder = ValueBinder(model: model)
        binder.place = ValuePlace(fact: fact, name: name)
        datum = binder.value(of: nil, in: slot, near: model[fact].heading.location)
        missing = binder.missing
    }
}
