import WritSemantics

/// What the machine's loop and settling need of a plan, as trivial values in memory of their own: read without
/// looking at bounds, and without counting references, which taking a thing with names in it out of an array would do
/// on every decision.
struct PlanTables {
    let code: UnsafePointer<Instruction>
    /// The first instruction of each block.
    let starts: UnsafePointer<Int32>
    let masks: UnsafePointer<UInt64>
    let decisions: UnsafePointer<DecisionTable>
    let conclusions: UnsafePointer<ConclusionTable>
    /// The values and arguments of conclusions, one after another.
    let parts: UnsafePointer<Place>
    let shapes: UnsafePointer<ShapeTraits>
    let flagCount: Int

    init(_ plan: Plan) {
        code = Self.table(plan.code)
        starts = Self.table(plan.blocks.map(\.start))
        masks = Self.table(plan.masks)
        shapes = Self.table(plan.shapes.shapes.indices.map { plan.shapes.traits(ShapeID($0)) })
        flagCount = plan.flagCount
        var conclusions: [ConclusionTable] = []
        var parts: [Place] = []
        var actions: [[ActionOutline]: Int32] = [:]
        decisions = Self.table(
            plan.decisions.map { decision in
                let first = conclusions.count
                for conclusion in decision.rules.map(Optional.some) + [decision.otherwise, decision.undetermined] {
                    conclusions.append(plan.table(conclusion, &parts, &actions))
                }
                return decision.table(firstConclusion: first)
            })
        self.conclusions = Self.table(conclusions)
        self.parts = Self.table(parts)
    }

    func deallocate() {
        code.deallocate()
        starts.deallocate()
        masks.deallocate()
        decisions.deallocate()
        conclusions.deallocate()
        parts.deallocate()
        shapes.deallocate()
    }

    func conclusion(_ decision: Int, _ number: Int32) -> UnsafePointer<ConclusionTable> {
        conclusions + (decisions[decision].firstConclusion + Int(number))
    }

    /// A copy that never moves. Its elements are trivial, so nothing is left to deinitialize.
    private static func table<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
        let copy = UnsafeMutablePointer<Element>.allocate(capacity: elements.count + 1)
        copy.initialize(from: elements, count: elements.count)
        return UnsafePointer(copy)
    }
}

struct DecisionTable {
    var mode: Decision.Mode
    var ruleCount: Int32
    /// The place of its first conclusion in the table of all.
    var firstConclusion: Int
    var hasOtherwise: Bool
    var hasUndetermined: Bool
    var block: Int32
    var result: Place
    /// Where conclusions say why they are unknown.
    var conclusionState: Int32
    var parameterCount: Int
}

/// Of a conclusion that is not there, all is zero.
struct ConclusionTable {
    var start: Int32 = 0
    /// The slot of the value, and how many it has; none under `count`.
    var value: Int32 = 0
    var width: Int32 = 0
    /// The same for the same actions with the same arguments left out.
    var actions: Int32 = 0
    var firstPart = 0
    var partCount = 0
    /// How many slots all parts have together.
    var partWidth = 0
}

struct ShapeTraits {
    var width: Int
    /// Whether the first state says all.
    var isWithoutParts: Bool
    /// Whether values of this one shape are equal exactly when their first slots are.
    var isEqualByBits: Bool
    var holdsMessages: Bool
}

/// An action that a conclusion has, and which of its arguments it gives.
private struct ActionOutline: Hashable {
    var action: ActionID
    var given: [Bool]
}

extension DecisionPlan {
    fileprivate func table(firstConclusion: Int) -> DecisionTable {
        DecisionTable(
            mode: mode, ruleCount: Int32(rules.count), firstConclusion: firstConclusion, hasOtherwise: otherwise != nil,
            hasUndetermined: undetermined != nil, block: block, result: result, conclusionState: conclusionState,
            parameterCount: parameters.count)
    }
}

extension Plan {
    fileprivate func table(
        _ conclusion: ConclusionPlan?, _ parts: inout [Place], _ actions: inout [[ActionOutline]: Int32]
    ) -> ConclusionTable {
        guard let conclusion else { return ConclusionTable() }
        var table = ConclusionTable()
        table.start = blocks[Int(conclusion.block)].start
        table.value = conclusion.value?.slot ?? 0
        table.width = Int32(conclusion.value.map { shapes[$0.shape].width } ?? 0)
        let outlines = conclusion.actions.map {
            ActionOutline(action: $0.action, given: $0.arguments.map { $0 != nil })
        }
        table.actions = actions[outlines] ?? Int32(actions.count)
        actions[outlines] = table.actions
        let own = (conclusion.value.map { [$0] } ?? []) + conclusion.actions.flatMap { $0.arguments.compactMap(\.self) }
        table.firstPart = parts.count
        table.partCount = own.count
        table.partWidth = own.reduce(0) { $0 + shapes[$1.shape].width }
        parts += own
        return table
    }
}

extension ShapeTable {
    fileprivate func traits(_ id: ShapeID) -> ShapeTraits {
        let shape = self[id]
        let isPlain =
            switch shape.kind {
            case .record, .list, .message, .quotient: false
            default: shape.isWithoutParts
            }
        return ShapeTraits(
            width: shape.width, isWithoutParts: shape.isWithoutParts, isEqualByBits: isPlain,
            holdsMessages: holdsMessages(id))
    }
}
