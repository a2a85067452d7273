import WritSemantics
import WritValues

/// Conclusions: whether they are known, and whether they agree.
extension Frame {
    /// A part that must be known adds its causes to the conclusion's.
    mutating func require(_ i: Instruction) {
        require(i.c, at: cells(i.b), isOptional: i.d == 1, Int(plan.conclusionStates[Int(i.a)]))
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

    /// The places of a conclusion's value and arguments.
    private func places(_ decision: Int, _ number: Int32) -> [Place] {
        let conclusion = plan.plan.decisions[decision].conclusion(Int(number))
        return (conclusion.value.map { [$0] } ?? []) + conclusion.actions.flatMap { $0.arguments.compactMap(\.self) }
    }

    mutating func takeSnapshot(_ decision: Int, _ number: Int32) {
        let places = places(decision, number)
        let start = arena.reserve(places.reduce(0) { $0 + plan.plan.shapes[$1.shape].width })
        runs[decision].snapshot = start
        var position = start
        for place in places {
            let width = plan.plan.shapes[place.shape].width
            arena.cells(at: position).copy(from: cells(place.slot), count: width)
            position += width
        }
    }

    /// The outcome is the value that was kept.
    mutating func restoreSnapshot(_ decision: Int, _ number: Int32) {
        let decisionPlan = plan.plan.decisions[decision]
        runs[decision].phase = .done
        guard let value = decisionPlan.conclusion(Int(number)).value else { return }
        let width = plan.plan.shapes[value.shape].width
        cells(decisionPlan.result.slot).copy(from: arena.cells(at: runs[decision].snapshot), count: width)
    }

    /// Whether the conclusion that was worked out last is the kept one: the same value and actions, with no unknown part.
    mutating func agreesWithSnapshot(_ decision: Int, _ number: Int32) -> Bool {
        let decisionPlan = plan.plan.decisions[decision]
        let reached = runs[decision].reached
        guard haveSameActions(decisionPlan.conclusion(Int(reached)), decisionPlan.conclusion(Int(number))) else { return false }
        var position = runs[decision].snapshot
        for (kept, place) in zip(places(decision, reached), places(decision, number)) {
            let cells = arena.cells(at: position)
            guard case .equal = equality(cells, kept.shape, self.cells(place.slot), place.shape),
                !hasUnknownHole(kept.shape, at: cells)
            else { return false }
            position += plan.plan.shapes[kept.shape].width
        }
        return true
    }

    private func haveSameActions(_ left: ConclusionPlan, _ right: ConclusionPlan) -> Bool {
        left.actions.count == right.actions.count
            && zip(left.actions, right.actions).allSatisfy { left, right in
                left.action == right.action
                    && left.arguments.map { $0 == nil } == right.arguments.map { $0 == nil }
            }
    }

    /// Whether a message in a value that is otherwise known shows something unknown.
    private func hasUnknownHole(_ shape: ShapeID, at cells: Cells) -> Bool {
        plan.hasMessages[Int(shape)] && datum(shape, at: cells).hasUnknownPart
    }
}
