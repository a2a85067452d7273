import WritSemantics

/// The params, defines and decisions of a model, each after those that it reads.
///
/// Goes through chains without recursion: ten thousand defines may each use the one before.
struct DependencyOrder {
    enum Declaration: Hashable {
        case param(ParamID)
        case define(DefineID)
        case decision(DecisionID)
    }

    private(set) var declarations: [Declaration] = []

    init(_ model: CheckedModel) {
        var isDone: Set<Declaration> = []
        let all =
            model.params.indices.map { Declaration.param(ParamID($0)) }
            + model.defines.indices.map { .define(DefineID($0)) }
            + model.decisions.indices.map { .decision(DecisionID($0)) }
        for root in all where !isDone.contains(root) {
            var open: [(declaration: Declaration, needs: [Declaration])] = [(root, Self.needs(root, model))]
            isDone.insert(root)
            while let top = open.indices.last {
                if let next = open[top].needs.popLast() {
                    if isDone.insert(next).inserted { open.append((next, Self.needs(next, model))) }
                } else {
                    declarations.append(open.removeLast().declaration)
                }
            }
        }
    }

    private static func needs(_ declaration: Declaration, _ model: CheckedModel) -> [Declaration] {
        var needs: [Declaration] = []
        var seen: Set<Declaration> = []
        func add(_ need: Declaration) { if seen.insert(need).inserted { needs.append(need) } }
        declaration.forEachTerm(in: model) { term in
            term.forEachReferring { term in
                switch term.kind {
                case .param(let id): add(.param(id))
                case .define(let id, _): add(.define(id))
                case .decision(let id, _): add(.decision(id))
                default: break
                }
            }
        }
        return needs.reversed()
    }
}

extension DependencyOrder.Declaration {
    /// Calls `visit` with the terms that the declaration is made of: of a decision, all it asks before all it answers.
    func forEachTerm(in model: CheckedModel, _ visit: (Term) -> Void) {
        switch self {
        case .param(let id): visit(model[id].value)
        case .define(let id): visit(model[id].body)
        case .decision(let id):
            let decision = model[id]
            for column in decision.columns { visit(column.value) }
            for index in decision.rules.indices where !decision.rules[index].asksColumnsOnly {
                visit(decision.rules[index].condition)
            }
            for index in decision.rules.indices { decision.rules[index].conclusion.forEachTerm(visit) }
            decision.otherwise?.forEachTerm(visit)
            decision.undetermined?.forEachTerm(visit)
        }
    }
}
