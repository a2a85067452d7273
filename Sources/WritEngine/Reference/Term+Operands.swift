import WritSemantics

extension Term {
    /// The terms directly below, in the order written.
    var operands: [Term] {
        switch kind {
        case .constant, .fact, .param, .local: []
        case .define(_, let terms), .decision(_, let terms), .makeList(let terms), .and(let terms), .or(let terms),
            .extreme(_, let terms):
            terms
        case .makeRecord(_, let terms), .makeCase(_, _, let terms): terms.compactMap(\.self)
        case .field(let term, _), .caseField(let term, _), .not(let term), .isKnown(let term), .isCase(let term, _),
            .like(let term, _), .textLength(let term), .plainText(let term), .rescale(let term, _), .negate(let term),
            .round(let term, _, _), .bounded(let term), .part(_, let term), .edge(_, let term):
            [term]
        case .orElse(let left, let right), .compare(_, let left, let right), .equal(let left, let right),
            .memberOf(let left, let right), .text(_, let left, let right), .add(let left, let right),
            .subtract(let left, let right), .multiply(let left, let right), .divide(let left, let right),
            .localPart(_, let left, let right), .isWorkingDay(let left, let right),
            .rollToWorkingDay(let left, _, let right), .quantifier(_, _, let left, let right):
            [left, right]
        case .conditional(let a, let b, let c), .atTime(let a, let b, let c): [a, b, c]
        case .shift(let shift):
            [shift.amount, shift.anchor] + [shift.calendar, shift.zone, shift.pauses].compactMap(\.self)
        case .between(let between):
            [between.start, between.end] + [between.calendar, between.pauses].compactMap(\.self)
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
        texts.flatMap(\.segments).compactMap { segment in
            if case .hole(let term) = segment { term } else { nil }
        }
    }
}

extension Conclusion {
    /// Its terms, in the order in which they are worked out.
    var terms: [Term] {
        [value].compactMap(\.self) + actions.flatMap { $0.arguments.compactMap(\.self) } + (because?.holes ?? [])
    }
}
