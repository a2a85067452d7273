import WritSemantics
import WritValues

/// All that changes while the machine runs: the slots with their states, the arena, the causes. One frame serves one
/// case after another, of one plan; it is not shared.
///
/// The slots are not cleared between cases: no verified plan of a checked model reads one that it has not set. What a
/// slot holds is used as an index only after a look at its bounds.
public struct Frame: ~Copyable {
    public let plan: VerifiedPlan
    let tables: PlanTables
    let slots: Cells
    let flags: UnsafeMutablePointer<Bool>
    let returns: UnsafeMutablePointer<Int32>
    let runs: UnsafeMutablePointer<DecisionRun>
    var depth = 0
    var arena = Arena()
    var causes = CauseTable()
    var texts: TextPool
    var messages: [RenderedMessage] = []
    var notes: [RuleNote] = []
    /// How often something was worked out that is kept for the case.
    var kept = 0

    // What belongs to the case itself, so that the rest can be forgotten.
    var givenParams: [Int32] = []
    var loadedArena = 0
    var loadedCauses = CauseTable.Mark()
    var loadedMessages = 0

    /// A frame for the plan's cases; it holds no case yet.
    public init(_ plan: VerifiedPlan) {
        self.plan = plan
        tables = plan.tables
        slots = Cells.allocate(plan.plan.slots.count)
        flags = .allocate(capacity: plan.plan.flagCount + 1)
        flags.initialize(repeating: false, count: plan.plan.flagCount + 1)
        returns = .allocate(capacity: plan.callDepth + 1)
        returns.initialize(repeating: 0, count: plan.callDepth + 1)
        runs = .allocate(capacity: plan.plan.decisions.count + 1)
        runs.initialize(repeating: DecisionRun(), count: plan.plan.decisions.count + 1)
        texts = TextPool(plan.plan.texts)
        for constant in plan.plan.constants { slots.values[Int(constant.slot)] = constant.value }
    }

    deinit {
        slots.deallocate()
        flags.deallocate()
        returns.deallocate()
        runs.deallocate()
    }

    /// Forgets the case, keeps the memory.
    mutating func reset() {
        flags.update(repeating: false, count: tables.flagCount)
        arena.removeAll()
        causes.removeAll()
        texts.removeAll()
        if !messages.isEmpty { messages.removeAll(keepingCapacity: true) }
        notes.removeAll(keepingCapacity: true)
        givenParams.removeAll(keepingCapacity: true)
        depth = 0
    }

    /// Forgets what was worked out about the case, and keeps the case: the next decision starts afresh.
    public mutating func forget() {
        flags.update(repeating: false, count: tables.flagCount)
        for flag in givenParams { flags[Int(flag)] = true }
        arena.truncate(to: loadedArena)
        causes.truncate(to: loadedCauses)
        if messages.count > loadedMessages { messages.removeSubrange(loadedMessages...) }
        if !notes.isEmpty { notes.removeAll(keepingCapacity: true) }
        depth = 0
    }

    func cells(_ slot: Int32) -> Cells { slots.advanced(by: Int(slot)) }
}
