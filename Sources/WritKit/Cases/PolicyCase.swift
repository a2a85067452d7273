import WritDiagnostics
import WritFacts
import WritSemantics
import WritSource

/// One case, read and checked once, to be asked several decisions and to be asked again after a change.
///
/// ```swift
/// var contact = try policy.bind(yaml: text)
/// let before = try contact.decide("remedy")
/// try contact.set("order.amount", to: "64.00 USD")
/// let after = try contact.decide("remedy")
/// ```
/// A value like any other: a copy may be changed without changing the case it was copied from, and may be asked on any
/// thread. What a decision needs and the case does not tell is an error only when that decision is asked for.
public struct PolicyCase: Sendable {
    /// The policy that the case is bound to. A case outlives a newer version of it.
    public let policy: Policy
    /// What it was read from, with all changes so far.
    let document: DocumentNode
    private let bound: BoundCase

    /// - Parameter presets: facts that are set whatever the document says.
    init(_ policy: Policy, _ document: DocumentNode, presets: [FactID: Datum] = [:]) throws(PolicyError) {
        var sink = DiagnosticSink()
        let bound = policy.binder.read(document, for: policy.reachOfAll, presets: presets, sink: &sink)
        guard let bound, !sink.hasErrors else { throw PolicyError(.input, sink.diagnostics) }
        self.policy = policy
        self.document = document
        self.bound = bound
    }

    /// What the case calls itself.
    public var id: String? { bound.facts.id }

    /// What the case tells of a fact, or of a part of one, by the path that messages show: `order.lines[2].sku`.
    ///
    /// Nil when the policy has no such fact, or the list no such element; an unknown value when the case does not tell it.
    public subscript(path: String) -> PolicyValue? {
        guard let way = try? FactWay(path, in: policy.model) else { return nil }
        return way.value(in: bound.facts, of: policy)
    }

    /// Makes a decision about the case. For many decisions, ask a ``DecisionSession`` the ``question(_:options:)``.
    ///
    /// - Parameter options: an `asOf` among them stands for this question alone.
    /// - Throws: when there is no such decision, or it needs facts that the case does not tell.
    public func decide(
        _ decision: String, options: Policy.Options = Policy.Options()
    ) throws(PolicyError) -> Decided {
        policy.decide(try question(decision, options: options))
    }

    /// What a session is asked: the decision with the case's facts, which are checked to be all that it needs.
    public func question(
        _ decision: String, options: Policy.Options = Policy.Options()
    ) throws(PolicyError) -> Question {
        let id = try policy.decision(named: decision)
        var asked = self
        if let asOf = options.asOf {
            asked = try PolicyCase(policy, document, presets: try policy.presets(asOf: asOf))
        }
        var sink = DiagnosticSink()
        let isWhole = asked.bound.check(against: policy.reach(of: id), decision: decision, sink: &sink)
        let params = policy.params(options.params, for: id, &sink)
        let arguments = policy.arguments(options.arguments, of: id, &sink)
        guard isWhole, let arguments, !sink.hasErrors else { throw PolicyError(.input, sink.diagnostics) }
        return Question(
            id, facts: asked.bound.facts, params: params, arguments: arguments,
            language: try policy.language(options.language))
    }
}
