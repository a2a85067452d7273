import WritSemantics

/// A plan that `PlanVerifier` has found sound. The machine runs nothing else.
///
/// It keeps the tables of the machine's loop in memory of their own, where they are read without looking at bounds.
public final class VerifiedPlan: Sendable {
    public let plan: Plan
    /// How many calls may be open at once.
    public let callDepth: Int

    nonisolated(unsafe) let code: UnsafePointer<Instruction>
    nonisolated(unsafe) let starts: UnsafePointer<Int32>
    nonisolated(unsafe) let masks: UnsafePointer<UInt64>
    nonisolated(unsafe) let conclusionStates: UnsafePointer<Int32>
    nonisolated(unsafe) let isScalar: UnsafePointer<Bool>
    nonisolated(unsafe) let hasMessages: UnsafePointer<Bool>

    init(_ plan: Plan, callDepth: Int) {
        self.plan = plan
        self.callDepth = callDepth
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

extension VerifiedPlan {
    /// The most steps that making a decision can take when no list is longer than `listLength`; `Int.max` when that is more than can be
    /// counted.
    public func stepBound(_ decision: DecisionID, listLength: Int) -> Int {
        var bounds: [Int] = []
        for block in plan.blocks { bounds.append(stepBound(of: block, listLength, bounds)) }
        return bounds[Int(plan.decisions[decision.index].block)]
    }

    private func stepBound(of block: Block, _ listLength: Int, _ bounds: [Int]) -> Int {
        var totals = [0]
        for place in block.start..<block.end {
            let instruction = plan.code[Int(place)]
            switch instruction.opcode {
            case .loopBegin: totals.append(0)
            case .loopNext:
                let body = totals.removeLast().adding(1)
                totals[totals.count - 1] = totals[totals.count - 1].adding(body.times(listLength))
            case .call: totals[totals.count - 1] = totals[totals.count - 1].adding(bounds[Int(instruction.a)])
            case .once: totals[totals.count - 1] = totals[totals.count - 1].adding(bounds[Int(instruction.b)])
            case .settle:
                for conclusion in plan.decisions[Int(instruction.a)].conclusions {
                    totals[totals.count - 1] = totals[totals.count - 1].adding(bounds[Int(conclusion.block)].adding(1))
                }
            default: break
            }
            totals[totals.count - 1] = totals[totals.count - 1].adding(1)
        }
        return totals[0]
    }
}

extension Int {
    fileprivate func adding(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    fileprivate func times(_ other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}
