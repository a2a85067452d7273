import WritSemantics

/// Which promises concern which decision: those that read it, directly or through others, and those that read none.
struct PromiseReach {
    private let model: CheckedModel

    init(_ model: CheckedModel) { self.model = model }

    func promises(for decision: DecisionID) -> [Int] {
        model.promises.indices.filter { index in
            var reach = Reach(model: model)
            reach.visit(model.promises[index].condition)
            return reach.decisions.isEmpty || reach.decisions.contains(decision)
        }
    }
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
        for operand in term.operands { visit(operand) }
    }

    private mutating func visit(_ decision: Decision) {
        for column in decision.columns { visit(column.value) }
        for rule in decision.rules {
            visit(rule.condition)
            visit(rule.conclusion)
        }
        for conclusion in [decision.otherwise, decision.undetermined] { if let conclusion { visit(conclusion) } }
    }

    private mutating func visit(_ conclusion: Conclusion) { for term in conclusion.terms { visit(term) } }
}
