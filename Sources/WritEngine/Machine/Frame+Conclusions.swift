import WritSemantics
import WritValues

/// Conclusions: whether they are known, and whether they agree.
extension Frame {
    /// A part that must be known adds its causes to the conclusion's.
    mutating func require(_ i: Instruction) {
        require(i.c, at: cells(i.b), isOptional: i.d == 1, Int(tables.decisions[Int(i.a)].conclusionState))
    }

    private mutating func require(_ shape: ShapeID, at cells: Cells, isOptional: Bool, _ conclusion: Int) {
        let state = cells.states.pointee
        if state != 0 {
            if !isOptional || causes.hasFault(state) { join(conclusion, state) }
            return
        }
        switch plan.plan.shapes[shape].kind {
        case .record(_, let fields): require(fields, at: cells, conclusion)
        case .variant(_, let cases):
            let tag = cells.values.pointee.tag
            if cases.indices.contains(tag) { require(cases[tag], at: cells, conclusion) }
        case .list(let element):
            let (run, width) = (cells.values.pointee, plan.plan.shapes[element].width)
            guard arena.holds(run, width: width) else { return }
            for index in 0..<run.length {
                require(element, at: arena.cells(at: run.start + index * width), isOptional: false, conclusion)
            }
        default: break
        }
    }

    private mutating func require(_ parts: [Shape.Part], at cells: Cells, _ conclusion: Int) {
        for part in parts {
            require(part.shape, at: cells.advanced(by: part.offset), isOptional: part.isOptional, conclusion)
        }
    }

    // MARK: Agreement

    mutating func takeSnapshot(_ decision: Int, _ number: Int32) {
        let conclusion = tables.conclusion(decision, number).pointee
        var position = arena.reserve(conclusion.partWidth)
        runs[decision].snapshot = position
        for part in 0..<conclusion.partCount {
            let place = tables.parts[conclusion.firstPart + part]
            let width = tables.shapes[Int(place.shape)].width
            arena.cells(at: position).copy(from: cells(place.slot), count: width)
            position += width
        }
    }

    /// The outcome is the value that was kept.
    mutating func restoreSnapshot(_ decision: Int, _ number: Int32) {
        let width = Int(tables.conclusion(decision, number).pointee.width)
        runs[decision].phase = .done
        if width == 0 { return }
        cells(tables.decisions[decision].result.slot).copy(from: arena.cells(at: runs[decision].snapshot), count: width)
    }

    /// Whether the conclusion that was worked out last is the kept one: the same value and actions, with no unknown
    /// part.
    mutating func agreesWithSnapshot(_ decision: Int, _ number: Int32) -> Bool {
        let kept = tables.conclusion(decision, runs[decision].reached).pointee
        let other = tables.conclusion(decision, number).pointee
        guard kept.actions == other.actions, kept.partCount == other.partCount else { return false }
        var position = runs[decision].snapshot
        for part in 0..<kept.partCount {
            let (place, found) = (tables.parts[kept.firstPart + part], tables.parts[other.firstPart + part])
            let cells = arena.cells(at: position)
            guard isEqual(cells, place.shape, self.cells(found.slot), found.shape) else { return false }
            position += tables.shapes[Int(place.shape)].width
        }
        return true
    }

    private mutating func isEqual(_ left: Cells, _ shape: ShapeID, _ right: Cells, _ other: ShapeID) -> Bool {
        let traits = tables.shapes[Int(shape)]
        if shape == other, traits.isEqualByBits {
            return left.states.pointee | right.states.pointee == 0 && left.values.pointee == right.values.pointee
        }
        guard case .equal = equality(left, shape, right, other) else { return false }
        // A message that shows something unknown agrees with nothing.
        return !traits.holdsMessages || !datum(shape, at: left).hasUnknownPart
    }
}
