import WritSemantics
import WritValues

/// A case that shows something: the facts that matter, the others left out, and what the policy answers to it.
public struct ExampleCase: Sendable {
    /// What is told, in the order of the model's facts.
    public var assignments: [FactAssignment]
    /// The whole case as the evaluators take it; what is not told is unknown.
    public var facts: FactSet
    /// The decision asked, with its arguments, and what it answered.
    public var decision: DecisionID?
    public var arguments: [Datum]
    public var answer: Answer?

    public init(
        assignments: [FactAssignment], facts: FactSet, decision: DecisionID? = nil, arguments: [Datum] = [],
        answer: Answer? = nil
    ) {
        self.assignments = assignments
        self.facts = facts
        self.decision = decision
        self.arguments = arguments
        self.answer = answer
    }
}

/// A fact, or a field of one through records, and its value.
public struct FactAssignment: Sendable, Hashable {
    public var fact: FactID
    /// The fields on the way down, by number.
    public var fields: [Int]
    public var value: Datum

    public init(fact: FactID, fields: [Int] = [], value: Datum) {
        self.fact = fact
        self.fields = fields
        self.value = value
    }
}
