import WritSemantics
import WritValues

extension Frame {
    /// Starts a loop with the first element; false when there is none. The cursor is the run of elements still to come.
    mutating func beginLoop(_ i: Instruction) -> Bool {
        let run = slots.values[Int(i.b)]
        if state(i.b) != 0 || run.length == 0 || !arena.holds(run, width: Int(i.e)) { return false }
        slots.values[Int(i.a)] = run
        return nextElement(i)
    }

    mutating func nextElement(_ i: Instruction) -> Bool {
        let run = slots.values[Int(i.a)]
        if run.length == 0 { return false }
        cells(i.c).copy(from: arena.cells(at: run.start), count: Int(i.e))
        slots.values[Int(i.a)] = Value(start: run.start + Int(i.e), count: run.length - 1)
        return true
    }

    /// What an iteration of a loop made is not needed after it, unless a define, a param or a decision was worked out in
    /// it for the first time: those are kept for the case.
    mutating func markArena(_ slot: Int) { slots.values[slot] = Value(start: arena.count, count: kept) }

    mutating func releaseArena(_ slot: Int) {
        let mark = slots.values[slot]
        if mark.length == kept { arena.truncate(to: mark.start) } else { markArena(slot) }
    }

    mutating func reserveLike(_ i: Instruction) {
        let run = slots.values[Int(i.b)]
        set(i.a, Value(start: arena.reserve(min(run.length, arena.count) * Int(i.e)), count: 0))
    }

    mutating func reserve(_ i: Instruction) {
        set(i.a, Value(start: arena.reserve(Int(i.b) * Int(i.e)), count: 0))
    }

    /// The room was reserved when the list was begun.
    mutating func append(_ i: Instruction) {
        let (run, width) = (slots.values[Int(i.a)], Int(i.e))
        let longer = Value(start: run.start, count: run.length + 1)
        guard run.length >= 0, arena.holds(longer, width: width) else { return }
        arena.cells(at: run.start + run.length * width).copy(from: cells(i.b), count: width)
        slots.values[Int(i.a)] = longer
    }

    /// The field of a variant in one of some cases.
    mutating func caseField(_ i: Instruction) {
        let base = cells(i.b)
        if base.states.pointee != 0 { return spread(base.states.pointee, i.d, at: cells(i.a)) }
        let tag = base.values.pointee.tag
        for place in plan.plan.caseTables[Int(i.c)] where place.caseIndex == tag {
            return cells(i.a).copy(from: base.advanced(by: place.offset), count: plan.plan.shapes[i.d].width)
        }
        nothing(i.a, AbsenceCode.otherCase, at: i.e)
        spread(state(i.a), i.d, at: cells(i.a))
    }
}
