import WritSemantics
import WritValues

extension Lowering {
    /// Runs `body` for each element of the list in a slot, the variable being bound to it. What jumps to the label
    /// given to `body` goes on with the next element. The list must be known.
    ///
    /// - Parameter made: the terms that `body` works out and of which nothing is left after an element but single values:
    ///   the lists made for them are given back.
    mutating func loop(
        over slot: Int32, _ list: Term, _ local: LocalID, making made: [Term?],
        _ body: (inout Lowering, Label) -> Void
    ) {
        guard case .list(let element) = plan.shapes[shape(list.type)].kind else { preconditionFailure("not a list") }
        if isKeptWhole(list) { narrowLocals.insert(local) }
        scoped { lowering in
            let cursor = lowering.control(.cursor)
            let variable = lowering.temporary(element)
            lowering.locals[local] = .place(variable)
            let (next, end) = (lowering.label(), lowering.label())
            let width = lowering.width(element)
            let mark = made.contains { $0?.makesLists ?? false } ? lowering.control(.mark) : nil
            if let mark { lowering.emit(.markArena, a: mark) }
            lowering.emit(.loopBegin, a: cursor, b: slot, c: variable, to: end, e: width)
            let start = Int32(lowering.plan.code.count)
            lowering.scoped { body(&$0, next) }
            lowering.mark(next)
            if let mark { lowering.emit(.releaseArena, a: mark) }
            lowering.emit(.loopNext, a: cursor, c: variable, d: start, e: width)
            lowering.mark(end)
        }
    }

    mutating func list(_ term: Term, into slot: Int32) {
        switch term.kind {
        case .count(let local, let list, let filter): count(local, list, filter, term, into: slot)
        case .aggregate(let aggregate, let local, let list, let filter, let value):
            switch aggregate {
            case .sum: sum(local, list, filter, value, term, into: slot)
            case .average: average(local, list, filter, value, term, into: slot)
            case .min, .max: extreme(aggregate == .max, local, list, filter, value, term, into: slot)
            }
        case .map(let local, let list, let filter, let value): map(local, list, filter, value, term, into: slot)
        case .first(let local, let list, let filter, let key, let descending):
            guard let key else { return first(local, list, filter, term, into: slot) }
            best(local, list, filter, key, descending, term, into: slot)
        default: preconditionFailure("not a list form")
        }
    }

    /// What a list form does when its list is unknown: the result is, too.
    private mutating func overKnown(
        _ list: Term, _ type: WritType, into slot: Int32, _ body: (inout Lowering, Int32) -> Void
    ) {
        let elements = value(list)
        let (isUnknown, end) = (label(), label())
        emit(.jumpIfUnknown, a: elements, to: isUnknown)
        scoped { body(&$0, elements) }
        emit(.jump, to: end)
        mark(isUnknown)
        emit(.spread, a: slot, b: elements, e: shape(type))
        mark(end)
    }

    /// Goes on only with an element that passes; an unknown filter adds to the state of `slot`.
    private mutating func pass(_ filter: Term?, joining slot: Int32, else next: Label) {
        guard let filter else { return }
        scoped { lowering in
            var group = lowering.group(isConjunction: true)
            group.exit = next
            lowering.operand(filter, in: group)
            lowering.emit(.endFilter, a: group.accumulator, b: slot, to: next)
        }
    }

    private mutating func zero(_ slot: Int32) {
        let zero = constant(.count(0), .integer)
        emit(.copy, a: slot, b: zero, e: 1)
    }

    private mutating func count(_ local: LocalID, _ list: Term, _ filter: Term?, _ term: Term, into slot: Int32) {
        overKnown(list, term.type, into: slot) { lowering, elements in
            lowering.zero(slot)
            lowering.loop(over: elements, list, local, making: [filter]) { lowering, next in
                lowering.pass(filter, joining: slot, else: next)
                lowering.emit(.increment, a: slot)
            }
        }
    }

    /// Adds up in `slot`; an overflow counts only when nothing is unknown.
    private mutating func total(
        _ local: LocalID, _ list: Term, _ elements: Int32, _ filter: Term?, _ value: Term, _ term: Term,
        into slot: Int32, counting number: Int32? = nil
    ) {
        let flaw = temporary(ShapeTable.boolean)
        zero(slot)
        emit(.setBoolean, a: flaw)
        let site = site(term, value.type, value.type)
        loop(over: elements, list, local, making: [filter, value]) { lowering, next in
            lowering.pass(filter, joining: slot, else: next)
            let value = lowering.value(value)
            lowering.emit(.accumulate, a: slot, b: value, c: flaw, e: site)
            if let number { lowering.emit(.increment, a: number) }
        }
        emit(.inherit, a: slot, b: flaw)
    }

    private mutating func sum(
        _ local: LocalID, _ list: Term, _ filter: Term?, _ value: Term, _ term: Term, into slot: Int32
    ) {
        overKnown(list, term.type, into: slot) { lowering, elements in
            lowering.total(local, list, elements, filter, value, term, into: slot)
        }
    }

    private mutating func average(
        _ local: LocalID, _ list: Term, _ filter: Term?, _ value: Term, _ term: Term, into slot: Int32
    ) {
        overKnown(list, term.type, into: slot) { lowering, elements in
            let total = lowering.temporary(ShapeTable.integer)
            let number = lowering.temporary(ShapeTable.integer)
            lowering.zero(number)
            lowering.total(local, list, elements, filter, value, term, into: total, counting: number)
            let (isUnknown, end) = (lowering.label(), lowering.label())
            lowering.emit(.jumpIfUnknown, a: total, to: isUnknown)
            let site = lowering.site(term, value.type, .integer)
            lowering.emit(.average, a: slot, b: total, c: number, d: Int32(value.type.scale * 64), e: site)
            lowering.emit(.jump, to: end)
            lowering.mark(isUnknown)
            lowering.emit(.spread, a: slot, b: total, e: lowering.shape(term.type))
            lowering.mark(end)
        }
    }

    private mutating func extreme(
        _ isGreatest: Bool, _ local: LocalID, _ list: Term, _ filter: Term?, _ value: Term, _ term: Term,
        into slot: Int32
    ) {
        overKnown(list, term.type, into: slot) { lowering, elements in
            let isFound = lowering.begin(slot)
            lowering.loop(over: elements, list, local, making: [filter, value]) { lowering, next in
                lowering.pass(filter, joining: slot, else: next)
                let value = lowering.value(value)
                lowering.emit(.join, a: slot, b: value)
                let instruction = lowering.emit(.keepBest, a: slot, b: value, c: isFound, d: isGreatest ? 1 : 0)
                lowering.labels.wait(next, for: instruction, .e)
            }
            lowering.orNothing(isFound, term, into: slot)
        }
    }

    /// A result that is known so far, and the boolean that says whether an element was found.
    private mutating func begin(_ slot: Int32) -> Int32 {
        let isFound = temporary(ShapeTable.boolean)
        emit(.setKnown, a: slot)
        emit(.setBoolean, a: isFound)
        return isFound
    }

    /// What is unknown stays so; where no element was found there is nothing.
    private mutating func orNothing(_ isFound: Int32, _ term: Term, into slot: Int32) {
        let end = label()
        scoped { lowering in
            let shape = lowering.shape(term.type)
            let isUnknown = lowering.label()
            lowering.emit(.jumpIfUnknown, a: slot, to: isUnknown)
            let group = Group(isConjunction: false, accumulator: lowering.control(.accumulator), exit: end)
            lowering.emit(.decideTrue, a: isFound, c: group.accumulator, to: end)
            lowering.emit(.absent, a: slot, b: AbsenceCode.noElement, c: lowering.site(term), e: shape)
            lowering.mark(isUnknown)
            lowering.emit(.spread, a: slot, b: slot, e: shape)
        }
        mark(end)
    }

    private mutating func map(
        _ local: LocalID, _ list: Term, _ filter: Term?, _ value: Term, _ term: Term, into slot: Int32
    ) {
        overKnown(list, term.type, into: slot) { lowering, elements in
            let width = lowering.width(lowering.shape(value.type))
            lowering.emit(.reserveLike, a: slot, b: elements, e: width)
            let holdsLists = lowering.plan.shapes.holdsLists(lowering.shape(value.type))
            lowering.loop(over: elements, list, local, making: holdsLists ? [] : [filter, value]) { lowering, next in
                lowering.pass(filter, joining: slot, else: next)
                let value = lowering.value(value)
                lowering.emit(.append, a: slot, b: value, e: width)
            }
        }
    }

    /// The first element that passes ends the loop; it is the answer when no earlier one was unknown.
    private mutating func first(_ local: LocalID, _ list: Term, _ filter: Term?, _ term: Term, into slot: Int32) {
        overKnown(list, term.type, into: slot) { lowering, elements in
            let isFound = lowering.begin(slot)
            let found = lowering.label()
            lowering.loop(over: elements, list, local, making: [filter]) { lowering, next in
                lowering.pass(filter, joining: slot, else: next)
                lowering.emit(.jumpIfUnknown, a: slot, to: found)
                lowering.copyVariable(local, term, into: slot)
                lowering.emit(.setBoolean, a: isFound, e: 1)
                lowering.emit(.jump, to: found)
            }
            lowering.mark(found)
            lowering.orOpen(isFound, term, into: slot)
        }
    }

    /// As `orNothing`, where the element found may itself be unknown.
    private mutating func orOpen(_ isFound: Int32, _ term: Term, into slot: Int32) {
        let end = label()
        scoped { lowering in
            let accumulator = lowering.control(.accumulator)
            lowering.emit(.decideTrue, a: isFound, c: accumulator, to: end)
            let shape = lowering.shape(term.type)
            let isUnknown = lowering.label()
            lowering.emit(.jumpIfUnknown, a: slot, to: isUnknown)
            lowering.emit(.absent, a: slot, b: AbsenceCode.noElement, c: lowering.site(term), e: shape)
            lowering.mark(isUnknown)
            lowering.emit(.spread, a: slot, b: slot, e: shape)
        }
        mark(end)
    }

    private mutating func copyVariable(_ local: LocalID, _ term: Term, into slot: Int32) {
        guard case .place(let variable) = locals[local] else { preconditionFailure("the variable is bound") }
        copy(to: slot, from: variable, shape(term.type))
    }

    /// The element with the least or greatest key, the earliest of equals. Causes gather beside it, for elements may
    /// be unknown.
    private mutating func best(
        _ local: LocalID, _ list: Term, _ filter: Term?, _ key: Term, _ isDescending: Bool, _ term: Term,
        into slot: Int32
    ) {
        overKnown(list, term.type, into: slot) { lowering, elements in
            let open = lowering.temporary(ShapeTable.boolean)
            let best = lowering.temporary(key.type)
            lowering.emit(.setBoolean, a: open)
            let isFound = lowering.begin(best)
            lowering.loop(over: elements, list, local, making: [filter, key]) { lowering, next in
                lowering.pass(filter, joining: open, else: next)
                let found = lowering.value(key)
                lowering.emit(.join, a: open, b: found)
                lowering.keep(found, best, isFound, key, isDescending, else: next)
                lowering.copyVariable(local, term, into: slot)
            }
            let (isKnown, end) = (lowering.label(), lowering.label())
            lowering.emit(.jumpIfKnown, a: open, to: isKnown)
            lowering.emit(.spread, a: slot, b: open, e: lowering.shape(term.type))
            lowering.emit(.jump, to: end)
            lowering.mark(isKnown)
            let accumulator = lowering.control(.accumulator)
            lowering.emit(.decideTrue, a: isFound, c: accumulator, to: end)
            lowering.emit(
                .absent, a: slot, b: AbsenceCode.noElement, c: lowering.site(term), e: lowering.shape(term.type))
            lowering.mark(end)
        }
    }

    /// Goes on with an element whose key is better than the best so far.
    private mutating func keep(
        _ found: Int32, _ best: Int32, _ isFound: Int32, _ key: Term, _ isDescending: Bool, else next: Label
    ) {
        guard case .quotient = key.type else {
            let instruction = emit(.keepBest, a: best, b: found, c: isFound, d: isDescending ? 1 : 0)
            return labels.wait(next, for: instruction, .e)
        }
        emit(.jumpIfUnknown, a: found, to: next)
        let (isBetter, isFirst) = (temporary(ShapeTable.boolean), label())
        let accumulator = control(.accumulator)
        emit(.decideFalse, a: isFound, c: accumulator, to: isFirst)
        let relation: ScaledComparison.Relation = isDescending ? .greater : .less
        emit(.compare, a: isBetter, b: found, c: best, d: index(of: ScaledComparison(relation: relation)))
        emit(.decideFalse, a: isBetter, c: accumulator, to: next)
        mark(isFirst)
        copy(to: best, from: found, shape(key.type))
        emit(.setBoolean, a: isFound, e: 1)
    }
}
