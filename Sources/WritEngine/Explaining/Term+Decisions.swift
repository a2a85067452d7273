import WritSemantics

extension Term {
    /// The decisions that it asks itself and that take no argument, each once, in the order written.
    public var decisions: [DecisionID] {
        var found = FirstUses<DecisionID>()
        var open = [self]
        while let term = open.popLast() {
            if case .decision(let id, let arguments) = term.kind, arguments.isEmpty { found.append(id) }
            open += term.operands.reversed()
        }
        return found.elements
    }
}
