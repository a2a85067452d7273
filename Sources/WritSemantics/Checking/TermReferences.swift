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
        for child in term.children { forEach(in: child, visit) }
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
        let below = term.children.flatMap(questions)
        if case .decision(let id, let arguments) = term.kind { return [(id, arguments)] + below }
        return below
    }
}

extension Term {
    /// Whether it is about an element of a list.
    fileprivate var readsLocal: Bool {
        if case .local = kind { return true }
        return children.contains(where: \.readsLocal)
    }

    /// The terms directly below, in the order written.
    var children: [Term] {
        switch kind {
        case .constant, .fact, .param, .local: []
        case .define(_, let terms), .decision(_, let terms), .makeList(let terms), .and(let terms), .or(let terms),
            .extreme(_, let terms):
            terms
        case .field(let term, _), .caseField(let term, _), .not(let term), .isKnown(let term), .isCase(let term, _),
            .like(let term, _), .textLength(let term), .plainText(let term), .rescale(let term, _), .negate(let term),
            .round(let term, _, _), .bounded(let term), .part(_, let term), .edge(_, let term):
            [term]
        case .makeRecord(_, let terms), .makeCase(_, _, let terms): terms.compactMap(\.self)
        case .orElse(let left, let right), .compare(_, let left, let right), .equal(let left, let right),
            .memberOf(let left, let right), .text(_, let left, let right), .add(let left, let right),
            .subtract(let left, let right), .multiply(let left, let right), .divide(let left, let right),
            .localPart(_, let left, let right), .isWorkingDay(let left, let right),
            .rollToWorkingDay(let left, _, let right):
            [left, right]
        case .conditional(let test, let first, let second), .atTime(let test, let first, let second):
            [test, first, second]
        case .shift(let shift):
            [shift.amount, shift.anchor] + [shift.calendar, shift.zone, shift.pauses].compactMap(\.self)
        case .between(let between):
            [between.start, between.end] + [between.calendar, between.pauses].compactMap(\.self)
        case .quantifier(_, _, let list, let body): [list, body]
        case .count(_, let list, let filter): [list] + [filter].compactMap(\.self)
        case .aggregate(_, _, let list, let filter, let value), .map(_, let list, let filter, let value):
            [list] + [filter, value].compactMap(\.self)
        case .first(_, let list, let filter, let key, _): [list] + [filter, key].compactMap(\.self)
        case .message(let template): template.holes
        }
    }
}

extension MessageTemplate {
    var holes: [Term] {
        texts.flatMap { $0.segments.compactMap { if case .hole(let term) = $0 { term } else { nil } } }
    }
}

extension Decision {
    /// Every term it holds, in the order of its rules.
    var terms: [Term] {
        columns.map(\.value) + rules.flatMap { [$0.condition] + $0.conclusion.terms } + (otherwise?.terms ?? [])
            + (undetermined?.terms ?? [])
    }
}

extension Conclusion {
    var terms: [Term] {
        [value].compactMap(\.self) + actions.flatMap { $0.arguments.compactMap(\.self) } + (because?.holes ?? [])
    }
}
