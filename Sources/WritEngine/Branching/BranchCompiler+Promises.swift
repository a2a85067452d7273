import WritSemantics

/// Decisions as others read them, and the promises about them.
extension BranchCompiler {
    /// What a decision's readers see.
    mutating func decision(
        _ id: DecisionID, _ arguments: [Term], _ use: (inout BranchCompiler, CellPlace) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        guard let decision = decisions[id.index] else {
            throw Obstacle("it reads \(model[id].heading.name): \(obstacles[id.index] ?? "not made here")")
        }
        if let flag = decision.flag {
            let next = try use(&self, decision.result)
            return try emit(BranchNode(op: .once, a: flag, b: decision.entry, yes: next))
        }
        return try places(arguments[...], []) { compiler, places throws(Obstacle) in
            // The result of one call is kept apart: there may be another before it is read.
            let width = compiler.layout.width(of: compiler.model[id].type)
            let result = compiler.temporary(width)
            let next = try use(&compiler, result)
            let kept = try compiler.copy(decision.result, to: result, width: width, next: next)
            var label = try compiler.emit(BranchNode(op: .call, b: decision.entry, yes: kept))
            let parameters = zip(decision.parameters, compiler.model[id].parameters)
            for ((parameter, local), place) in zip(parameters, places) {
                let width = compiler.layout.width(of: compiler.model[local].type)
                label = try compiler.copy(place, to: parameter, width: width, next: label)
            }
            return label
        }
    }

    /// For each decision the block that looks at its promises.
    mutating func promises() {
        let reach = PromiseReach(model)
        for index in decisions.indices {
            guard decisions[index] != nil else { continue }
            do {
                decisions[index]!.promises = try block { compiler, end throws(Obstacle) in
                    var label = end
                    for number in reach.promises(for: DecisionID(index)).reversed() {
                        let promise = compiler.model.promises[number]
                        let targets = BranchTargets(yes: label, no: BranchNode.bail, unknown: label)
                        let turned = BranchTargets(yes: BranchNode.bail, no: label, unknown: label)
                        label = try compiler.condition(promise.condition, promise.isNever ? turned : targets)
                    }
                    return label
                }
            } catch {
                decisions[index] = nil
                obstacles[index] = "a promise: \(error.reason)"
            }
        }
    }
}
