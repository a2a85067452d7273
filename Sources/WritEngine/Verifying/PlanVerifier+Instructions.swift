import WritSemantics

extension PlanVerifier {
    func instruction(_ i: Instruction, at place: Int) throws(PlanFlaw) {
        for (operand, role) in zip(i.operands, i.opcode.signature) { try self.operand(operand, role, i, at: place) }
        try widths(i, at: place)
        try further(i, at: place)
    }

    private func operand(_ operand: Int32, _ role: OperandRole, _ i: Instruction, at place: Int) throws(PlanFlaw) {
        switch role {
        case .unused, .number: break
        case .read(let demand), .write(let demand), .change(let demand):
            let shape = try shape(at: operand, place)
            try require(meets(shape, demand), .wrongSlotKind, at: place)
            if demand == .quotient { try value(at: operand, shape, place) }
        case .accumulator: try control(operand, .accumulator, place)
        case .cursor: try control(operand, .cursor, place)
        case .mark: try control(operand, .mark, place)
        case .target: try jump(to: operand, at: place)
        case .back: break
        case .block:
            try require(operand >= 0 && Int(operand) < block, .callOutOfOrder, at: place)
            try require(plan.blocks[Int(operand)].conclusionOf == nil, .callOutOfOrder, at: place)
        case .flag: try index32(operand, plan.flagCount, place)
        case .site: try index32(operand, plan.sites.count, place)
        case .shape: try index32(operand, plan.shapes.shapes.count, place)
        case .width: try require(operand > 0, .indexOutOfRange, at: place)
        case .mask: try index32(operand, plan.masks.count, place)
        case .caseTable: try index32(operand, plan.caseTables.count, place)
        case .rounding: try index32(operand, plan.roundings.count, place)
        case .comparison: try index32(operand, plan.comparisons.count, place)
        case .pattern: try index32(operand, plan.patterns.count, place)
        case .message: try index32(operand, plan.messages.count, place)
        case .shift: try index32(operand, plan.shifts.count, place)
        case .between: try index32(operand, plan.betweens.count, place)
        case .decision: try index32(operand, plan.decisions.count, place)
        case .rule:
            try index32(i.b, plan.decisions.count, place)
            try index32(operand, plan.decisions[Int(i.b)].rules.count, place)
        case .exponent: try require((-38...38).contains(operand), .indexOutOfRange, at: place)
        case .below(let limit): try index32(operand, Int(limit), place)
        }
    }

    private func control(_ slot: Int32, _ kind: SlotKind, _ place: Int) throws(PlanFlaw) {
        try require(slot >= 0 && Int(slot) < plan.slots.count, .slotOutOfRange, at: place)
        try require(plan.slots[Int(slot)] == kind, .wrongSlotKind, at: place)
    }

    /// Operands that are several slots long.
    private func widths(_ i: Instruction, at place: Int) throws(PlanFlaw) {
        switch i.opcode {
        case .copy: try alike(i.a, i.b, i.e, place)
        case .spread, .absent: try value(at: i.a, i.e, place)
        case .fallBack:
            try value(at: i.a, i.e, place)
            try value(at: i.b, i.e, place)
        case .loopBegin: try element(of: i.b, at: i.c, i.e, place)
        case .append: try element(of: i.a, at: i.b, i.e, place)
        case .reserve, .reserveLike:
            try require(plan.shapes[try elementShape(i.a, place)].width == Int(i.e), .wrongSlotKind, at: place)
            if i.opcode == .reserve { try index32(i.b, plan.code.count, place) }
        case .equal:
            try value(at: i.b, i.d, place)
            try value(at: i.c, i.e, place)
            try require(plan.shapes.agree(i.d, i.e), .wrongSlotKind, at: place)
        case .memberOf:
            try value(at: i.b, i.d, place)
            try value(at: i.c, i.e, place)
            try require(plan.shapes.agree(try elementShape(i.c, place), i.d), .wrongSlotKind, at: place)
        case .require: try value(at: i.b, i.c, place)
        case .compare:
            let comparison = plan.comparisons[Int(i.d)]
            try compared(i.b, comparison.leftScale, place)
            try compared(i.c, comparison.rightScale, place)
        default: break
        }
    }

    private func compared(_ slot: Int32, _ scale: Int?, _ place: Int) throws(PlanFlaw) {
        let shape = try shape(at: slot, place)
        try require(meets(shape, scale == nil ? .quotient : .count), .wrongSlotKind, at: place)
        if scale == nil { try value(at: slot, shape, place) }
        try require((0...38).contains(scale ?? 0), .indexOutOfRange, at: place)
    }

    /// Two runs of slots that hold the same, one by one.
    private func alike(_ left: Int32, _ right: Int32, _ width: Int32, _ place: Int) throws(PlanFlaw) {
        for offset in 0..<width {
            let shapes = (try shape(at: left + offset, place), try shape(at: right + offset, place))
            try require(plan.shapes.agree(shapes.0, shapes.1), .wrongSlotKind, at: place)
        }
    }

    private func elementShape(_ list: Int32, _ place: Int) throws(PlanFlaw) -> ShapeID {
        guard case .list(let element) = plan.shapes[try shape(at: list, place)].kind else {
            throw PlanFlaw(.wrongSlotKind, at: place)
        }
        return element
    }

    private func element(of list: Int32, at slot: Int32, _ width: Int32, _ place: Int) throws(PlanFlaw) {
        let element = try elementShape(list, place)
        try require(plan.shapes[element].width == Int(width), .wrongSlotKind, at: place)
        try value(at: slot, element, place)
    }

    /// What the tables and decisions that an instruction names add.
    private func further(_ i: Instruction, at place: Int) throws(PlanFlaw) {
        switch i.opcode {
        case .setTag, .decideCase, .decideOtherCase:
            guard case .variant(_, let cases) = plan.shapes[try shape(at: i.a, place)].kind else { return }
            try index32(i.b, cases.count, place)
            if i.opcode == .setTag { try value(at: i.a, try shape(at: i.a, place), place) }
        case .setHeader: try value(at: i.a, try shape(at: i.a, place), place)
        case .caseField: try caseField(i, at: place)
        case .datePart:
            try require(meets(try shape(at: i.a, place), i.c == 3 ? .variant : .count), .wrongSlotKind, at: place)
        case .shift: try shift(plan.shifts[Int(i.b)], place)
        case .between: try between(plan.betweens[Int(i.b)], place)
        case .divide, .average: try require(i.d / 64 <= 38 && i.d % 64 <= 38, .indexOutOfRange, at: place)
        case .beginConclusion, .require: try require(plan.blocks[block].conclusionOf == i.a, .brokenDecision, at: place)
        case .enter, .settle: try require(Int(plan.decisions[Int(i.a)].block) == block, .brokenDecision, at: place)
        case .endRule, .noteRule:
            try require(
                Int(plan.decisions[Int(i.b)].block) == block && loopAround[place] == nil, .brokenDecision, at: place)
        default: break
        }
    }

    private func caseField(_ i: Instruction, at place: Int) throws(PlanFlaw) {
        try value(at: i.a, i.d, place)
        let variant = try shape(at: i.b, place)
        try value(at: i.b, variant, place)
        guard case .variant(_, let cases) = plan.shapes[variant].kind else { return }
        for field in plan.caseTables[Int(i.c)] {
            try require(cases.indices.contains(field.caseIndex), .brokenTable, at: place)
            let isThere = cases[field.caseIndex].contains {
                $0.offset == field.offset && $0.shape == field.shape && plan.shapes.agree($0.shape, i.d)
                    && plan.shapes[$0.shape].width == plan.shapes[i.d].width
            }
            try require(isThere, .brokenTable, at: place)
        }
    }

    private func slot(_ slot: Int32?, _ demand: SlotDemand, _ place: Int) throws(PlanFlaw) {
        guard let slot else { throw PlanFlaw(.brokenTable, at: place) }
        try require(meets(try shape(at: slot, place), demand), .wrongSlotKind, at: place)
    }

    private func shift(_ shift: ShiftPlan, _ place: Int) throws(PlanFlaw) {
        try slot(shift.amount, .count, place)
        try slot(shift.anchor, .count, place)
        if shift.calendar != nil || shift.kind == .workingDays || shift.kind == .workingTime {
            try slot(shift.calendar, .calendar, place)
            try require(!plan.calendars.isEmpty, .brokenTable, at: place)
        }
        if shift.zone != nil || (shift.isInstant && (shift.kind == .days || shift.kind == .months)) {
            try slot(shift.zone, .zone, place)
        }
        try pauses(shift.pauses, place)
    }

    private func between(_ between: BetweenPlan, _ place: Int) throws(PlanFlaw) {
        try slot(between.start, .count, place)
        try slot(between.end, .count, place)
        if between.calendar != nil || between.kind == .workingDays || between.kind == .workingTime {
            try slot(between.calendar, .calendar, place)
            try require(!plan.calendars.isEmpty, .brokenTable, at: place)
        }
        try pauses(between.pauses, place)
    }

    private func pauses(_ pauses: PausesPlan?, _ place: Int) throws(PlanFlaw) {
        guard let pauses else { return }
        let element = try elementShape(pauses.list, place)
        try require(plan.shapes.agree(element, pauses.element), .wrongSlotKind, at: place)
        let width = plan.shapes[element].width
        try require((0..<width).contains(pauses.from) && (0..<width).contains(pauses.until), .brokenTable, at: place)
    }
}
