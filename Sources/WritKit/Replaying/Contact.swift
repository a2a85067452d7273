import WritDiagnostics
import WritFacts
import WritSemantics
import WritSource

/// One contact of a day that is replayed: what kind it is, which decisions it asks for, and its facts.
///
/// Written as `{"name": …, "kind": …, "decision": …, "facts": {…}}`; one that runs through several decisions lists them
/// under `decisions`.
public struct Contact: Sendable {
    /// What it calls itself; nil when it has no name.
    public let name: String?
    /// What it is counted under; the first decision's name when it says nothing.
    public let kind: String
    /// What is asked, in this order; none of them takes arguments.
    public let decisions: [DecisionID]
    /// The facts, not yet bound.
    public let facts: DocumentNode

    static let keys = ["name", "kind", "decision", "decisions", "facts"]

    /// Nil when it is no contact; what is wrong is reported.
    public init?(_ node: DocumentNode, policy: Policy, sink: inout DiagnosticSink) {
        guard let entries = node.entries else {
            sink.report(Self.shape(node, node.kindDescription))
            return nil
        }
        var values: [String: DocumentNode] = [:]
        for entry in entries {
            if !Self.keys.contains(entry.key) { sink.report(Self.unknown(entry)) }
            values[entry.key] = entry.value
        }
        if sink.hasErrors { return nil }
        for key in ["name", "kind"] {
            if let node = values[key], node.scalarText == nil { sink.report(Self.shape(node, "a text stands here")) }
        }
        if let second = values["decisions"], values["decision"] != nil {
            sink.report(Self.shape(second, "`decision` is there already"))
        }
        if sink.hasErrors { return nil }
        guard let asked = values["decision"] ?? values["decisions"], let facts = values["facts"] else {
            sink.report(Self.shape(node, values["facts"] == nil ? "no `facts`" : "no `decision`"))
            return nil
        }
        let decisions = (asked.elements ?? [asked]).compactMap { Self.decision($0, policy, &sink) }
        if sink.hasErrors { return nil }
        if decisions.isEmpty {
            sink.report(Self.shape(asked, "none is named"))
            return nil
        }
        self.decisions = decisions.reduce(into: []) { list, next in if !list.contains(next) { list.append(next) } }
        self.facts = facts
        name = values["name"]?.scalarText
        kind = values["kind"]?.scalarText ?? policy.name(of: decisions[0])
    }

    private static func decision(
        _ node: DocumentNode, _ policy: Policy, _ sink: inout DiagnosticSink
    ) -> DecisionID? {
        guard let name = node.scalarText else {
            sink.report(shape(node, "no decision's name"))
            return nil
        }
        let askable = policy.decisionIDs.filter { policy.model[$0].parameters.isEmpty }
        if let found = askable.first(where: { policy.name(of: $0) == name }) { return found }
        let takesArguments = policy.decisionIDs.contains { policy.name(of: $0) == name }
        let message =
            takesArguments
            ? "`\(name)` takes arguments, and a contact gives none" : "the policy has no decision `\(name)`"
        let names = askable.map { policy.name(of: $0) }
        sink.report(
            Diagnostic(
                .contactShape, .error, message, at: Label(node.location, "not to be asked"),
                help: Spelling.question(name, among: names)
                    ?? (names.isEmpty ? "it has none to ask" : "there are \(Spelling.list(names))")))
        return nil
    }

    private static func shape(_ node: DocumentNode, _ label: String) -> Diagnostic {
        Diagnostic(
            .contactShape, .error, "a contact is written as `{\"kind\": …, \"decision\": …, \"facts\": {…}}`",
            at: Label(node.location, label))
    }

    private static func unknown(_ entry: DocumentEntry) -> Diagnostic {
        Diagnostic(
            .contactShape, .error, "a contact has no `\(entry.key)`", at: Label(entry.keyLocation, "not part of it"),
            help: Spelling.question(entry.key, among: keys) ?? "a contact has \(Spelling.list(keys))")
    }
}

extension DocumentNode {
    fileprivate var scalarText: String? {
        if case .scalar(let text, _) = content { return text }
        return nil
    }
}
