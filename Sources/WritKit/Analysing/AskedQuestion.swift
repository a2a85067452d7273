import WritFacts
import WritSemantics

/// A question of a test, without what the decision does not look at: two that are equal get the same answer and break the same
/// promises.
struct AskedQuestion: Hashable {
    /// Nil for a condition about facts alone.
    var decision: DecisionID?
    var arguments: [Datum]
    var params: [Datum?]
    /// One for each fact of the model.
    var facts: [Datum]

    /// - Parameter reach: what matters; nil when everything does.
    init(
        _ decision: DecisionID?, arguments: [Datum], params: ParamSet, facts: FactSet, reach: ReachedFacts?
    ) {
        self.decision = decision
        self.arguments = arguments.map { Self.plain($0) }
        self.params = params.overrides
        self.facts = facts.facts.enumerated().map { index, datum in
            guard let reach else { return Self.plain(datum) }
            return Self.part(of: datum, reach.facts[FactID(index)])
        }
    }

    /// What nobody looks at.
    private static let unseen = Datum.boolean(false)
    /// What is known; nobody looks at its value.
    private static let seen = Datum.boolean(true)

    /// The parts of a value that are looked at.
    private static func part(of datum: Datum, _ reach: FactReach?) -> Datum {
        guard let reach else { return unseen }
        if reach.isWhole { return plain(datum) }
        switch datum {
        case .unknown: return plain(datum)
        case .record(let fields):
            return .record(fields.enumerated().map { part(of: $1, reach.parts[.field($0)]) })
        case .variant(let index, let fields):
            return .variant(index, fields.enumerated().map { part(of: $1, reach.parts[.caseField(index, $0)]) })
        case .list(let elements): return .list(elements.map { part(of: $0, reach.parts[.element]) })
        default: return seen
        }
    }

    /// The value without the reasons of what is unknown: the place of a missing fact tells its name.
    private static func plain(_ datum: Datum) -> Datum {
        switch datum {
        case .unknown: .unknown(Cause.missing(FactPath(fact: FactID(0), name: "")))
        case .record(let fields): .record(fields.map(plain))
        case .variant(let index, let fields): .variant(index, fields.map(plain))
        case .list(let elements): .list(elements.map(plain))
        default: datum
        }
    }
}
