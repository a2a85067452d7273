import WritSemantics
import WritValues

extension Frame {
    /// The instructions that are too long or too rare for the machine's own loop.
    @inline(never) mutating func perform(_ i: Instruction) {
        switch i.opcode {
        case .spread: spread(state(i.b), i.e, at: cells(i.a))
        case .fallBack: fallBack(i)
        case .absent:
            nothing(i.a, i.b, at: i.c)
            spread(state(i.a), i.e, at: cells(i.a))
        case .caseField: caseField(i)
        case .negate: negate(i)
        case .rescale: rescale(i)
        case .divide: divide(i)
        case .average: average(i)
        case .round, .roundQuotient: round(i)
        case .least, .greatest: extreme(i)
        case .compare: compare(i)
        case .equal: set(i.a, equality(cells(i.b), i.d, cells(i.c), i.e))
        case .memberOf: memberOf(i)
        case .textTest, .like, .textLength, .plainText: text(i)
        case .message: set(i.a, keep(render(plan.plan.messages[Int(i.b)])))
        case .shift: shift(i)
        case .between: between(i)
        case .atTime: atTime(i)
        case .datePart: datePart(i)
        case .localPart: localPart(i)
        case .edge: edge(i)
        case .isWorkingDay, .rollToWorkingDay: workingDay(i)
        case .reserveLike: reserveLike(i)
        case .reserve: reserve(i)
        case .append: append(i)
        case .accumulate: accumulate(i)
        default: preconditionFailure("the machine runs \(i.opcode) itself")
        }
    }

    private mutating func fallBack(_ i: Instruction) {
        guard state(i.b) != 0 else {
            return cells(i.a).copy(from: cells(i.b), count: plan.plan.shapes[i.e].width)
        }
        spread(causes.merge(causes.withoutFault(state(i.a)), state(i.b)), i.e, at: cells(i.a))
    }

    private func set(_ slot: Int32, _ equality: Equality) {
        switch equality {
        case .equal: set(slot, Value(boolean: true))
        case .different: set(slot, Value(boolean: false))
        case .unknown(let state): set(slot, unknown: state)
        }
    }

    private mutating func memberOf(_ i: Instruction) {
        if state(i.c) != 0 { return set(i.a, unknown: state(i.c)) }
        guard case .list(let element) = plan.plan.shapes[i.e].kind else { return set(i.a, Value(boolean: false)) }
        set(i.a, membership(cells(i.b), i.d, of: slots.values[Int(i.c)], element))
    }

    private mutating func text(_ i: Instruction) {
        let isPair = i.opcode == .textTest
        let state = isPair ? causes.merge(state(i.b), state(i.c)) : state(i.b)
        if state != 0 { return set(i.a, unknown: state) }
        let text = texts[slots.values[Int(i.b)].tag]
        switch i.opcode {
        case .textTest:
            let part = texts[slots.values[Int(i.c)].tag]
            set(i.a, Value(boolean: Term.TextTest.all[Int(i.d)].holds(text, part)))
        case .like: set(i.a, Value(boolean: plan.plan.patterns[Int(i.c)].matches(text)))
        case .textLength: set(i.a, count: Int128(text.unicodeScalars.count))
        default: set(i.a, Value(tag: texts.id(of: TextForms.nfc(TextForms.halfWidth(text)))))
        }
    }
}
