import WritDiagnostics
import WritSemantics
import WritSource

/// Turns documents and `name=value` texts into the arguments of a decision.
public struct ArgumentBinder: Sendable {
    public let model: CheckedModel
    public let decision: DecisionID

    public init(_ model: CheckedModel, _ decision: DecisionID) {
        self.model = model
        self.decision = decision
    }

    private var slots: [Slot] { model[decision].parameterSlots }
    private var decisionName: String { model[decision].heading.name }

    /// The arguments in the order declared; nil when one is missing or wrong, which is then reported.
    public func bind(_ node: DocumentNode, sink: inout DiagnosticSink) -> [Datum]? {
        var binder = ValueBinder(model: model)
        defer { sink.absorb(binder.sink) }
        guard let entries = node.isNull ? [] : node.entries else {
            _ = binder.refuseKind(node, "a group of arguments, each by its name")
            return nil
        }
        if !areKnown(entries.map { ($0.key, $0.keyLocation) }, &binder) { return nil }
        return arguments(at: node.location.start(1), &binder) { slot, _ in
            entries.first { $0.key == slot.wireName || $0.key == slot.name }?.value
        }
    }

    /// The arguments from `name=value` texts; `place` is where a missing one is reported.
    public func bind(_ settings: [NamedSetting], place: SourceLocation, sink: inout DiagnosticSink) -> [Datum]? {
        var binder = ValueBinder(model: model)
        defer { sink.absorb(binder.sink) }
        if !areKnown(settings.map { ($0.name, $0.nameLocation) }, &binder) { return nil }
        var texts = DiagnosticSink()
        let bound = arguments(at: place, &binder) { slot, sink in
            settings.last { $0.name == slot.wireName || $0.name == slot.name }?.node(for: slot.type, sink: &sink)
        } texts: {
            texts.absorb($0)
        }
        sink.absorb(texts)
        return texts.hasErrors ? nil : bound
    }

    private func arguments(
        at place: SourceLocation, _ binder: inout ValueBinder,
        _ node: (Slot, inout DiagnosticSink) -> DocumentNode?, texts: (DiagnosticSink) -> Void = { _ in }
    ) -> [Datum]? {
        let values = slots.map { slot -> Datum in
            var sink = DiagnosticSink()
            let node = node(slot, &sink)
            texts(sink)
            binder.place = ValuePlace(named: slot.name)
            return binder.value(of: node, in: slot, near: node?.location ?? place)
        }
        return binder.isBroken ? nil : values
    }

    /// Whether the decision takes arguments of these names. If not, that another is missing follows and is not said.
    private func areKnown(_ names: [(String, SourceLocation)], _ binder: inout ValueBinder) -> Bool {
        let known = slots.map(\.wireName)
        for (name, location) in names where !slots.contains(where: { $0.wireName == name || $0.name == name }) {
            let all = known.isEmpty ? "it takes none" : "it takes \(Spelling.list(known))"
            binder.report(
                .unknownArgument, "`\(decisionName)` takes no argument `\(name)`", at: location, "not declared",
                help: Spelling.question(name, among: known) ?? all)
        }
        return !binder.isBroken
    }
}
