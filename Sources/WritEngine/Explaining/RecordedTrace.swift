import WritSemantics

/// What the plain evaluator told of the making of a decision.
struct RecordedTrace: Sendable {
    var facts: [UsedFact]
    var params: [UsedParam]
    var rules: [TriedRule]
    var decisions: [Int]
}
