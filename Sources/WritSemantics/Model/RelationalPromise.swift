/// How a value answers to a change of one fact: `always NAME whenever FACT rises, VALUE never falls`.
///
/// It speaks of two cases, so no evaluator looks at it; it is proved or refuted for all cases.
public struct RelationalPromise: Sendable {
    /// Where a value goes from the one case to the other.
    public enum Movement: String, Sendable, Hashable, CaseIterable {
        case rises, falls
    }

    public var heading: Heading
    /// The only fact in which the two cases differ, and the field indices below it (through records only).
    public var fact: FactID
    public var fields: [Int]
    /// The fact is greater in the second case; otherwise it is less.
    public var changeRises: Bool
    /// A quantity, a boolean or an enumeration, whose cases are ordered as declared.
    public var value: Term
    /// What `value` does in no such pair.
    public var valueNever: Movement
    /// Must be true in both cases (`while …`); nil when all cases are meant.
    public var condition: Term?

    public init(
        heading: Heading, fact: FactID, fields: [Int] = [], changeRises: Bool, value: Term, valueNever: Movement,
        condition: Term? = nil
    ) {
        self.heading = heading
        self.fact = fact
        self.fields = fields
        self.changeRises = changeRises
        self.value = value
        self.valueNever = valueNever
        self.condition = condition
    }

    /// The fact that changes, as documents and messages name it.
    public func path(in model: CheckedModel) -> FactPath { FactNames.path(fact, fields, model) }

    /// Whether a greater fact asks for a value that is not less; otherwise for one that is not greater.
    public var keepsOrder: Bool { changeRises == (valueNever == .falls) }
}
