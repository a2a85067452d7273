import WritSemantics

extension Term {
    /// The terms it is made of, and which of them stand inside a list form and so are evaluated once for each element.
    var operands: (once: [Term], repeated: [Term]) {
        switch kind {
        case .constant, .fact, .param, .local: ([], [])
        case .define(_, let terms), .decision(_, let terms), .makeList(let terms), .and(let terms), .or(let terms),
            .extreme(_, let terms):
            (terms, [])
        case .makeRecord(_, let terms), .makeCase(_, _, let terms): (terms.compactMap(\.self), [])
        case .field(let term, _), .caseField(let term, _), .not(let term), .isKnown(let term), .isCase(let term, _),
            .like(let term, _), .textLength(let term), .plainText(let term), .rescale(let term, _), .negate(let term),
            .round(let term, _, _), .bounded(let term), .part(_, let term), .edge(_, let term):
            ([term], [])
        case .orElse(let a, let b), .compare(_, let a, let b), .equal(let a, let b), .memberOf(let a, let b),
            .text(_, let a, let b), .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b),
            .divide(let a, let b), .localPart(_, let a, let b), .isWorkingDay(let a, let b),
            .rollToWorkingDay(let a, _, let b):
            ([a, b], [])
        case .conditional(let a, let b, let c), .atTime(let a, let b, let c): ([a, b, c], [])
        case .shift(let shift):
            ([shift.amount, shift.anchor] + [shift.calendar, shift.zone, shift.pauses].compactMap(\.self), [])
        case .between(let between):
            ([between.start, between.end] + [between.calendar, between.pauses].compactMap(\.self), [])
        case .quantifier(_, _, let list, let body): ([list], [body])
        case .count(_, let list, let filter): ([list], [filter].compactMap(\.self))
        case .aggregate(_, _, let list, let filter, let value), .map(_, let list, let filter, let value):
            ([list], [filter, value].compactMap(\.self))
        case .first(_, let list, let filter, let key, _): ([list], [filter, key].compactMap(\.self))
        case .message(let template): (template.holes, [])
        }
    }

    /// Visits the term and all terms in it.
    func forEach(_ visit: (Term) -> Void) {
        var open = [self]
        while let term = open.popLast() {
            visit(term)
            let (once, repeated) = term.operands
            open += once
            open += repeated
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
            let (once, repeated) = term.operands
            open += once.map { ($0, isInLoop) }
            open += repeated.map { ($0, true) }
        }
    }

    /// Whether having its body where it is used costs nothing: it is evaluated there at most once anyway.
    func isUsedOnceOutsideLoops(_ id: DefineID) -> Bool { counts[id, default: 0] == 1 && !inLoops.contains(id) }
}
