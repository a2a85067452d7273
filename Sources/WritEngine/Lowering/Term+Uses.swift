import WritSemantics

extension Term {
    /// Whether it is a list form: its first operand is evaluated once, the others for each element.
    private var isListForm: Bool {
        switch kind {
        case .quantifier, .count, .aggregate, .map, .first: true
        default: false
        }
    }

    /// Calls `visit` with each term directly below, and whether it is evaluated for each element of a list.
    func forEachOperandByUse(_ visit: (Term, _ isRepeated: Bool) -> Void) {
        let isListForm = isListForm
        var isFirst = true
        forEachOperand {
            visit($0, isListForm && !isFirst)
            isFirst = false
        }
    }

    /// Whether working it out may make lists, here or in what it calls.
    var makesLists: Bool {
        var found = false
        forEachReferring { term in
            switch term.kind {
            case .map, .makeList, .define(_, _), .decision(_, _): found = true
            default: break
            }
        }
        return found
    }

    /// Visits the term and all terms in it but constants, facts and locals: they refer to no declaration that has a block, and
    /// are most of a table.
    func forEachReferring(_ visit: (Term) -> Void) {
        var open = [self]
        while let term = open.popLast() {
            visit(term)
            term.forEachOperand { operand in
                switch operand.kind {
                case .constant, .fact, .local: break
                default: open.append(operand)
                }
            }
        }
    }
}

extension Term {
    /// Whether there is surely no define in it. Most terms of a table are such leaves.
    fileprivate var isWithoutDefines: Bool {
        switch kind {
        case .constant, .fact, .param, .local: true
        default: false
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
            decision.forEachReadingTerm { count($0, isInLoop: !decision.parameters.isEmpty) }
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
            term.forEachOperandByUse { operand, isRepeated in
                if !operand.isWithoutDefines { open.append((operand, isInLoop || isRepeated)) }
            }
        }
    }

    /// Whether having its body where it is used costs nothing: it is evaluated there at most once anyway.
    func isUsedOnceOutsideLoops(_ id: DefineID) -> Bool { counts[id, default: 0] == 1 && !inLoops.contains(id) }
}
