import WritSemantics

extension Term {
    /// The terms directly below: those evaluated once, and those inside a list form, evaluated for each element.
    var operandsByUse: (once: [Term], repeated: [Term]) {
        switch kind {
        case .quantifier(_, _, let list, let body): ([list], [body])
        case .count(_, let list, let filter): ([list], [filter].compactMap(\.self))
        case .aggregate(_, _, let list, let filter, let value), .map(_, let list, let filter, let value):
            ([list], [filter, value].compactMap(\.self))
        case .first(_, let list, let filter, let key, _): ([list], [filter, key].compactMap(\.self))
        default: (operands, [])
        }
    }

    /// Whether working it out may make lists, here or in what it calls.
    var makesLists: Bool {
        var found = false
        forEach { term in
            switch term.kind {
            case .map, .makeList, .define(_, _), .decision(_, _): found = true
            default: break
            }
        }
        return found
    }

    /// Visits the term and all terms in it.
    func forEach(_ visit: (Term) -> Void) {
        var open = [self]
        while let term = open.popLast() {
            visit(term)
            open += term.operands
        }
    }
}

/// How often the defines of a model are read.
struct UseCounts {
    private var counts: [DefineID: Int] = [:]
    private var inLoops: Set<DefineID> = []

    init(_ model: CheckedModel) {
        for param in model.params { count(param.value, isInLoop: false) }
        for define in model.defines { count(define.body, isInLoop: !define.parameters.isEmpty) }
        for decision in model.decisions {
            for term in decision.terms { count(term, isInLoop: !decision.parameters.isEmpty) }
        }
        for promise in model.promises { count(promise.condition, isInLoop: false) }
    }

    private mutating func count(_ term: Term, isInLoop: Bool) {
        var open = [(term, isInLoop)]
        while let (term, isInLoop) = open.popLast() {
            if case .define(let id, _) = term.kind {
                counts[id, default: 0] += 1
                if isInLoop { inLoops.insert(id) }
            }
            let (once, repeated) = term.operandsByUse
            open += once.map { ($0, isInLoop) }
            open += repeated.map { ($0, true) }
        }
    }

    /// Whether having its body where it is used costs nothing: it is evaluated there at most once anyway.
    func isUsedOnceOutsideLoops(_ id: DefineID) -> Bool { counts[id, default: 0] == 1 && !inLoops.contains(id) }
}
