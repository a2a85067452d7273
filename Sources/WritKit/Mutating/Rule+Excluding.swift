import WritSemantics
import WritSource

extension Rule {
    /// Whether both can be seen never to apply to one case: they ask one value for two cases of its type, or for a thing and
    /// its opposite, or for two ranges that do not meet. Then it does not matter which comes first.
    func excludes(_ other: Rule) -> Bool {
        condition.conjuncts.contains { mine in other.condition.conjuncts.contains { mine.excludes($0) } }
    }
}

extension Term {
    fileprivate func excludes(_ other: Term) -> Bool {
        switch (kind, other.kind) {
        case (.not(let operand), _) where operand.isSame(as: other): return true
        case (_, .not(let operand)) where operand.isSame(as: self): return true
        case (.compare(let mine, let left, let bound), .compare(let theirs, let right, let limit)):
            guard left.isSame(as: right), let bound = bound.knownCount, let limit = limit.knownCount else {
                return false
            }
            return Self.areApart(mine, bound, theirs, limit) || Self.areApart(theirs, limit, mine, bound)
        default:
            guard let mine = allowed, let theirs = other.allowed, mine.value.isSame(as: theirs.value) else {
                return false
            }
            return mine.values.isDisjoint(with: theirs.values)
        }
    }

    /// Whether what is below one bound is never above the other.
    private static func areApart(_ below: Ordering, _ bound: Int128, _ above: Ordering, _ limit: Int128) -> Bool {
        switch (below, above) {
        case (.lessOrEqual, .greaterOrEqual): bound < limit
        case (.less, .greater), (.less, .greaterOrEqual), (.lessOrEqual, .greater): bound <= limit
        default: false
        }
    }

    private var knownCount: Int128? {
        if case .constant(.count(let count)) = kind { count } else { nil }
    }

    /// The values that one value is asked for, any of them; a case with fields stands for itself without.
    private var allowed: (value: Term, values: Set<Datum>)? {
        switch kind {
        case .isCase(let value, let index): return (value, [.variant(index, [])])
        case .equal(let value, let other):
            guard case .constant(let datum) = other.kind else { return nil }
            if case .variant(let index, _) = datum { return (value, [.variant(index, [])]) }
            return (value, [datum])
        case .or(let operands):
            let parts = operands.map(\.allowed)
            guard let first = parts.first ?? nil, parts.allSatisfy({ $0?.value.isSame(as: first.value) == true })
            else { return nil }
            return (first.value, parts.reduce(into: []) { $0.formUnion($1!.values) })
        default: return nil
        }
    }

    /// Whether both read the same thing.
    fileprivate func isSame(as other: Term) -> Bool {
        switch (kind, other.kind) {
        case (.fact(let mine), .fact(let theirs)): return mine == theirs
        case (.local(let mine), .local(let theirs)): return mine == theirs
        case (.define(let mine, let left), .define(let theirs, let right)):
            return mine == theirs && left.isEmpty && right.isEmpty
        case (.rescale(let mine, _), .rescale(let theirs, _)), (.bounded(let mine), .bounded(let theirs)):
            return mine.isSame(as: theirs)
        case (.field(let mine, let index), .field(let theirs, let place)):
            return index == place && mine.isSame(as: theirs)
        case (.isKnown(let mine), .isKnown(let theirs)): return mine.isSame(as: theirs)
        case (.decision(let mine, let left), .decision(let theirs, let right)):
            return mine == theirs && left.isEmpty && right.isEmpty
        default: return false
        }
    }
}
