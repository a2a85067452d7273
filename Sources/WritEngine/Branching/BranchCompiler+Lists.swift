import WritSemantics
import WritValues

extension BranchCompiler {
    /// A loop over a list; `body` makes an iteration of where the next begins.
    mutating func loop(
        _ local: LocalID, _ list: Term, done: Label, unknown: Label,
        _ body: (inout BranchCompiler, Label) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        guard case .list(let element) = list.type else { throw Obstacle("a list") }
        guard loopCount < CellBase.mostLoops else { throw Obstacle("too many loops") }
        let base = CellBase.element(loopCount)
        loopCount += 1
        let width = Int64(layout.width(of: element))
        return try value(list) { compiler, run throws(Obstacle) in
            let cursor = compiler.temporary()
            let next = try compiler.emit(
                BranchNode(op: .loopNext, bBase: base, a: cursor.index, b: 0, no: done, low: width))
            let outer = compiler.locals[local]
            compiler.locals[local] = .place(CellPlace(base: base, index: 0))
            defer { compiler.locals[local] = outer }
            let first = try body(&compiler, next)
            compiler.nodes[Int(next)].yes = first
            return try compiler.emit(
                BranchNode(
                    op: .loopBegin, aBase: run.base, bBase: base, a: run.index, b: cursor.index, yes: first, no: done,
                    unknown: unknown, low: width))
        }
    }

    /// Where the element of an open loop lies.
    private func element(_ local: LocalID) throws(Obstacle) -> CellPlace {
        guard case .place(let place) = locals[local] else { throw Obstacle("an element") }
        return place
    }

    /// An iteration over the elements that pass a filter.
    private mutating func passing(
        _ local: LocalID, _ list: Term, _ filter: Term?, done: Label, unknown: Label,
        _ body: (inout BranchCompiler, Label) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        try loop(local, list, done: done, unknown: unknown) { compiler, next throws(Obstacle) in
            let passed = try body(&compiler, next)
            guard let filter else { return passed }
            return try compiler.condition(filter, BranchTargets(yes: passed, no: next, unknown: unknown))
        }
    }

    mutating func list(_ term: Term, into place: CellPlace, next: Label) throws(Obstacle) -> Label {
        let width = layout.width(of: term.type)
        let unknown = try setUnknown(place, width: width, next: next)
        switch term.kind {
        case .count(let local, let list, let filter):
            if let label = try wholeCount(local, list, filter, into: place, next: next) { return label }
            // The place itself may be read by nobody before the end, so it counts.
            let one = constant(1)
            let loop = try passing(local, list, filter, done: next, unknown: unknown) {
                compiler, next throws(Obstacle) in
                try compiler.operation(.add, place, one, into: place, next: next)
            }
            return try set(place, 0, next: loop)
        case .aggregate(.sum, let local, let list, let filter, let value):
            if let label = try wholeSum(local, list, filter, value, into: place, next: next) { return label }
            let loop = try passing(local, list, filter, done: next, unknown: unknown) {
                compiler, next throws(Obstacle) in
                try compiler.known(value, unknown: unknown) { compiler, value throws(Obstacle) in
                    try compiler.operation(.add, place, value, into: place, next: next)
                }
            }
            return try set(place, 0, next: loop)
        case .aggregate(let aggregate, let local, let list, let filter, let value) where aggregate != .average:
            let op: BranchOp = aggregate == .min ? .least : .greatest
            let loop = try passing(local, list, filter, done: next, unknown: unknown) {
                compiler, next throws(Obstacle) in
                try compiler.known(value, unknown: unknown) { compiler, value throws(Obstacle) in
                    let first = try compiler.copy(value, to: place, width: 1, next: next)
                    let further = try compiler.operation(op, place, value, into: place, next: next)
                    return try compiler.test(.isKnown, place, BranchTargets(yes: further, no: first, unknown: first))
                }
            }
            return try set(place, CaseRow.unknown, next: loop)
        case .first(let local, let list, let filter, let key, let descending):
            if let key {
                return try best(local, list, filter, key, descending, width, into: place, next: next)
            }
            return try firstMatch(local, list, filter, width, into: place, next: next)
        case .map(let local, let list, let filter, let value):
            return try map(local, list, filter, value, into: place, next: next)
        case .makeList(let elements):
            guard case .list(let element) = term.type else { throw Obstacle("a list") }
            let width = layout.width(of: element)
            var label = next
            for element in elements.reversed() { label = try append(element, width, to: place, next: label) }
            return try emit(
                BranchNode(
                    op: .reserve, a: place.index, c: Int32(elements.count), yes: label, low: Int64(width)))
        default: throw Obstacle("a list form of this kind")
        }
    }

    /// The values of elements may be unknown; whether they belong to the list may not.
    private mutating func map(
        _ local: LocalID, _ list: Term, _ filter: Term?, _ value: Term, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        let width = layout.width(of: value.type)
        let unknown = try setUnknown(place, width: 1, next: next)
        return try self.value(list) { compiler, source throws(Obstacle) in
            let once = LocalID(compiler.model.localCount + compiler.syntheticLocals)
            compiler.syntheticLocals += 1
            compiler.locals[once] = .place(source)
            let same = Term(.local(once), list.type, list.location)
            let loop = try compiler.passing(local, same, filter, done: next, unknown: unknown) {
                compiler, next throws(Obstacle) in try compiler.append(value, width, to: place, next: next)
            }
            let reserve = try compiler.emit(
                BranchNode(
                    op: .reserveLike, bBase: source.base, a: place.index, b: source.index, yes: loop, low: Int64(width))
            )
            return try compiler.test(.isKnown, source, BranchTargets(yes: reserve, no: unknown, unknown: unknown))
        }
    }

    private mutating func append(
        _ term: Term, _ width: Int, to list: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        try value(term) { compiler, value throws(Obstacle) in
            try compiler.emit(
                BranchNode(
                    op: .append, bBase: value.base, a: list.index, b: value.index, yes: next, low: Int64(width)))
        }
    }

    /// The value's place where it is known; otherwise on to `unknown`.
    private mutating func known(
        _ term: Term, unknown: Label, _ use: (inout BranchCompiler, CellPlace) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        try value(term) { compiler, place throws(Obstacle) in
            let next = try use(&compiler, place)
            return try compiler.test(.isKnown, place, BranchTargets(yes: next, no: unknown, unknown: unknown))
        }
    }

    /// Elements that might match before the first that does leave it open which is first.
    private mutating func firstMatch(
        _ local: LocalID, _ list: Term, _ filter: Term?, _ width: Int, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        let isOpen = temporary()
        let nothing = try setUnknown(place, width: width, next: next)
        let loop = try loop(local, list, done: nothing, unknown: nothing) { compiler, iteration throws(Obstacle) in
            let copy = try compiler.copy(compiler.element(local), to: place, width: width, next: next)
            let found = try compiler.range(isOpen, 0...0, BranchTargets(yes: copy, no: nothing, unknown: nothing))
            guard let filter else { return found }
            let open = try compiler.set(isOpen, 1, next: iteration)
            return try compiler.condition(filter, BranchTargets(yes: found, no: iteration, unknown: open))
        }
        return try set(isOpen, 0, next: loop)
    }

    /// The earliest of those with the best key.
    private mutating func best(
        _ local: LocalID, _ list: Term, _ filter: Term?, _ key: Term, _ descending: Bool, _ width: Int,
        into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        guard key.type.isQuantity else { throw Obstacle("a key that is a quotient") }
        let best = temporary()
        let unknown = try setUnknown(place, width: width, next: next)
        let loop = try passing(local, list, filter, done: next, unknown: unknown) { compiler, next throws(Obstacle) in
            try compiler.known(key, unknown: unknown) { compiler, key throws(Obstacle) in
                let element = try compiler.copy(compiler.element(local), to: place, width: width, next: next)
                let better = try compiler.copy(key, to: best, width: 1, next: element)
                let targets = BranchTargets(yes: better, no: next, unknown: better)
                return descending
                    ? try compiler.test(.less, best, and: key, targets)
                    : try compiler.test(.less, key, and: best, targets)
            }
        }
        let begin = try set(best, CaseRow.unknown, next: loop)
        return try setUnknown(place, width: width, next: begin)
    }

    /// The total over the number; unknown when there is none.
    mutating func average(
        _ local: LocalID, _ list: Term, _ filter: Term?, _ term: Term,
        _ use: (inout BranchCompiler, BranchRatio) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        let (total, number, one) = (temporary(), temporary(), constant(1))
        let next = try use(&self, BranchRatio(numerator: total, scale: term.type.scale, divisor: number))
        let unknown = try set(total, CaseRow.unknown, next: next)
        let done = try range(number, 0...0, BranchTargets(yes: unknown, no: next, unknown: unknown))
        let loop = try passing(local, list, filter, done: done, unknown: unknown) { compiler, next throws(Obstacle) in
            try compiler.known(term, unknown: unknown) { compiler, value throws(Obstacle) in
                let count = try compiler.operation(.add, number, one, into: number, next: next)
                return try compiler.operation(.add, total, value, into: total, next: count)
            }
        }
        let zero = try set(number, 0, next: loop)
        return try set(total, 0, next: zero)
    }
}
