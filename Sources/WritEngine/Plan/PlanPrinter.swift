import WritSemantics
import WritValues

/// Writes a plan for people: what `writ dump --stage plan` shows.
///
/// Places of values have the names of facts, params and decisions where they have one, and numbers otherwise (`%12`);
/// constants show their value, jumps the number of the instruction they go to.
public struct PlanPrinter {
    private let plan: Plan
    private var names: [Int32: String] = [:]

    /// The names of facts and params are the model's.
    public init(_ plan: Plan, model: CheckedModel) {
        self.plan = plan
        for (place, fact) in zip(plan.facts, model.facts) { name(place, fact.heading.name) }
        for (param, declared) in zip(plan.params, model.params) { name(param.place, declared.heading.name) }
        for decision in plan.decisions {
            name(decision.result, decision.name)
            for (number, parameter) in decision.parameters.enumerated() {
                name(parameter, "\(decision.name).\(number)")
            }
        }
        for constant in plan.constants { names[constant.slot] = text(constant) }
        for (number, list) in plan.constantLists.enumerated() { name(list.place, "constant.\(number)") }
    }

    /// The whole plan.
    public func text() -> String {
        var lines = [summary]
        for block in plan.blocks {
            lines.append("")
            lines.append("\(block.name):")
            lines += (block.start..<block.end).map { "  \(padded($0))  \(line(plan.code[Int($0)]))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var summary: String {
        "plan \(plan.name): \(plan.slots.count) slots, \(plan.code.count) instructions in \(plan.blocks.count) blocks, "
            + "\(plan.texts.count) texts"
    }

    /// A record's fields and a variant's are named by their number in the whole.
    private mutating func name(_ place: Place, _ name: String) {
        names[place.slot] = name
        for offset in 1..<max(1, plan.shapes[place.shape].width) {
            names[place.slot + Int32(offset)] = "\(name)+\(offset)"
        }
    }

    private func text(_ constant: ConstantSlot) -> String {
        guard case .value(let shape) = plan.slots[Int(constant.slot)] else { return "%\(constant.slot)" }
        switch plan.shapes[shape].kind {
        case .boolean: return constant.value.boolean ? "true" : "false"
        case .count(let scale): return DecimalText.print(count: constant.value.count, scale: scale, minimumDecimals: 0)
        case .text, .zone: return "\"\(plan.texts[constant.value.tag])\""
        case .variant, .calendar: return "case \(constant.value.tag)"
        default: return "%\(constant.slot)"
        }
    }

    private func padded(_ number: Int32) -> String {
        let digits = String(number)
        return String(repeating: " ", count: max(0, 4 - digits.count)) + digits
    }

    private func line(_ instruction: Instruction) -> String {
        let parts = zip(instruction.operands, instruction.opcode.signature).compactMap { operand, role in
            text(operand, role)
        }
        return ([name(instruction.opcode)] + parts).joined(separator: " ")
    }

    /// `decideLessOrEqual` is written `decide-less-or-equal`.
    private func name(_ opcode: Opcode) -> String {
        String(describing: opcode).reduce(into: "") { name, letter in
            name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
        }
    }

    private func text(_ operand: Int32, _ role: OperandRole) -> String? {
        switch role {
        case .unused: nil
        case .read, .write, .change: names[operand] ?? "%\(operand)"
        case .accumulator: "?\(operand)"
        case .cursor, .mark: "@\(operand)"
        case .target, .back: "-> \(operand)"
        case .block: "[\(plan.blocks[Int(operand)].name)]"
        case .flag: "flag \(operand)"
        case .site: nil
        case .shape: "as \(plan.shapes[operand].description)"
        case .width: operand == 1 ? nil : "x\(operand)"
        case .mask:
            "{"
                + (0..<64).filter { plan.masks[Int(operand)] >> UInt64($0) & 1 != 0 }.map(String.init).joined(
                    separator: " ") + "}"
        case .caseTable:
            "{" + plan.caseTables[Int(operand)].map { "\($0.caseIndex)+\($0.offset)" }.joined(separator: " ") + "}"
        case .rounding: text(plan.roundings[Int(operand)])
        case .comparison: plan.comparisons[Int(operand)].relation.rawValue
        case .pattern: "\"\(plan.patterns[Int(operand)].text)\""
        case .message: "message \(operand)"
        case .shift: text(plan.shifts[Int(operand)])
        case .between: text(plan.betweens[Int(operand)])
        case .decision: plan.decisions[Int(operand)].name
        case .rule: "rule \(operand)"
        case .exponent: "e\(operand)"
        case .below, .number: "#\(operand)"
        }
    }

    private func text(_ rounding: Rounding) -> String {
        let unit = DecimalText.print(count: rounding.unit, scale: rounding.unitScale, minimumDecimals: 0)
        return "to \(unit) \(rounding.mode.rawValue)"
    }

    private func slot(_ slot: Int32) -> String { names[slot] ?? "%\(slot)" }

    private func text(_ shift: ShiftPlan) -> String {
        let further = [shift.calendar, shift.zone, shift.pauses?.list].compactMap(\.self).map { " " + slot($0) }
            .joined()
        return "\(shift.kind) \(slot(shift.amount)) \(shift.isBefore ? "before" : "after") \(slot(shift.anchor))"
            + further
    }

    private func text(_ between: BetweenPlan) -> String {
        let further = [between.calendar, between.pauses?.list].compactMap(\.self).map { " " + slot($0) }.joined()
        return "\(between.kind) \(slot(between.start)) \(slot(between.end))" + further
    }
}

extension Shape {
    /// The kind in a word.
    var description: String {
        switch kind {
        case .boolean: "boolean"
        case .count(let scale): scale == 0 ? "count" : "count(\(scale))"
        case .text: "text"
        case .zone: "zone"
        case .calendar: "calendar"
        case .message: "message"
        case .quotient: "quotient"
        case .variant: "variant"
        case .record: "record"
        case .list: "list"
        }
    }
}
