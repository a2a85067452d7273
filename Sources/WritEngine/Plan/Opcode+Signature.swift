/// What an operand is. The verifier checks each against the plan's tables, and the printer writes each in its own way.
public enum OperandRole: Sendable, Hashable {
    case unused
    /// A slot that is read or written and what it must hold.
    case read(SlotDemand)
    case write(SlotDemand)
    /// A slot that is changed: it must hold a value before.
    case change(SlotDemand)
    case accumulator
    case cursor
    case mark
    /// The place of an instruction of the same block, further on.
    case target
    /// The place of an instruction of the same loop, before.
    case back
    case block, flag, site, shape, width, mask, caseTable, rounding, comparison, pattern, message, shift, between
    case decision, rule
    /// The exponent of a power of ten.
    case exponent
    /// Below the given number.
    case below(Int32)
    case number
}

/// What a slot must hold.
public enum SlotDemand: Sendable, Hashable {
    case boolean, count, text, zone, calendar, message, quotient, variant, record, list
    /// Anything that is a value.
    case any
}

extension Opcode {
    /// The roles of a to e.
    public var signature: [OperandRole] {
        switch self {
        case .jump: [.unused, .unused, .unused, .target, .unused]
        case .call: [.block, .unused, .unused, .unused, .unused]
        case .once: [.flag, .block, .below(2), .unused, .unused]
        case .end: [.unused, .unused, .unused, .unused, .unused]
        case .forget: [.flag, .unused, .unused, .unused, .unused]
        case .loopBegin: [.cursor, .read(.list), .write(.any), .target, .width]
        case .loopNext: [.cursor, .unused, .write(.any), .back, .width]
        case .markArena, .releaseArena: [.mark, .unused, .unused, .unused, .unused]
        case .jumpIfUnknown, .jumpIfKnown: [.read(.any), .unused, .unused, .target, .unused]
        case .decideTrue, .decideFalse: [.read(.boolean), .unused, .accumulator, .target, .unused]
        case .decideLess, .decideLessOrEqual, .decideGreater, .decideGreaterOrEqual, .decideWideLess,
            .decideWideLessOrEqual,
            .decideWideGreater, .decideWideGreaterOrEqual:
            [.read(.count), .read(.count), .accumulator, .target, .unused]
        case .decideEqual, .decideUnequal, .decideWideEqual, .decideWideUnequal:
            [.read(.any), .read(.any), .accumulator, .target, .unused]
        case .decideKnown, .decideUnknown: [.read(.any), .unused, .accumulator, .target, .unused]
        case .decideCase, .decideOtherCase: [.read(.variant), .number, .accumulator, .target, .unused]
        case .decideCaseIn, .decideCaseNotIn: [.read(.variant), .mask, .accumulator, .target, .unused]
        case .decide: [.unused, .unused, .accumulator, .target, .unused]
        case .joinAccumulator: [.read(.any), .unused, .accumulator, .unused, .unused]
        case .endGroup: [.accumulator, .unused, .accumulator, .target, .unused]
        case .endBoolean: [.write(.boolean), .accumulator, .unused, .unused, .below(2)]
        case .setBoolean: [.write(.boolean), .unused, .unused, .unused, .below(2)]
        case .endFilter: [.accumulator, .change(.any), .unused, .target, .unused]
        case .takeUnknown: [.accumulator, .write(.any), .unused, .target, .unused]
        case .copy: [.write(.any), .read(.any), .unused, .unused, .width]
        case .spread: [.write(.any), .read(.any), .unused, .unused, .shape]
        case .fallBack: [.change(.any), .read(.any), .unused, .unused, .shape]
        case .absent: [.write(.any), .below(4), .site, .unused, .shape]
        case .setHeader: [.write(.record), .unused, .unused, .unused, .unused]
        case .setTag: [.write(.variant), .number, .unused, .unused, .unused]
        case .caseField: [.write(.any), .read(.variant), .caseTable, .shape, .site]
        case .setKnown: [.write(.any), .unused, .unused, .unused, .unused]
        case .join, .inherit: [.change(.any), .read(.any), .unused, .unused, .unused]
        case .add, .subtract, .multiply, .multiplyNarrow:
            [.write(.count), .read(.count), .read(.count), .unused, .site]
        case .negate: [.write(.count), .read(.count), .unused, .unused, .site]
        case .rescale: [.write(.count), .read(.count), .exponent, .unused, .site]
        case .bounded: [.write(.count), .read(.count), .unused, .unused, .site]
        case .divide, .average: [.write(.quotient), .read(.count), .read(.count), .below(4096), .site]
        case .round: [.write(.count), .read(.count), .rounding, .unused, .site]
        case .roundQuotient: [.write(.count), .read(.quotient), .rounding, .unused, .site]
        case .least, .greatest: [.write(.count), .read(.count), .read(.count), .unused, .unused]
        case .compare: [.write(.boolean), .read(.any), .read(.any), .comparison, .unused]
        case .equal, .memberOf: [.write(.boolean), .read(.any), .read(.any), .shape, .shape]
        case .textTest: [.write(.boolean), .read(.text), .read(.text), .below(3), .unused]
        case .like: [.write(.boolean), .read(.text), .pattern, .unused, .unused]
        case .textLength: [.write(.count), .read(.text), .unused, .unused, .unused]
        case .plainText: [.write(.text), .read(.text), .unused, .unused, .unused]
        case .message: [.write(.message), .message, .unused, .unused, .unused]
        case .shift: [.write(.count), .shift, .unused, .unused, .site]
        case .between: [.write(.count), .between, .unused, .unused, .site]
        case .atTime: [.write(.count), .read(.count), .read(.count), .read(.zone), .site]
        case .datePart: [.write(.any), .read(.count), .below(5), .unused, .site]
        case .localPart: [.write(.count), .read(.count), .read(.zone), .below(2), .site]
        case .edge: [.write(.count), .read(.count), .below(4), .unused, .site]
        case .isWorkingDay: [.write(.boolean), .read(.count), .read(.calendar), .unused, .site]
        case .rollToWorkingDay: [.write(.count), .read(.count), .read(.calendar), .below(2), .site]
        case .reserveLike: [.write(.list), .read(.list), .unused, .unused, .width]
        case .reserve: [.write(.list), .number, .unused, .unused, .width]
        case .append: [.change(.list), .read(.any), .unused, .unused, .width]
        case .increment: [.change(.count), .unused, .unused, .unused, .unused]
        case .accumulate: [.change(.count), .read(.count), .change(.any), .unused, .site]
        case .keepBest: [.change(.count), .read(.count), .change(.boolean), .below(2), .target]
        case .enter, .settle, .beginConclusion: [.decision, .unused, .unused, .unused, .unused]
        case .endRule: [.accumulator, .decision, .rule, .target, .target]
        case .noteRule: [.accumulator, .decision, .rule, .unused, .unused]
        case .require: [.decision, .read(.any), .shape, .below(2), .unused]
        }
    }
}
