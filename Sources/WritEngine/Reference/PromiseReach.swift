import WritSemantics

/// Which promises concern which decision: those that read it, directly or through others, and those that read none.
public struct PromiseReach: Sendable {
    /// By decision: indices into the model's promises.
    private let promises: [[Int]]

    /// Goes through the conditions of all promises, once for a model.
    public init(_ model: CheckedModel) {
        var reach = DecisionReach(model)
        let reads = model.promises.map { reach.decisions(of: $0.condition) }
        promises = model.decisions.indices.map { decision in
            reads.indices.filter { reads[$0].isEmpty || reads[$0].contains(decision) }
        }
    }

    /// The promises that concern a decision, as indices into the model's, in the order declared.
    public func promises(for decision: DecisionID) -> [Int] { promises[decision.index] }
}
