import WritSemantics

/// Which decisions a decision reads, itself among them.
final class DecisionReach {
    private let model: CheckedModel
    private var known: [DecisionID: Set<DecisionID>] = [:]

    init(_ model: CheckedModel) { self.model = model }

    func of(_ id: DecisionID) -> Set<DecisionID> {
        if let reached = known[id] { return reached }
        var reached: Set<DecisionID> = [id]
        var defines = Set<DefineID>()
        var params = Set<ParamID>()
        var open: [DecisionID] = [id]
        func visit(_ term: Term) {
            switch term.kind {
            case .decision(let id, _): if reached.insert(id).inserted { open.append(id) }
            case .define(let id, _): if defines.insert(id).inserted { visit(model[id].body) }
            case .param(let id): if params.insert(id).inserted { visit(model[id].value) }
            default: break
            }
            term.forEachOperand(visit)
        }
        while let next = open.popLast() { model[next].forEachReadingTerm(visit) }
        known[id] = reached
        return reached
    }
}
