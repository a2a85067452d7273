import WritSemantics
import WritValues

/// What the rules of a decision said becomes one result.
///
/// `settle` is one instruction that runs again each time a conclusion which it asked for has been worked out: it
/// pushes its own place and goes to the conclusion's block. The phase in the decision's run says what it waited for.
/// So decisions that read decisions need no recursion, and a decision with nothing held passes through with one
/// conclusion.
extension Frame {
    mutating func enter(_ decision: Int) {
        runs[decision] = DecisionRun()
        runs[decision].firstNote = notes.count
    }

    mutating func note(_ decision: Int, _ rule: Int32, _ state: UInt32) {
        notes.append(RuleNote(rule: rule, state: state))
        if state == 0 { runs[decision].applyingCount += 1 } else { runs[decision].heldCount += 1 }
    }

    /// Where the machine goes on: at a conclusion's block, or after this instruction.
    @inline(__always)
    mutating func settle(_ decision: Int, isAsked: Bool, after place: Int) -> Int {
        let run = runs + decision
        let state = Int(tables.decisions[decision].conclusionState)
        // No notes and a conclusion that is known: by far the most decisions.
        if run.pointee.phase == .reached, run.pointee.heldCount | run.pointee.applyingCount == 0,
            slots.states[state] == 0, run.pointee.reached >= 0
        {
            determine(decision, run.pointee.reached)
            return place
        }
        return settleSlowly(decision, isAsked: isAsked, after: place)
    }

    @inline(never)
    private mutating func settleSlowly(_ decision: Int, isAsked: Bool, after place: Int) -> Int {
        while true {
            if let conclusion = step(decision) {
                push(place - 1)
                return Int(self.conclusion(decision, conclusion).start)
            }
            guard runs[decision].phase == .done else { continue }
            // Only of the decision asked for the notes are still needed.
            if !isAsked, notes.count > runs[decision].firstNote { notes.removeSubrange(runs[decision].firstNote...) }
            return place
        }
    }

    /// One step further: the number of a conclusion that must be worked out first, or nil.
    private mutating func step(_ decision: Int) -> Int32? {
        switch runs[decision].phase {
        case .trying: return begin(decision)
        case .reached: return afterReached(decision)
        case .held: return afterHeld(decision)
        case .applying: return afterApplying(decision)
        case .nothing: afterNothing(decision)
        case .open:
            runs[decision].phase = .undetermined
            return tables.decisions[decision].ruleCount + 1
        case .undetermined: afterUndetermined(decision)
        case .done: break
        }
        return nil
    }

    private func conclusionState(_ decision: Int) -> UInt32 { state(tables.decisions[decision].conclusionState) }

    private func conclusion(_ decision: Int, _ number: Int32) -> ConclusionTable {
        tables.conclusion(decision, number).pointee
    }

    private mutating func begin(_ decision: Int) -> Int32? {
        switch tables.decisions[decision].mode {
        case .first: return reach(runs[decision].reached, decision)
        case .unique:
            if runs[decision].applyingCount > 1 {
                severalRules(decision)
                return nil
            }
            return reach(noteRange(decision).first { notes[$0].state == 0 }.map { notes[$0].rule } ?? -1, decision)
        case .collect, .sum, .min, .max, .count:
            runs[decision].phase = .applying
            runs[decision].cursor = -1
            return nextApplying(decision)
        }
    }

    @inline(__always)
    private func noteRange(_ decision: Int) -> Range<Int> {
        let run = runs[decision]
        return run.firstNote..<run.firstNote + run.heldCount + run.applyingCount
    }

    func applyingNotes(_ decision: Int) -> [Int] { noteRange(decision).filter { notes[$0].state == 0 } }
    func heldNotes(_ decision: Int) -> [Int] { noteRange(decision).filter { notes[$0].state != 0 } }

    private mutating func severalRules(_ decision: Int) {
        let decisionPlan = plan.plan.decisions[decision]
        let names = applyingNotes(decision).map { decisionPlan.ruleNames[Int(notes[$0].rule)] }.joined(separator: ", ")
        let fault = Fault(.severalRules, at: decisionPlan.location, detail: names)
        runs[decision].reachedState = causes.add(.fault(fault))
        runs[decision].isContradictory = true
        open(decision, runs[decision].reachedState)
    }

    // MARK: First and unique

    /// The conclusion that the search came to: of a rule, or else of `otherwise`.
    private mutating func reach(_ rule: Int32, _ decision: Int) -> Int32? {
        runs[decision].phase = .reached
        if rule >= 0 || tables.decisions[decision].hasOtherwise {
            runs[decision].reached = rule >= 0 ? rule : tables.decisions[decision].ruleCount
            return runs[decision].reached
        }
        runs[decision].reached = -1
        noRule(decision)
        return nil
    }

    private mutating func noRule(_ decision: Int) {
        let decisionPlan = plan.plan.decisions[decision]
        var state: UInt32 = 0
        if runs[decision].heldCount == 0 {
            state = causes.add(.fault(Fault(.noRule, at: decisionPlan.location, detail: decisionPlan.name)))
        }
        set(decisionPlan.conclusionState, unknown: state)
    }

    private mutating func afterReached(_ decision: Int) -> Int32? {
        let run = runs[decision]
        let state = conclusionState(decision)
        runs[decision].reachedState = state
        if run.heldCount == 0 {
            if state == 0 { determine(decision, run.reached) } else { open(decision, state) }
            return nil
        }
        runs[decision].agrees = state == 0 && run.reached >= 0
        if runs[decision].agrees { takeSnapshot(decision, run.reached) }
        runs[decision].phase = .held
        runs[decision].cursor = run.firstNote - 1
        return nextHeld(decision)
    }

    private mutating func nextHeld(_ decision: Int) -> Int32? {
        let end = noteRange(decision).upperBound
        runs[decision].cursor += 1
        while runs[decision].cursor < end, notes[runs[decision].cursor].state == 0 { runs[decision].cursor += 1 }
        if runs[decision].cursor < end { return notes[runs[decision].cursor].rule }
        if runs[decision].agrees {
            restoreSnapshot(decision, runs[decision].reached)
        } else {
            open(decision, openState(decision))
        }
        return nil
    }

    private mutating func afterHeld(_ decision: Int) -> Int32? {
        let (run, state) = (runs[decision], conclusionState(decision))
        notes[run.cursor].conclusionState = state
        if state != 0 { runs[decision].agrees = false }
        if runs[decision].agrees { runs[decision].agrees = agreesWithSnapshot(decision, notes[run.cursor].rule) }
        return nextHeld(decision)
    }

    // MARK: All rules together

    private mutating func nextApplying(_ decision: Int) -> Int32? {
        let end = noteRange(decision).upperBound
        runs[decision].cursor = max(runs[decision].cursor + 1, runs[decision].firstNote)
        while runs[decision].cursor < end, notes[runs[decision].cursor].state != 0 { runs[decision].cursor += 1 }
        if runs[decision].cursor < end {
            if runs[decision].agrees { beginTotal(decision) }
            return notes[runs[decision].cursor].rule
        }
        let run = runs[decision]
        let state = openState(decision)
        if state != 0 {
            open(decision, state)
        } else if run.applyingCount == 0 {
            return ofNothing(decision)
        } else {
            finishTotal(decision)
        }
        return nil
    }

    /// `agrees` says that nothing was totalled yet; `snapshot` is where the values of the rules are kept, one after
    /// another.
    private mutating func beginTotal(_ decision: Int) {
        runs[decision].agrees = false
        let decisionPlan = plan.plan.decisions[decision]
        let width = max(1, decisionPlan.rules.map { $0.value.map { plan.plan.shapes[$0.shape].width } ?? 0 }.max() ?? 1)
        runs[decision].snapshot = arena.reserve(runs[decision].applyingCount * width)
        runs[decision].reached = 0
    }

    private mutating func afterApplying(_ decision: Int) -> Int32? {
        let (run, state) = (runs[decision], conclusionState(decision))
        notes[run.cursor].conclusionState = state
        let value = conclusion(decision, notes[run.cursor].rule)
        if state == 0, value.width > 0 {
            let width = Int(value.width)
            arena.cells(at: run.snapshot + Int(run.reached) * width).copy(from: cells(value.value), count: width)
        }
        runs[decision].reached += 1
        return nextApplying(decision)
    }

    private mutating func finishTotal(_ decision: Int) {
        let (run, decisionPlan) = (runs[decision], plan.plan.decisions[decision])
        let number = run.applyingCount
        let values = arena.cells(at: run.snapshot).values
        runs[decision].phase = .done
        switch decisionPlan.mode {
        case .collect: set(decisionPlan.result.slot, Value(start: run.snapshot, count: number))
        case .count: set(decisionPlan.result.slot, count: Int128(number))
        case .min: set(decisionPlan.result.slot, count: (0..<number).map { values[$0].count }.min()!)
        case .max: set(decisionPlan.result.slot, count: (0..<number).map { values[$0].count }.max()!)
        default:
            // The values are kept ones, so their total fits 128 bits.
            let total = (0..<number).reduce(Int128(0)) { $0 + values[$1].count }
            if Int64(exactly: total) != nil { return set(decisionPlan.result.slot, count: total) }
            let detail = FaultDetail.text(total, decisionPlan.type)
            runs[decision].reachedState = causes.add(
                .fault(Fault(.overflow, at: decisionPlan.location, detail: detail)))
            open(decision, runs[decision].reachedState)
        }
    }

    private mutating func ofNothing(_ decision: Int) -> Int32? {
        let decisionPlan = plan.plan.decisions[decision]
        if decisionPlan.otherwise != nil {
            runs[decision].phase = .nothing
            return Int32(decisionPlan.rules.count)
        }
        runs[decision].phase = .done
        switch decisionPlan.mode {
        case .collect: set(decisionPlan.result.slot, Value(start: 0, count: 0))
        case .sum, .count: set(decisionPlan.result.slot, count: 0)
        default:
            let fault = Fault(.noRule, at: decisionPlan.location, detail: decisionPlan.name)
            runs[decision].reachedState = causes.add(.fault(fault))
            open(decision, runs[decision].reachedState)
        }
        return nil
    }

    private mutating func afterNothing(_ decision: Int) {
        let decisionPlan = plan.plan.decisions[decision]
        let state = conclusionState(decision)
        runs[decision].reachedState = state
        if state != 0 { return open(decision, state) }
        runs[decision].reached = Int32(decisionPlan.rules.count)
        guard let value = decisionPlan.otherwise?.value else {
            runs[decision].phase = .done
            return set(decisionPlan.result.slot, count: 0)
        }
        if decisionPlan.mode != .collect || plan.plan.shapes.agree(value.shape, decisionPlan.result.shape) {
            return determine(decision, runs[decision].reached)
        }
        let width = plan.plan.shapes[value.shape].width
        let start = arena.reserve(width)
        arena.cells(at: start).copy(from: cells(value.slot), count: width)
        set(decisionPlan.result.slot, Value(start: start, count: 1))
        runs[decision].phase = .done
    }

    // MARK: The end

    /// The value of a conclusion, which has just been worked out, is the outcome.
    @inline(__always)
    private mutating func determine(_ decision: Int, _ number: Int32) {
        let (result, value) = (tables.decisions[decision].result.slot, conclusion(decision, number))
        runs[decision].phase = .done
        switch value.width {
        case 0: set(result, count: 0)
        case 1:
            slots.values[Int(result)] = slots.values[Int(value.value)]
            slots.states[Int(result)] = slots.states[Int(value.value)]
        default: cells(result).copy(from: cells(value.value), count: Int(value.width))
        }
    }

    /// Something is open; the decision may have a value for that.
    private mutating func open(_ decision: Int, _ state: UInt32) {
        runs[decision].state = state
        if causes.hasFault(state) || !tables.decisions[decision].hasUndetermined { return close(decision, state) }
        runs[decision].phase = .open
        runs[decision].status = .undetermined
    }

    private mutating func close(_ decision: Int, _ state: UInt32) {
        let result = tables.decisions[decision].result
        runs[decision].phase = .done
        runs[decision].state = state
        runs[decision].status = causes.hasFault(state) ? .faulted : .undetermined
        spread(state, result.shape, at: cells(result.slot))
    }

    private mutating func afterUndetermined(_ decision: Int) {
        let number = tables.decisions[decision].ruleCount + 1
        let state = conclusionState(decision)
        if state == 0 {
            runs[decision].isReplaced = true
            return determine(decision, number)
        }
        runs[decision].undeterminedState = state
        close(decision, causes.merge(runs[decision].state, state))
    }

    /// The causes of what is open: of the held conditions, in order, then of the conclusions.
    func openStates(_ decision: Int) -> [UInt32] {
        if runs[decision].isContradictory { return [runs[decision].reachedState] }
        let (run, isCollecting) = (runs[decision], tables.decisions[decision].mode.isCollecting)
        let conclusions = (isCollecting ? applyingNotes(decision) : heldNotes(decision)).map {
            notes[$0].conclusionState
        }
        let all = heldNotes(decision).map { notes[$0].state } + conclusions + [run.reachedState, run.undeterminedState]
        return all.filter { $0 != 0 }
    }

    /// All of `openStates` in one, without a list of them.
    private mutating func openState(_ decision: Int) -> UInt32 {
        let run = runs[decision]
        let isCollecting = tables.decisions[decision].mode.isCollecting
        var merged: UInt32 = 0
        for index in noteRange(decision) { merged = causes.merge(merged, notes[index].state) }
        for index in noteRange(decision) where (notes[index].state == 0) == isCollecting {
            merged = causes.merge(merged, notes[index].conclusionState)
        }
        return causes.merge(causes.merge(merged, run.reachedState), run.undeterminedState)
    }
}

extension Decision.Mode {
    var isCollecting: Bool { self != .first && self != .unique }
}
