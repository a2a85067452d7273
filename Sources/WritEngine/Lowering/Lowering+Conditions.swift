import WritSemantics
import WritValues

/// A conjunction or disjunction whose operands are being lowered. One operand may decide it; unknown ones gather
/// their causes.
struct Group {
    var isConjunction: Bool
    var accumulator: Int32
    /// Where the machine goes when an operand decides.
    var exit: Label
}

extension Lowering {
    /// A group of its own; its accumulator is free after the scope.
    mutating func group(isConjunction: Bool) -> Group {
        Group(isConjunction: isConjunction, accumulator: control(.accumulator), exit: label())
    }

    /// Lowers a boolean as an operand of a group: jumps to the group's exit when it decides, otherwise goes on.
    mutating func operand(_ term: Term, isNegated: Bool = false, in group: Group) {
        switch term.kind {
        case .not(let inner): operand(inner, isNegated: !isNegated, in: group)
        case .and(let terms): operands(terms, isConjunction: !isNegated, isNegated: isNegated, in: group)
        case .or(let terms): operands(terms, isConjunction: isNegated, isNegated: isNegated, in: group)
        case .constant(.boolean(let truth)):
            if (truth != isNegated) != group.isConjunction { emit(.decide, c: group.accumulator, to: group.exit) }
        default:
            scoped { lowering in lowering.test(term, decidesWhen: group.isConjunction == isNegated, in: group) }
        }
    }

    /// Operands of the same kind of group join it; others make a group of their own inside.
    private mutating func operands(_ terms: [Term], isConjunction: Bool, isNegated: Bool, in group: Group) {
        inner(isConjunction: isConjunction, in: group) { lowering, inner in
            for term in terms { lowering.operand(term, isNegated: isNegated, in: inner) }
        }
    }

    mutating func inner(isConjunction: Bool, in group: Group, _ body: (inout Lowering, Group) -> Void) {
        if isConjunction == group.isConjunction { return body(&self, group) }
        scoped { lowering in
            let inner = lowering.group(isConjunction: isConjunction)
            body(&lowering, inner)
            lowering.emit(.endGroup, a: inner.accumulator, c: group.accumulator, to: group.exit)
            lowering.mark(inner.exit)
        }
    }

    /// A single condition, which decides the group when its value is `truth`.
    private mutating func test(_ term: Term, decidesWhen truth: Bool, in group: Group) {
        switch term.kind {
        case .compare(let ordering, let left, let right) where isPlain(left, right):
            let slots = (value(left), value(right))
            let opcode = Self.opcode(truth ? ordering : ordering.negated, isNarrow: isNarrow(left) && isNarrow(right))
            emit(opcode, a: slots.0, b: slots.1, c: group.accumulator, to: group.exit)
        case .compare: testRegister(term, truth, group)
        case .equal(let left, let right): testEqual(left, right, term, truth, group)
        case .isKnown(let inner):
            emit(truth ? .decideKnown : .decideUnknown, a: value(inner), c: group.accumulator, to: group.exit)
        case .isCase(let variant, let index): testCase(value(variant), index, truth, group)
        case .memberOf(let sought, let list): testMember(sought, list, term, truth, group)
        case .quantifier(let quantifier, let local, let list, let body):
            testQuantifier(quantifier, local, list, body, truth, group)
        default:
            emit(truth ? .decideTrue : .decideFalse, a: value(term), c: group.accumulator, to: group.exit)
        }
    }

    private mutating func testCase(_ slot: Int32, _ index: Int, _ truth: Bool, _ group: Group) {
        emit(truth ? .decideCase : .decideOtherCase, a: slot, b: Int32(index), c: group.accumulator, to: group.exit)
    }

    private mutating func testEqual(_ left: Term, _ right: Term, _ term: Term, _ truth: Bool, _ group: Group) {
        if let index = right.fieldlessCase { return testCase(value(left), index, truth, group) }
        guard isPlain(left, right) else { return testRegister(term, truth, group) }
        let slots = (value(left), value(right))
        let isNarrow = !left.type.isQuantity || (self.isNarrow(left) && self.isNarrow(right))
        let opcode: Opcode =
            isNarrow ? (truth ? .decideEqual : .decideUnequal) : (truth ? .decideWideEqual : .decideWideUnequal)
        emit(opcode, a: slots.0, b: slots.1, c: group.accumulator, to: group.exit)
    }

    private mutating func testRegister(_ term: Term, _ truth: Bool, _ group: Group) {
        let result = temporary(ShapeTable.boolean)
        compareInRegister(term, into: result)
        emit(truth ? .decideTrue : .decideFalse, a: result, c: group.accumulator, to: group.exit)
    }

    /// Membership of a list that is written out is a disjunction; of cases without fields, a mask.
    private mutating func testMember(_ sought: Term, _ list: Term, _ term: Term, _ truth: Bool, _ group: Group) {
        guard let elements = list.writtenElements,
            elements.count <= 16 || elements.allSatisfy({ $0.fieldlessCase != nil })
        else {
            return testRegister(term, truth, group)
        }
        let cases = elements.compactMap(\.fieldlessCase)
        if !elements.isEmpty, cases.count == elements.count, cases.allSatisfy({ $0 < 64 }) {
            let mask = cases.reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1) }
            plan.masks.append(mask)
            let index = Int32(plan.masks.count - 1)
            emit(
                truth ? .decideCaseIn : .decideCaseNotIn, a: value(sought), b: index, c: group.accumulator,
                to: group.exit)
            return
        }
        let isNegated = truth == group.isConjunction
        let once = bound(sought)
        inner(isConjunction: isNegated, in: group) { lowering, inner in
            for element in elements {
                let equal = Term(.equal(once, element), .boolean, term.location)
                lowering.operand(equal, isNegated: isNegated, in: inner)
            }
        }
    }

    /// The term's value in a slot, as a term of its own that may be read several times.
    private mutating func bound(_ term: Term) -> Term {
        let local = LocalID(model.localCount + syntheticLocals)
        syntheticLocals += 1
        locals[local] = .place(value(term))
        if isNarrow(term) { narrowLocals.insert(local) }
        return Term(.local(local), term.type, term.location)
    }

    /// The elements are the operands of a group; a list that is unknown is one unknown operand.
    private mutating func testQuantifier(
        _ quantifier: Term.Quantifier, _ local: LocalID, _ list: Term, _ body: Term, _ truth: Bool, _ group: Group
    ) {
        let isNegated = truth == group.isConjunction
        // `any` is a disjunction of the bodies, `every` a conjunction, `no` a conjunction of their negations.
        let isConjunction = (quantifier != .any) != isNegated
        let isBodyNegated = (quantifier == .no) != isNegated
        let slot = value(list)
        inner(isConjunction: isConjunction, in: group) { lowering, inner in
            let isUnknown = lowering.label()
            let end = lowering.label()
            lowering.emit(.jumpIfUnknown, a: slot, to: isUnknown)
            lowering.loop(over: slot, list, local, making: [body]) { lowering, _ in
                lowering.operand(body, isNegated: isBodyNegated, in: inner)
            }
            lowering.emit(.jump, to: end)
            lowering.mark(isUnknown)
            lowering.emit(.joinAccumulator, a: slot, c: inner.accumulator)
            lowering.mark(end)
        }
    }

    /// The value of a condition as a boolean in a slot.
    mutating func condition(_ term: Term, into slot: Int32) {
        scoped { lowering in
            var isConjunction = true
            if case .or = term.kind { isConjunction = false }
            let group = lowering.group(isConjunction: isConjunction)
            let end = lowering.label()
            lowering.operand(term, in: group)
            lowering.emit(.endBoolean, a: slot, b: group.accumulator, e: isConjunction ? 1 : 0)
            lowering.emit(.jump, to: end)
            lowering.mark(group.exit)
            lowering.emit(.setBoolean, a: slot, e: isConjunction ? 0 : 1)
            lowering.mark(end)
        }
    }

    /// Whether two values are one slot each that can be compared as it is.
    private func isPlain(_ left: Term, _ right: Term) -> Bool {
        left.type.scale == right.type.scale && isPlain(left.type) && isPlain(right.type)
    }

    private func isPlain(_ type: WritType) -> Bool {
        switch type {
        case .quotient, .record, .list, .message: false
        case .variant(let id): model[id].isEnumeration
        default: true
        }
    }

    private static func opcode(_ ordering: Term.Ordering, isNarrow: Bool) -> Opcode {
        switch ordering {
        case .less: isNarrow ? .decideLess : .decideWideLess
        case .lessOrEqual: isNarrow ? .decideLessOrEqual : .decideWideLessOrEqual
        case .greater: isNarrow ? .decideGreater : .decideWideGreater
        case .greaterOrEqual: isNarrow ? .decideGreaterOrEqual : .decideWideGreaterOrEqual
        }
    }
}

extension Term.Ordering {
    /// The ordering that holds of known values when this does not.
    var negated: Term.Ordering {
        switch self {
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        }
    }
}

extension Term {
    /// The number of the case, for a value that is a case without fields.
    var fieldlessCase: Int? {
        switch kind {
        case .constant(.variant(let index, let fields)) where fields.isEmpty && type.isVariant: index
        case .makeCase(_, let index, let fields) where fields.isEmpty: index
        default: nil
        }
    }

    /// The elements of a list that is written out.
    var writtenElements: [Term]? {
        switch kind {
        case .makeList(let elements): elements
        case .constant(.list(let elements)):
            if case .list(let type) = type { elements.map { Term(.constant($0), type, location) } } else { nil }
        default: nil
        }
    }
}

extension WritType {
    var isVariant: Bool { if case .variant = self { true } else { false } }
}
