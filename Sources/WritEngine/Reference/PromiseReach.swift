import WritSemantics

/// Which promises concern which decision: those that read it, directly or through others, and those that read none.
public struct PromiseReach: Sendable {
    /// By decision: indices into the model's promises.
    private let promises: [[Int]]

    /// Goes through the conditions of all promises, once for a model.
    public init(_ model: CheckedModel) {
        let reads = model.promises.map { promise in
            var reach = Reach(model: model)
            reach.visit(promise.condition)
            return reach.decisions
        }
        promises = model.decisions.indices.map { decision in
            reads.indices.filter { reads[$0].isEmpty || reads[$0].contains(DecisionID(decision)) }
        }
    }

    /// The promises that concern a decision, as indices into the model's, in the order declared.
    public func promises(for decision: DecisionID) -> [Int] { promises[decision.index] }
}

/// The declarations that a term needs, directly or through others.
private struct Reach {
    let model: CheckedModel
    var decisions: Set<DecisionID> = []
    var defines: Set<DefineID> = []
    var params: Set<ParamID> = []

    mutating func visit(_ term: Term) {
        switch term.kind {
        case .define(let id, _) where defines.insert(id).inserted: visit(model[id].body)
        case .param(let id) where params.insert(id).inserted: visit(model[id].value)
        case .decision(let id, _) where decisions.insert(id).inserted: visit(model[id])
        default: break
        }
        term.forEachOperand { visit($0) }
    }

    private mutating func visit(_ decision: Decision) {
        for column in decision.columns { visit(column.value) }
        for rule in decision.rules {
            visit(rule.condition)
            visit(rule.conclusion)
        }
        for conclusion in [decision.otherwise, decision.undetermined] { if let conclusion { visit(conclusion) } }
    }

    private mutating func visit(_ conclusion: Conclusion) { conclusion.forEachTerm { visit($0) } }
}
