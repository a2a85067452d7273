import WritSource

/// What a term reads of other declarations, and where.
enum TermReferences {
    enum Reference: Hashable {
        case decision(DecisionID)
        case define(DefineID)
        case param(ParamID)
    }

    /// Calls `visit` for each reference in a term, in the order written.
    static func forEach(in term: Term, _ visit: (Reference, SourceLocation) -> Void) {
        switch term.kind {
        case .decision(let id, _): visit(.decision(id), term.location)
        case .define(let id, _): visit(.define(id), term.location)
        case .param(let id): visit(.param(id), term.location)
        default: break
        }
        term.forEachOperand { forEach(in: $0, visit) }
    }

    /// The one decision that a condition asks itself, and with which arguments; nil where it asks several, one with several
    /// arguments, or one for each element of a list.
    static func onlyQuestion(in term: Term) -> (decision: DecisionID, arguments: [Term])? {
        let asked = questions(in: term)
        guard let first = asked.first, first.arguments.allSatisfy({ !$0.readsLocal }) else { return nil }
        let words = first.arguments.map(\.location.text)
        let isOne = asked.allSatisfy { $0.decision == first.decision && $0.arguments.map(\.location.text) == words }
        return isOne ? first : nil
    }

    private static func questions(in term: Term) -> [(decision: DecisionID, arguments: [Term])] {
        let below = term.operands.flatMap(questions)
        if case .decision(let id, let arguments) = term.kind { return [(id, arguments)] + below }
        return below
    }
}

extension Term {
    /// Whether it is about an element of a list.
    fileprivate var readsLocal: Bool {
        if case .local = kind { return true }
        return operands.contains(where: \.readsLocal)
    }
}
