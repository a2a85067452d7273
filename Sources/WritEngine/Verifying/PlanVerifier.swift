import WritSemantics

/// Proves of a plan what the machine then takes for granted.
///
/// - Slots, tables, flags and blocks that an instruction names exist, and slots hold what it reads.
/// - Jumps go forwards within their block and not into a loop; a loop's end goes back to its own beginning, and
///   nobody else moves its cursor; blocks call earlier blocks only. So every run ends, after a number of steps known
///   here.
/// - The parts of decisions fit together: each is entered once, notes its own rules, settles at its end; its
///   conclusions have the shapes that its result takes.
///
/// What cannot be known before a case is there is looked at by the machine where it is used: numbers of texts and
/// messages, runs in the arena, cases of variants.
public struct PlanVerifier {
    let plan: Plan
    /// The block being looked at.
    var block = 0
    /// For each instruction of the block, the innermost loop around it.
    var loopAround: [Int: Loop] = [:]
    /// Which block, or the conclusions of which decision, moves a cursor.
    var cursorOwners: [Int32: Int32] = [:]

    struct Loop: Hashable {
        var begin: Int
        var end: Int
        var cursor: Int32
    }

    init(_ plan: Plan) { self.plan = plan }

    public static func verify(_ plan: Plan) throws(PlanFlaw) -> VerifiedPlan {
        var verifier = PlanVerifier(plan)
        try verifier.tables()
        try verifier.blocks()
        try verifier.decisions()
        return VerifiedPlan(plan, callDepth: verifier.callDepth())
    }

    func require(_ holds: Bool, _ kind: PlanFlaw.Kind, at place: Int? = nil, _ detail: String = "") throws(PlanFlaw) {
        if !holds { throw PlanFlaw(kind, at: place, detail) }
    }

    // MARK: Blocks

    private mutating func blocks() throws(PlanFlaw) {
        var start: Int32 = 0
        for index in plan.blocks.indices {
            let block = plan.blocks[index]
            try require(
                block.start == start && block.end > start && Int(block.end) <= plan.code.count, .blockOutOfPlace,
                at: nil, block.name)
            try require(plan.code[Int(block.end) - 1].opcode == .end, .blockOutOfPlace, at: Int(block.end) - 1)
            for place in block.parameters + block.results { try self.place(place) }
            if let decision = block.conclusionOf { try index32(decision, plan.decisions.count, nil) }
            self.block = index
            try findLoops()
            for place in Int(block.start)..<Int(block.end) { try instruction(plan.code[place], at: place) }
            start = block.end
        }
        try require(Int(start) == plan.code.count, .blockOutOfPlace)
    }

    /// Pairs the beginnings and ends of loops and finds the loop around each instruction.
    private mutating func findLoops() throws(PlanFlaw) {
        let block = plan.blocks[self.block]
        var open: [Int] = []
        var found: [Loop] = []
        for place in Int(block.start)..<Int(block.end) {
            let instruction = plan.code[place]
            if instruction.opcode == .loopBegin {
                try require(
                    !open.contains { plan.code[$0].a == instruction.a }, .brokenLoop, at: place, "its cursor is in use")
                let owner = block.conclusionOf.map { -1 - $0 } ?? Int32(self.block)
                try require(
                    cursorOwners[instruction.a, default: owner] == owner, .brokenLoop, at: place,
                    "its cursor is another's")
                cursorOwners[instruction.a] = owner
                open.append(place)
            } else if instruction.opcode == .loopNext {
                guard let begin = open.popLast() else { throw PlanFlaw(.brokenLoop, at: place, "no loop is open") }
                let head = plan.code[begin]
                try require(
                    instruction.a == head.a && instruction.c == head.c && instruction.e == head.e
                        && Int(instruction.d) == begin + 1 && Int(head.d) > place, .brokenLoop, at: place)
                found.append(Loop(begin: begin, end: place, cursor: head.a))
            }
        }
        try require(open.isEmpty, .brokenLoop, at: open.last)
        loopAround = [:]
        // Inner loops were found before outer ones.
        for loop in found {
            for place in loop.begin + 1...loop.end where loopAround[place] == nil { loopAround[place] = loop }
        }
    }

    /// A jump goes forwards, within the block, and into no loop.
    func jump(to target: Int32, at place: Int) throws(PlanFlaw) {
        let block = plan.blocks[self.block]
        try require(Int(target) > place && target < block.end, .jumpOutOfPlace, at: place)
        if let loop = loopAround[Int(target)] {
            try require(place > loop.begin && place <= loop.end, .jumpOutOfPlace, at: place, "into a loop")
        }
    }

    // MARK: Slots

    func index32(_ index: Int32, _ count: Int, _ place: Int?) throws(PlanFlaw) {
        try require(index >= 0 && Int(index) < count, .indexOutOfRange, at: place)
    }

    /// The shape of the value that starts in a slot.
    func shape(at slot: Int32, _ place: Int?) throws(PlanFlaw) -> ShapeID {
        try require(slot >= 0 && Int(slot) < plan.slots.count, .slotOutOfRange, at: place)
        guard case .value(let shape) = plan.slots[Int(slot)] else { throw PlanFlaw(.wrongSlotKind, at: place) }
        return shape
    }

    /// Slots that hold a value of a shape.
    func value(at slot: Int32, _ shape: ShapeID, _ place: Int?) throws(PlanFlaw) {
        try index32(shape, plan.shapes.shapes.count, place)
        let kinds = plan.shapes.slotKinds(of: shape)
        try require(slot >= 0 && Int(slot) + kinds.count <= plan.slots.count, .slotOutOfRange, at: place)
        for (offset, kind) in kinds.enumerated() {
            guard case .value(let expected) = kind, case .value(let found) = plan.slots[Int(slot) + offset],
                plan.shapes.agree(found, expected)
            else { throw PlanFlaw(.wrongSlotKind, at: place) }
        }
    }

    func place(_ place: Place) throws(PlanFlaw) { try value(at: place.slot, place.shape, nil) }

    func meets(_ shape: ShapeID, _ demand: SlotDemand) -> Bool {
        switch (plan.shapes[shape].kind, demand) {
        case (_, .any), (.boolean, .boolean), (.count, .count), (.text, .text), (.zone, .zone), (.calendar, .calendar),
            (.message, .message), (.quotient, .quotient), (.variant, .variant), (.record, .record), (.list, .list):
            true
        default: false
        }
    }

    // MARK: How long

    private func callDepth() -> Int {
        var depths: [Int] = []
        for block in plan.blocks { depths.append(1 + (callees(block).map { depths[Int($0)] }.max() ?? 0)) }
        return depths.max() ?? 0
    }

    private func callees(_ block: Block) -> [Int32] { plan.callees(of: block) }
}

extension Plan {
    /// The blocks that a block may start: those it calls, and the conclusions of a decision that it settles.
    func callees(of block: Block) -> [Int32] {
        var callees: [Int32] = []
        for instruction in code[Int(block.start)..<Int(block.end)] {
            switch instruction.opcode {
            case .call: callees.append(instruction.a)
            // A table's column is asked for by every row, one after another.
            case .once: if callees.last != instruction.b { callees.append(instruction.b) }
            case .settle: callees += decisions[Int(instruction.a)].conclusions.map(\.block)
            default: break
            }
        }
        return callees
    }
}
