/// The facts of one case, bound against the declared types, every missing one an explicit unknown.
///
/// Required facts that the asked decision cannot reach may be unknown here; evaluation never looks at them.
public struct FactSet: Sendable {
    /// One datum per fact of the model.
    public var facts: [Datum]
    /// The case's own name for itself, echoed in its answers.
    public var id: String?

    public init(facts: [Datum], id: String? = nil) {
        self.facts = facts
        self.id = id
    }

    public subscript(_ id: FactID) -> Datum { facts[id.index] }

    /// The facts of a case that tells nothing.
    public static func empty(of model: CheckedModel) -> FactSet {
        FactSet(
            facts: model.facts.indices.map {
                .unknown(.missing(FactPath(fact: FactID($0), name: model.facts[$0].heading.name)))
            })
    }
}

/// The values of a policy's params for one run: its own, where they are nil.
public struct ParamSet: Sendable {
    public var overrides: [Datum?]

    public init(of model: CheckedModel) { overrides = Array(repeating: nil, count: model.params.count) }

    public subscript(_ id: ParamID) -> Datum? {
        get { overrides[id.index] }
        set { overrides[id.index] = newValue }
    }
}
