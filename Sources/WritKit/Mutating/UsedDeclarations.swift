import WritSemantics

/// The declarations that decisions and promises read, directly or through others: a change of any other changes nothing.
struct UsedDeclarations {
    private let model: CheckedModel
    private(set) var params: Set<ParamID> = []
    private(set) var defines: Set<DefineID> = []

    init(_ model: CheckedModel) {
        self.model = model
        for decision in model.decisions { decision.forEachTerm { visit($0) } }
        for promise in model.promises { visit(promise.condition) }
    }

    private mutating func visit(_ term: Term) {
        var open = [term]
        while let next = open.popLast() {
            switch next.kind {
            case .define(let id, _) where defines.insert(id).inserted: open.append(model[id].body)
            case .param(let id) where params.insert(id).inserted: open.append(model[id].value)
            default: break
            }
            next.forEachOperand { open.append($0) }
        }
    }
}
