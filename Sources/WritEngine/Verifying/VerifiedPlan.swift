import WritSemantics

/// A plan that `PlanVerifier` has found sound. The machine runs nothing else.
///
/// It keeps the tables of the machine's loop in memory of their own, where they are read without looking at bounds.
public final class VerifiedPlan: Sendable {
    public let plan: Plan
    /// How many calls may be open at once.
    public let callDepth: Int
    /// No run takes more steps than this for a list of each loop's length 1; a loop's body counts once for each element.
    public let stepBound: Int

    nonisolated(unsafe) let code: UnsafePointer<Instruction>
    nonisolated(unsafe) let starts: UnsafePointer<Int32>
    nonisolated(unsafe) let masks: UnsafePointer<UInt64>
    nonisolated(unsafe) let conclusionStates: UnsafePointer<Int32>
    nonisolated(unsafe) let isScalar: UnsafePointer<Bool>
    nonisolated(unsafe) let hasMessages: UnsafePointer<Bool>

    init(_ plan: Plan, callDepth: Int, stepBound: Int) {
        self.plan = plan
        self.callDepth = callDepth
        self.stepBound = stepBound
        code = Self.table(plan.code)
        starts = Self.table(plan.blocks.map(\.start))
        masks = Self.table(plan.masks)
        conclusionStates = Self.table(plan.decisions.map(\.conclusionState))
        let shapes = plan.shapes
        isScalar = Self.table(shapes.shapes.map { $0.isScalar && !$0.isList })
        hasMessages = Self.table(shapes.shapes.indices.map { shapes.holdsMessages(ShapeID($0)) })
    }

    deinit {
        code.deallocate()
        starts.deallocate()
        masks.deallocate()
        conclusionStates.deallocate()
        isScalar.deallocate()
        hasMessages.deallocate()
    }

    /// A copy that never moves. Its elements are trivial, so nothing is left to deinitialize.
    private static func table<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
        let copy = UnsafeMutablePointer<Element>.allocate(capacity: elements.count + 1)
        copy.initialize(from: elements, count: elements.count)
        return UnsafePointer(copy)
    }
}
