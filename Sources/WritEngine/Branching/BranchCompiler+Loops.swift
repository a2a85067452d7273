import WritSemantics

/// Loops that look at one or two cells of each element are one node.
extension BranchCompiler {
    /// A quantifier whose test is a range of a cell; nil for others.
    mutating func wholeQuantifier(
        _ quantifier: Term.Quantifier, _ local: LocalID, _ list: Term, _ body: Term, _ targets: BranchTargets
    ) throws(Obstacle) -> Label? {
        guard let element = element(of: list), let test = range(of: body, in: local) else { return nil }
        let targets = quantifier == .no ? targets.swapped : targets
        return try value(list) { compiler, run throws(Obstacle) in
            let number = compiler.add(
                BranchLoop(
                    list: run, width: element, first: test.place.index, low: test.range.lowerBound,
                    length: test.range.length))
            return try compiler.emit(
                BranchNode(
                    op: quantifier == .every ? .everyInRange : .anyInRange, yes: targets.yes, no: targets.no,
                    unknown: targets.unknown, low: number))
        }
    }

    /// How many elements have a cell in a range; nil for other filters.
    mutating func wholeCount(
        _ local: LocalID, _ list: Term, _ filter: Term?, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label? {
        guard let element = element(of: list), let filter, let test = range(of: filter, in: local) else { return nil }
        return try value(list) { compiler, run throws(Obstacle) in
            let loop = BranchLoop(
                list: run, width: element, first: test.place.index, filter: test.place.index,
                low: test.range.lowerBound, length: test.range.length)
            return try compiler.emit(
                BranchNode(op: .countInRange, a: place.index, yes: next, low: compiler.add(loop)))
        }
    }

    /// The sum of a cell, or of the product of two; nil for other sums.
    mutating func wholeSum(
        _ local: LocalID, _ list: Term, _ filter: Term?, _ term: Term, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label? {
        guard let element = element(of: list), let cells = factors(of: term, in: local) else { return nil }
        var loop = BranchLoop(
            list: place, width: element, first: cells.first.index, second: cells.second.map(\.index) ?? -1)
        if let filter {
            guard let test = range(of: filter, in: local) else { return nil }
            (loop.filter, loop.low, loop.length) = (test.place.index, test.range.lowerBound, test.range.length)
        }
        return try value(list) { compiler, run throws(Obstacle) in
            loop.list = run
            return try compiler.emit(BranchNode(op: .sumOfCells, a: place.index, yes: next, low: compiler.add(loop)))
        }
    }

    private mutating func add(_ loop: BranchLoop) -> Int64 {
        wholeLoops.append(loop)
        return Int64(wholeLoops.count - 1)
    }

    /// The width of a list's elements.
    private func element(of list: Term) -> Int32? {
        guard case .list(let element) = list.type else { return nil }
        return Int32(layout.width(of: element))
    }

    /// One or two cells of an element that a term is, or is the product of.
    private mutating func factors(of term: Term, in local: LocalID) -> (first: CellPlace, second: CellPlace?)? {
        switch term.kind {
        case .bounded(let operand): return factors(of: operand, in: local)
        case .rescale(let operand, let scale) where scale == operand.type.scale: return factors(of: operand, in: local)
        case .multiply(let left, let right):
            // An amount of time times a number with decimals is rounded.
            if case .amount = term.type, left.type.scale + right.type.scale > 0 { return nil }
            guard let first = cell(left, of: local), let second = cell(right, of: local) else { return nil }
            return (first, second)
        default: return cell(term, of: local).map { ($0, nil) }
        }
    }

    private mutating func cell(_ term: Term, of local: LocalID) -> CellPlace? {
        inElement(local) { compiler in compiler.place(of: term) }.flatMap { isOfElement($0) ? $0 : nil }
    }

    private mutating func range(of test: Term, in local: LocalID) -> CellRange? {
        inElement(local) { compiler in compiler.range(of: test) }.flatMap { isOfElement($0.place) ? $0 : nil }
    }

    /// What of the element, as if it lay at the next loop's.
    private mutating func inElement<Result>(
        _ local: LocalID, _ look: (inout BranchCompiler) -> Result?
    ) -> Result? {
        let outer = locals[local]
        locals[local] = .place(CellPlace(base: .element(loopCount), index: 0))
        defer { locals[local] = outer }
        return look(&self)
    }

    private func isOfElement(_ place: CellPlace) -> Bool { place.base == .element(loopCount) }
}

extension ClosedRange<Int64> {
    /// From its least to its greatest.
    fileprivate var length: UInt64 { UInt64(bitPattern: upperBound &- lowerBound) }
}
