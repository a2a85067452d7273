extension Term {
    /// Calls `visit` with each term directly below, in the order written.
    ///
    /// The one list of what a term holds. Models are walked many times over, and a table of ten thousand rows is half a million
    /// terms, so this makes no array.
    public func forEachOperand(_ visit: (Term) throws -> Void) rethrows {
        func visitAll(_ terms: Term?...) throws { for case let term? in terms { try visit(term) } }
        switch kind {
        case .constant, .fact, .param, .local: break
        case .define(_, let terms), .decision(_, let terms), .makeList(let terms), .and(let terms), .or(let terms),
            .extreme(_, let terms):
            for term in terms { try visit(term) }
        case .makeRecord(_, let terms), .makeCase(_, _, let terms):
            for case let term? in terms { try visit(term) }
        case .field(let term, _), .caseField(let term, _), .not(let term), .isKnown(let term), .isCase(let term, _),
            .like(let term, _), .textLength(let term), .plainText(let term), .rescale(let term, _), .negate(let term),
            .round(let term, _, _), .bounded(let term), .part(_, let term), .edge(_, let term):
            try visit(term)
        case .orElse(let left, let right), .compare(_, let left, let right), .equal(let left, let right),
            .memberOf(let left, let right), .text(_, let left, let right), .add(let left, let right),
            .subtract(let left, let right), .multiply(let left, let right), .divide(let left, let right),
            .localPart(_, let left, let right), .isWorkingDay(let left, let right),
            .rollToWorkingDay(let left, _, let right), .quantifier(_, _, let left, let right):
            try visit(left)
            try visit(right)
        case .conditional(let test, let first, let second), .atTime(let test, let first, let second):
            try visitAll(test, first, second)
        case .shift(let shift): try visitAll(shift.amount, shift.anchor, shift.calendar, shift.zone, shift.pauses)
        case .between(let between): try visitAll(between.start, between.end, between.calendar, between.pauses)
        case .count(_, let list, let filter): try visitAll(list, filter)
        case .aggregate(_, _, let list, let filter, let value), .map(_, let list, let filter, let value):
            try visitAll(list, filter, value)
        case .first(_, let list, let filter, let key, _): try visitAll(list, filter, key)
        case .message(let template): for term in template.holes { try visit(term) }
        }
    }

    /// The terms directly below, in the order written.
    public var operands: [Term] {
        var operands: [Term] = []
        forEachOperand { operands.append($0) }
        return operands
    }
}

extension MessageTemplate {
    /// What is shown in its texts, in order.
    public var holes: [Term] {
        texts.flatMap(\.segments).compactMap { if case .hole(let term) = $0 { term } else { nil } }
    }
}

extension Conclusion {
    /// Its terms, in the order in which they are worked out.
    public var terms: [Term] {
        var terms: [Term] = []
        forEachTerm { terms.append($0) }
        return terms
    }

    /// Calls `visit` with its terms, in the order in which they are worked out.
    public func forEachTerm(_ visit: (Term) -> Void) {
        if let value { visit(value) }
        for action in actions { for case let argument? in action.arguments { visit(argument) } }
        if let because { because.holes.forEach(visit) }
    }
}

extension Term {
    /// Whether it reads nothing but locals and constants, and calls nothing.
    var readsLocalsOnly: Bool {
        switch kind {
        case .constant, .local: return true
        case .fact, .param, .define, .decision: return false
        default:
            var isSo = true
            forEachOperand { isSo = isSo && $0.readsLocalsOnly }
            return isSo
        }
    }
}

extension Decision {
    /// Calls `visit` with every term that may read a fact or another declaration, rule by rule.
    public func forEachReadingTerm(_ visit: (Term) -> Void) {
        for column in columns { visit(column.value) }
        for index in rules.indices {
            if !rules[index].asksColumnsOnly { visit(rules[index].condition) }
            rules[index].conclusion.forEachTerm(visit)
        }
        otherwise?.forEachTerm(visit)
        undetermined?.forEachTerm(visit)
    }

    /// Calls `visit` with every term it holds, rule by rule.
    public func forEachTerm(_ visit: (Term) -> Void) {
        for column in columns { visit(column.value) }
        // By index: a rule is large, and copying one counts a dozen references.
        for index in rules.indices {
            visit(rules[index].condition)
            rules[index].conclusion.forEachTerm(visit)
        }
        otherwise?.forEachTerm(visit)
        undetermined?.forEachTerm(visit)
    }
}
