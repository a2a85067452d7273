import WritSemantics
import WritValues

/// Where a condition leads.
struct BranchTargets {
    var yes: Int32
    var no: Int32
    var unknown: Int32

    var swapped: BranchTargets { BranchTargets(yes: no, no: yes, unknown: unknown) }
    /// Whether it does not matter what the condition is.
    var areAlike: Bool { yes == no && no == unknown }
}

extension BranchCompiler {
    /// The node at which a condition begins.
    ///
    /// A conjunction's operands after an unknown one are a second row of the same tests, which lead to unknown where the
    /// first would lead to yes; a disjunction's likewise. Where two targets are alike one row does.
    ///
    /// Where there is an obstacle the case is the machine's, if it gets there.
    mutating func condition(_ term: Term, _ targets: BranchTargets) throws(Obstacle) -> Label {
        if targets.areAlike { return targets.yes }
        do { return try test(term, targets) } catch { return try obstacle(error) }
    }

    private mutating func test(_ term: Term, _ targets: BranchTargets) throws(Obstacle) -> Label {
        switch term.kind {
        case .not(let inner): return try condition(inner, targets.swapped)
        case .and(let terms): return try conjunction(terms, targets)
        case .or(let terms): return try disjunction(terms, targets)
        case .constant(.boolean(let truth)): return truth ? targets.yes : targets.no
        case .conditional(let condition, let then, let otherwise):
            let yes = try self.condition(then, targets)
            let no = try self.condition(otherwise, targets)
            return try self.condition(condition, BranchTargets(yes: yes, no: no, unknown: targets.unknown))
        case .isKnown(let inner): return try known(inner, targets)
        case .isCase(let variant, let index):
            return try range(of: variant, Int64(index)...Int64(index), targets)
        case .compare(let ordering, let left, let right): return try comparison(ordering, left, right, targets)
        case .equal(let left, let right): return try equality(left, right, targets)
        case .memberOf(let sought, let list): return try membership(sought, list, targets)
        case .quantifier(let quantifier, let local, let list, let body):
            return try self.quantifier(quantifier, local, list, body, targets)
        case .text(let test, let text, let part): return try self.text(test, text, part, targets)
        case .like(let text, let pattern):
            return try value(text) { compiler, place throws(Obstacle) in
                compiler.patterns.append(pattern)
                return try compiler.test(.like, place, low: Int64(compiler.patterns.count - 1), targets)
            }
        case .define(let id, let arguments):
            if let body = try inlined(id, arguments) {
                return try inline(body, id, arguments) { compiler throws(Obstacle) in
                    try compiler.condition(body, targets)
                }
            }
            return try range(of: term, 1...1, targets)
        default:
            if case .boolean(let truth)? = constantDatum(term) { return truth ? targets.yes : targets.no }
            return try range(of: term, 1...1, targets)
        }
    }

    private mutating func conjunction(_ terms: [Term], _ targets: BranchTargets) throws(Obstacle) -> Label {
        // After an unknown operand a conjunction is no longer true.
        var (next, nextOpen) = (targets.yes, targets.unknown)
        let ranges = terms.map { range(of: $0) }
        for (index, term) in terms.enumerated().reversed() {
            let open = try condition(term, BranchTargets(yes: nextOpen, no: targets.no, unknown: nextOpen))
            if next == nextOpen {
                next = open
            } else {
                // Here all operands before are true, which may answer the tests that come next.
                let known = ranges[..<index].compactMap(\.self)
                let no = follow(targets.no, knowing: known, butNot: ranges[index])
                next = try condition(term, BranchTargets(yes: next, no: no, unknown: nextOpen))
            }
            nextOpen = open
        }
        return next
    }

    private mutating func disjunction(_ terms: [Term], _ targets: BranchTargets) throws(Obstacle) -> Label {
        var (next, nextOpen) = (targets.no, targets.unknown)
        for term in terms.reversed() {
            let open = try condition(term, BranchTargets(yes: targets.yes, no: nextOpen, unknown: nextOpen))
            next =
                next == nextOpen
                ? open : try condition(term, BranchTargets(yes: targets.yes, no: next, unknown: nextOpen))
            nextOpen = open
        }
        return next
    }

    // MARK: Tests

    mutating func test(
        _ op: BranchOp, _ a: CellPlace, and b: CellPlace? = nil, low: Int64 = 0, high: Int64 = 0,
        _ targets: BranchTargets
    ) throws(Obstacle) -> Label {
        let b = b ?? CellPlace(base: .temporary, index: 0)
        return try emit(
            BranchNode(
                op: op, aBase: a.base, bBase: b.base, a: a.index, b: b.index, yes: targets.yes, no: targets.no,
                unknown: targets.unknown, low: low, high: high))
    }

    mutating func range(
        _ place: CellPlace, _ range: ClosedRange<Int64>, _ targets: BranchTargets
    ) throws(Obstacle) -> Label {
        let node = BranchNode(
            op: place.base == .fact ? .rangeOfFact : .range, aBase: place.base, a: place.index, yes: targets.yes,
            no: targets.no, unknown: targets.unknown, low: range.lowerBound, high: range.upperBound)
        return try emit(threaded(node))
    }

    mutating func range(
        of term: Term, _ range: ClosedRange<Int64>, _ targets: BranchTargets
    ) throws(Obstacle) -> Label {
        try value(term) { compiler, place throws(Obstacle) in try compiler.range(place, range, targets) }
    }

    private mutating func known(_ term: Term, _ targets: BranchTargets) throws(Obstacle) -> Label {
        if term.type == .boolean {
            switch term.kind {
            case .fact, .field, .local, .caseField: break
            default:
                return try condition(
                    term, BranchTargets(yes: targets.yes, no: targets.yes, unknown: targets.no))
            }
        }
        return try value(term) { compiler, place throws(Obstacle) in
            try compiler.test(
                .isKnown, place, BranchTargets(yes: targets.yes, no: targets.no, unknown: targets.no))
        }
    }

    // MARK: Comparison

    private mutating func comparison(
        _ ordering: Term.Ordering, _ left: Term, _ right: Term, _ targets: BranchTargets
    ) throws(Obstacle) -> Label {
        guard left.type.isQuantity, right.type.isQuantity, left.type.scale == right.type.scale else {
            return try scaled(.init(rawValue: ordering.rawValue)!, left, right, targets)
        }
        if let bound = constantCell(right) {
            guard let range = ordering.range(bound) else { return try never(left, targets) }
            if let label = try difference(left, range, targets) { return label }
            return try self.range(of: left, range, targets)
        }
        if let bound = constantCell(left) {
            guard let range = ordering.turned.range(bound) else { return try never(right, targets) }
            return try self.range(of: right, range, targets)
        }
        if let label = try days(ordering, left, right, targets) { return label }
        return try value(left) { compiler, left throws(Obstacle) in
            try compiler.value(right) { compiler, right throws(Obstacle) in
                switch ordering {
                case .less: try compiler.test(.less, left, and: right, targets)
                case .lessOrEqual: try compiler.test(.lessOrEqual, left, and: right, targets)
                case .greater: try compiler.test(.less, right, and: left, targets)
                case .greaterOrEqual: try compiler.test(.lessOrEqual, right, and: left, targets)
                }
            }
        }
    }

    /// No value is beyond the last: known is no.
    private mutating func never(_ term: Term, _ targets: BranchTargets) throws(Obstacle) -> Label {
        try known(term, BranchTargets(yes: targets.no, no: targets.unknown, unknown: targets.unknown))
    }

    /// The days between two dates are compared without being kept.
    private mutating func difference(
        _ term: Term, _ range: ClosedRange<Int64>, _ targets: BranchTargets
    ) throws(Obstacle) -> Label? {
        guard case .between(let between) = term.kind, between.kind == .days else { return nil }
        return try value(between.start) { compiler, start throws(Obstacle) in
            try compiler.value(between.end) { compiler, end throws(Obstacle) in
                try compiler.test(
                    .rangeOfDifference, start, and: end, low: range.lowerBound, high: range.upperBound, targets)
            }
        }
    }

    /// A date compared with some days after or before another is one test of the days between them.
    private mutating func days(
        _ ordering: Term.Ordering, _ left: Term, _ right: Term, _ targets: BranchTargets
    ) throws(Obstacle) -> Label? {
        guard let (shift, days) = daysMoved(right) else {
            return daysMoved(left) == nil ? nil : try self.days(ordering.turned, right, left, targets)
        }
        // Where both are moved, the other is worked out.
        guard let range = ordering.range(days) else { return nil }
        return try value(left) { compiler, date throws(Obstacle) in
            try compiler.value(shift.anchor) { compiler, anchor throws(Obstacle) in
                try compiler.emit(
                    BranchNode(
                        op: .rangeOfDays, aBase: anchor.base, bBase: date.base, a: anchor.index, b: date.index,
                        c: Int32(days), yes: targets.yes, no: targets.no, unknown: targets.unknown,
                        low: range.lowerBound, high: range.upperBound))
            }
        }
    }

    private mutating func scaled(
        _ relation: ScaledComparison.Relation, _ left: Term, _ right: Term, _ targets: BranchTargets
    ) throws(Obstacle) -> Label {
        try ratio(left) { compiler, left throws(Obstacle) in
            try compiler.ratio(right) { compiler, right throws(Obstacle) in
                compiler.comparisons.append(BranchComparison(relation: relation, left: left, right: right))
                let place = CellPlace(base: .temporary, index: 0)
                return try compiler.test(.compare, place, low: Int64(compiler.comparisons.count - 1), targets)
            }
        }
    }

    private mutating func equality(
        _ left: Term, _ right: Term, _ targets: BranchTargets
    ) throws(Obstacle) -> Label {
        if let index = right.fieldlessCase {
            // Of a variant with fields the tag alone is compared: the case has none.
            return try range(of: left, Int64(index)...Int64(index), targets)
        }
        switch left.type {
        case .number, .money, .date, .time, .instant, .amount, .quotient:
            guard left.type.isQuantity, right.type.isQuantity, left.type.scale == right.type.scale else {
                return try scaled(.equal, left, right, targets)
            }
        case .boolean, .text, .zone, .calendar: break
        case .variant(let id) where model[id].isEnumeration: break
        case .record, .variant, .list: return try equalParts(left, right, targets)
        case .message, .poison: throw Obstacle("equality of messages")
        }
        if let cell = constantCell(right) { return try range(of: left, cell...cell, targets) }
        if let cell = constantCell(left) { return try range(of: right, cell...cell, targets) }
        return try value(left) { compiler, left throws(Obstacle) in
            try compiler.value(right) { compiler, right throws(Obstacle) in
                try compiler.test(.equal, left, and: right, targets)
            }
        }
    }

    /// Values with parts are compared part by part by one node.
    private mutating func equalParts(
        _ left: Term, _ right: Term, _ targets: BranchTargets
    ) throws(Obstacle) -> Label {
        try value(left) { compiler, first throws(Obstacle) in
            try compiler.value(right) { compiler, second throws(Obstacle) in
                compiler.typePairs.append(BranchTypePair(left: left.type, right: right.type))
                return try compiler.test(
                    .equalParts, first, and: second, low: Int64(compiler.typePairs.count - 1), targets)
            }
        }
    }

    private mutating func membership(
        _ sought: Term, _ list: Term, _ targets: BranchTargets
    ) throws(Obstacle) -> Label {
        let written =
            list.writtenElements
            ?? constantDatum(list).flatMap { Term(.constant($0), list.type, list.location).writtenElements }
        guard let elements = written, elements.count <= 256 else { return try element(sought, list, targets) }
        if elements.isEmpty { return targets.no }
        let cases = elements.compactMap(\.fieldlessCase)
        if cases.count == elements.count, cases.allSatisfy({ $0 < 64 }) {
            let mask = cases.reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1) }
            let (first, last) = (mask.trailingZeroBitCount, 63 - mask.leadingZeroBitCount)
            if last - first + 1 == mask.nonzeroBitCount {
                return try range(of: sought, Int64(first)...Int64(last), targets)
            }
            return try value(sought) { compiler, place throws(Obstacle) in
                try compiler.test(.mask, place, low: Int64(bitPattern: mask), targets)
            }
        }
        return try bound(sought) { compiler, once throws(Obstacle) in
            try compiler.condition(
                Term(
                    .or(elements.map { Term(.equal(once, $0), .boolean, sought.location) }), .boolean, sought.location),
                targets)
        }
    }

    /// Whether any element is the value.
    private mutating func element(_ sought: Term, _ list: Term, _ targets: BranchTargets) throws(Obstacle) -> Label {
        guard case .list(let type) = list.type else { throw Obstacle("a list") }
        return try bound(sought) { compiler, once throws(Obstacle) in
            let local = LocalID(compiler.model.localCount + compiler.syntheticLocals)
            compiler.syntheticLocals += 1
            let equal = Term(.equal(once, Term(.local(local), type, list.location)), .boolean, list.location)
            return try compiler.quantifier(.any, local, list, equal, targets)
        }
    }

    private mutating func text(
        _ test: Term.TextTest, _ text: Term, _ part: Term, _ targets: BranchTargets
    ) throws(Obstacle) -> Label {
        try value(text) { compiler, text throws(Obstacle) in
            try compiler.value(part) { compiler, part throws(Obstacle) in
                compiler.textTests.append(test)
                return try compiler.test(
                    .textTest, text, and: part, low: Int64(compiler.textTests.count - 1), targets)
            }
        }
    }

    // MARK: Lists

    /// `any` is a disjunction of the bodies, `every` a conjunction, `no` a conjunction of their negations.
    private mutating func quantifier(
        _ quantifier: Term.Quantifier, _ local: LocalID, _ list: Term, _ body: Term, _ targets: BranchTargets
    ) throws(Obstacle) -> Label {
        if let label = try wholeQuantifier(quantifier, local, list, body, targets) { return label }
        // Found: an element that decides. Not found: yes for `every` and `no`.
        let found = quantifier == .any ? targets.yes : targets.no
        let exhausted = quantifier == .any ? targets.no : targets.yes
        let isOpen = temporary()
        let end = try range(isOpen, 0...0, BranchTargets(yes: exhausted, no: targets.unknown, unknown: targets.unknown))
        let begin = try loop(local, list, done: end, unknown: targets.unknown) { compiler, next throws(Obstacle) in
            let open = try compiler.set(isOpen, 1, next: next)
            let truths = BranchTargets(yes: found, no: next, unknown: open)
            return try compiler.condition(body, quantifier == .every ? truths.swapped : truths)
        }
        return try set(isOpen, 0, next: begin)
    }
}

extension Term.Ordering {
    /// The values that stand so to a bound; nil when none does.
    func range(_ bound: Int64) -> ClosedRange<Int64>? {
        let (least, most) = (CaseRow.unknown + 1, Int64.max)
        return switch self {
        case .less: bound > least ? least...bound - 1 : nil
        case .lessOrEqual: bound >= least ? least...bound : nil
        case .greater: bound < most ? bound + 1...most : nil
        case .greaterOrEqual: max(bound, least)...most
        }
    }

    /// With left and right exchanged.
    fileprivate var turned: Term.Ordering {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}
