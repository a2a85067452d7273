import WritSemantics

/// A plan that `PlanVerifier` has found sound. The machine runs nothing else.
public final class VerifiedPlan: Sendable {
    public let plan: Plan
    /// How many calls may be open at once.
    public let callDepth: Int
    nonisolated(unsafe) let tables: PlanTables

    init(_ plan: Plan, callDepth: Int) {
        self.plan = plan
        self.callDepth = callDepth
        tables = PlanTables(plan)
    }

    deinit { tables.deallocate() }

    /// The most steps that making a decision can take when no list is longer than `listLength`; `Int.max` when that
    /// is more than can be counted.
    public func stepBound(_ decision: DecisionID, listLength: Int) -> Int {
        StepBound(plan, listLength: listLength).ofBlocks[Int(plan.decisions[decision.index].block)]
    }
}
