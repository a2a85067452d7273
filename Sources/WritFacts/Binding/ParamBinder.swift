import WritDiagnostics
import WritSemantics
import WritSource

/// Turns documents and `name=value` texts into the params of a run, each checked against its type and its bounds.
public struct ParamBinder: Sendable {
    public let model: CheckedModel
    /// The policy whose param is meant where several have one of the name; nil for none.
    private let nearest: String?

    /// - Parameter decision: what is asked: of several params of one name that of its own policy is meant.
    public init(_ model: CheckedModel, for decision: DecisionID? = nil) {
        self.model = model
        nearest = decision.map { model[$0].heading.policy }
    }

    /// Sets every param that a document names.
    ///
    /// - Returns: whether all of it could be used; what could not is reported.
    @discardableResult
    public func bind(_ node: DocumentNode, into params: inout ParamSet, sink: inout DiagnosticSink) -> Bool {
        var binder = ValueBinder(model: model)
        defer { sink.absorb(binder.sink) }
        if node.isNull { return true }
        guard let entries = node.entries else {
            binder.report(
                .wrongKind, "params are given by their names, and this is \(node.kindDescription)", at: node.location,
                node.kindDescription, help: "write each as `name: value`")
            return false
        }
        for entry in entries { set(entry.key, entry.keyLocation, &params, &binder) { _ in entry.value } }
        return !binder.isBroken
    }

    /// Sets one param from the two sides of `name=value`, which stand in `file`.
    @discardableResult
    public func bind(_ setting: NamedSetting, into params: inout ParamSet, sink: inout DiagnosticSink) -> Bool {
        var binder = ValueBinder(model: model)
        var texts = DiagnosticSink()
        set(setting.name, setting.nameLocation, &params, &binder) { setting.node(for: $0, sink: &texts) }
        sink.absorb(texts)
        sink.absorb(binder.sink)
        return !binder.isBroken && !texts.hasErrors
    }

    private func set(
        _ name: String, _ location: SourceLocation, _ params: inout ParamSet, _ binder: inout ValueBinder,
        _ node: (WritType) -> DocumentNode?
    ) {
        guard let id = find(name, location, &binder), let node = node(model[id].slot.type) else { return }
        binder.place = ValuePlace(named: name)
        params[id] = binder.value(of: node, in: model[id].slot, near: location)
    }

    /// A param by its name, or by its policy's and its own where two policies have one of that name and neither is the
    /// one that is asked.
    private func find(_ name: String, _ location: SourceLocation, _ binder: inout ValueBinder) -> ParamID? {
        let params = model.params.indices.map { ParamID($0) }
        let found = params.filter { model[$0].heading.name == name || model[$0].qualifiedName == name }
        if found.count == 1 { return found[0] }
        if let own = found.first(where: { model[$0].heading.policy == nearest }) { return own }
        if found.isEmpty {
            let names = model.params.map(\.heading.name)
            let all = names.isEmpty ? "it has no params" : "it has \(Spelling.list(names))"
            binder.report(
                .unknownParam, "the policy has no param `\(name)`", at: location, "not declared",
                help: Spelling.question(name, among: names) ?? all)
        } else {
            let names = found.map { model[$0].qualifiedName }
            binder.report(
                .unknownParam, "more than one policy has a param `\(name)`", at: location, "which one?",
                help: "write one of \(Spelling.list(names))")
        }
        return nil
    }
}

extension Param {
    var qualifiedName: String { heading.policy.isEmpty ? heading.name : heading.policy + "." + heading.name }
}
