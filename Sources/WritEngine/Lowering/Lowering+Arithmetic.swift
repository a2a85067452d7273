import WritSemantics
import WritValues

extension Lowering {
    mutating func arithmetic(_ term: Term, into slot: Int32) {
        switch term.kind {
        case .rescale(let operand, let scale):
            let value = value(operand)
            emit(.rescale, a: slot, b: value, c: Int32(scale - operand.type.scale), e: site(term, operand.type))
        case .negate(let operand):
            let value = value(operand)
            emit(.negate, a: slot, b: value, e: site(term, operand.type))
        case .add(let left, let right): binary(.add, left, right, term, into: slot)
        case .subtract(let left, let right): binary(.subtract, left, right, term, into: slot)
        case .multiply(let left, let right): multiply(left, right, term, into: slot)
        case .divide(let left, let right):
            let values = (value(left), value(right))
            let scales = Int32(left.type.scale * 64 + right.type.scale)
            emit(.divide, a: slot, b: values.0, c: values.1, d: scales, e: site(term, left.type, right.type))
        case .round(let operand, let unit, let mode): round(operand, unit, mode, term, into: slot)
        case .extreme(let extreme, let operands): self.extreme(extreme, operands, into: slot)
        case .bounded(let operand): bounded(operand, term, into: slot)
        default: preconditionFailure("not arithmetic")
        }
    }

    private mutating func binary(_ opcode: Opcode, _ left: Term, _ right: Term, _ term: Term, into slot: Int32) {
        let values = (value(left), value(right))
        emit(opcode, a: slot, b: values.0, c: values.1, e: site(term, left.type, right.type))
    }

    /// The product of an amount of time with a number that has decimals is brought back to whole units.
    private mutating func multiply(_ left: Term, _ right: Term, _ term: Term, into slot: Int32) {
        let isNarrow = isNarrow(left) && isNarrow(right)
        let scale = left.type.scale + right.type.scale
        guard case .amount = term.type, scale > 0 else {
            return binary(isNarrow ? .multiplyNarrow : .multiply, left, right, term, into: slot)
        }
        binary(isNarrow ? .multiplyNarrow : .multiply, left, right, term, into: slot)
        let rounding = rounding(Rounding(unit: 1, unitScale: 0, scale: scale, mode: .halfUp))
        emit(.round, a: slot, b: slot, c: rounding, e: plan.code[plan.code.count - 1].e)
    }

    private mutating func rounding(_ rounding: Rounding) -> Int32 {
        if let known = plan.roundings.firstIndex(of: rounding) { return Int32(known) }
        plan.roundings.append(rounding)
        return Int32(plan.roundings.count - 1)
    }

    private mutating func round(_ operand: Term, _ unit: Int128, _ mode: RoundingMode, _ term: Term, into slot: Int32) {
        let value = value(operand)
        let isQuotient = plan.shapes[shape(operand.type)].kind == .quotient
        let rounding = rounding(Rounding(unit: unit, unitScale: term.type.scale, scale: operand.type.scale, mode: mode))
        emit(isQuotient ? .roundQuotient : .round, a: slot, b: value, c: rounding, e: site(term, operand.type))
    }

    private mutating func extreme(_ extreme: Term.Extreme, _ operands: [Term], into slot: Int32) {
        let opcode: Opcode = extreme == .least ? .least : .greatest
        // The operands may read what the slot will hold only after they are all worked out.
        let values = operands.map { value($0) }
        if values.count == 1 { return copy(to: slot, from: values[0], shape(operands[0].type)) }
        emit(opcode, a: slot, b: values[0], c: values[1])
        for next in values.dropFirst(2) { emit(opcode, a: slot, b: slot, c: next) }
    }

    /// Only a count can be out of bounds.
    private mutating func bounded(_ operand: Term, _ term: Term, into slot: Int32) {
        guard operand.type.isQuantity else { return value(operand, into: slot) }
        let value = value(operand)
        emit(.bounded, a: slot, b: value, e: site(term, operand.type))
    }

    // MARK: Comparison as a value

    mutating func comparison(_ term: Term, into slot: Int32) { condition(term, into: slot) }

    /// The comparisons that no instruction decides at once.
    mutating func compareInRegister(_ term: Term, into slot: Int32) {
        switch term.kind {
        case .compare(let ordering, let left, let right):
            scaled(ScaledComparison.Relation(rawValue: ordering.rawValue)!, left, right, into: slot)
        case .equal(let left, let right) where !left.type.isWhole:
            scaled(.equal, left, right, into: slot)
        case .equal(let left, let right):
            let values = (value(left), value(right))
            emit(.equal, a: slot, b: values.0, c: values.1, d: shape(left.type), e: shape(right.type))
        case .memberOf(let sought, let list):
            let values = (value(sought), value(list))
            emit(.memberOf, a: slot, b: values.0, c: values.1, d: shape(sought.type), e: shape(list.type))
        default: preconditionFailure("not a comparison")
        }
    }

    private mutating func scaled(_ relation: ScaledComparison.Relation, _ left: Term, _ right: Term, into slot: Int32) {
        let values = (value(left), value(right))
        let comparison = ScaledComparison(
            relation: relation, leftScale: left.type.countScale, rightScale: right.type.countScale)
        emit(.compare, a: slot, b: values.0, c: values.1, d: index(of: comparison))
    }

    mutating func index(of comparison: ScaledComparison) -> Int32 {
        if let known = plan.comparisons.firstIndex(of: comparison) { return Int32(known) }
        plan.comparisons.append(comparison)
        return Int32(plan.comparisons.count - 1)
    }
}

extension WritType {
    /// The decimals of a quantity; nil for a quotient.
    var countScale: Int? { if case .quotient = self { nil } else { scale } }

    /// Whether equality goes by parts, or by anything but a number.
    var isWhole: Bool { if case .quotient = self { false } else { !isQuantity } }
}
