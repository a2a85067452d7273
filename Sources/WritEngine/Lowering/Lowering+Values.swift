import WritSemantics
import WritValues

extension Lowering {
    /// Lowers a term; the slot where its value then lies. It may be the place of a fact or local: nobody writes there.
    mutating func value(_ term: Term) -> Int32 { lower(term, into: nil) }

    /// Lowers a term so that its value lies in the given slots.
    mutating func value(_ term: Term, into slot: Int32) {
        if term.writtenElements?.isEmpty == true { return emptyList(into: slot) }
        let found = lower(term, into: slot)
        if found != slot { copy(to: slot, from: found, shape(term.type)) }
    }

    /// An empty list takes on the type of where it goes; its own may say nothing of its elements.
    private mutating func emptyList(into slot: Int32) {
        guard case .value(let shape) = plan.slots[Int(slot)], case .list(let element) = plan.shapes[shape].kind else {
            preconditionFailure("a list goes where lists are")
        }
        emit(.reserve, a: slot, e: width(element))
    }

    mutating func copy(to slot: Int32, from other: Int32, _ shape: ShapeID) {
        emit(.copy, a: slot, b: other, e: width(shape))
    }

    private mutating func lower(_ term: Term, into wanted: Int32?) -> Int32 {
        switch term.kind {
        case .constant(let datum): return constant(datum, term.type)
        case .fact(let id): return plan.facts[id.index].slot
        case .param(let id): return param(id)
        case .local(let id): return local(id)
        case .define(let id, let arguments): return define(id, arguments, into: wanted)
        case .decision(let id, let arguments): return decision(id, arguments, into: wanted)
        case .field(let record, let index):
            guard case .record(_, let fields) = plan.shapes[shape(record.type)].kind else {
                preconditionFailure("a field is a record's")
            }
            return value(record) + Int32(fields[index].offset)
        default:
            let slot = wanted ?? temporary(term.type)
            scoped { $0.calculate(term, into: slot) }
            return slot
        }
    }

    private mutating func calculate(_ term: Term, into slot: Int32) {
        switch term.kind {
        case .caseField(let variant, let places): caseField(variant, places, term, into: slot)
        case .makeRecord, .makeCase, .makeList: make(term, into: slot)
        case .not, .and, .or, .isKnown, .isCase, .quantifier: condition(term, into: slot)
        case .compare, .equal, .memberOf: comparison(term, into: slot)
        case .orElse(let first, let second): orElse(first, second, into: slot)
        case .conditional(let condition, let then, let otherwise): conditional(condition, then, otherwise, into: slot)
        case .text, .like, .textLength, .plainText, .message: text(term, into: slot)
        case .rescale, .negate, .add, .subtract, .multiply, .divide, .round, .extreme, .bounded:
            arithmetic(term, into: slot)
        case .shift, .between, .atTime, .part, .localPart, .edge, .isWorkingDay, .rollToWorkingDay:
            time(term, into: slot)
        case .count, .aggregate, .map, .first: list(term, into: slot)
        case .constant, .fact, .param, .local, .define, .decision, .field:
            preconditionFailure("lower(_:into:) has this term")
        }
    }

    // MARK: What has a place already

    private mutating func param(_ id: ParamID) -> Int32 {
        let param = plan.params[id.index]
        if let flag = param.flag { emit(.once, a: flag, b: paramBlocks[id]!) }
        return param.place.slot
    }

    private mutating func local(_ id: LocalID) -> Int32 {
        switch locals[id] {
        case .place(let slot): return slot
        case .column(let flag, let block, let slot):
            emit(.once, a: flag, b: block, c: 1)
            return slot
        case nil: preconditionFailure("local \(id.index) is not bound")
        }
    }

    private mutating func define(_ id: DefineID, _ arguments: [Term], into wanted: Int32?) -> Int32 {
        guard let place = defines[id.index] else { return lower(model[id].body, into: wanted) }
        if let flag = place.flag {
            emit(.once, a: flag, b: place.block)
            return place.result.slot
        }
        return call(place.block, arguments, place.parameters, place.result, into: wanted)
    }

    private mutating func decision(_ id: DecisionID, _ arguments: [Term], into wanted: Int32?) -> Int32 {
        let decision = plan.decisions[id.index]
        if let flag = decision.flag {
            emit(.once, a: flag, b: decision.block)
            return decision.result.slot
        }
        return call(decision.block, arguments, decision.parameters, decision.result, into: wanted)
    }

    /// All arguments are worked out before the first is handed over: one may call the same block.
    private mutating func call(
        _ block: Int32, _ arguments: [Term], _ parameters: [Place], _ result: Place, into wanted: Int32?
    ) -> Int32 {
        let slot = wanted ?? temporary(result.shape)
        scoped { lowering in
            let values = arguments.map { lowering.value($0) }
            for (value, parameter) in zip(values, parameters) {
                lowering.copy(to: parameter.slot, from: value, parameter.shape)
            }
            lowering.emit(.call, a: block)
            lowering.copy(to: slot, from: result.slot, result.shape)
        }
        return slot
    }

    // MARK: Structure

    private mutating func caseField(_ variant: Term, _ places: [Term.CaseField], _ term: Term, into slot: Int32) {
        let base = value(variant)
        guard case .variant(_, let cases) = plan.shapes[shape(variant.type)].kind else {
            preconditionFailure("a case's field is a variant's")
        }
        plan.caseTables.append(
            places.map { place in
                let part = cases[place.caseIndex][place.fieldIndex]
                return CasePlace(caseIndex: place.caseIndex, offset: part.offset, shape: part.shape)
            })
        emit(.caseField, a: slot, b: base, c: Int32(plan.caseTables.count - 1), d: shape(term.type), e: site(term))
    }

    private mutating func make(_ term: Term, into slot: Int32) {
        switch (term.kind, plan.shapes[shape(term.type)].kind) {
        case (.makeRecord(_, let terms), .record(_, let fields)):
            emit(.setHeader, a: slot)
            parts(terms, fields, term, into: slot)
        case (.makeCase(_, let index, let terms), .variant(_, let cases)):
            emit(.setTag, a: slot, b: Int32(index))
            parts(terms, cases[index], term, into: slot)
        case (.makeList(let elements), .list(let element)):
            emit(.reserve, a: slot, b: Int32(elements.count), e: width(element))
            for term in elements {
                scoped { lowering in
                    let value = lowering.value(term)
                    lowering.emit(.append, a: slot, b: value, e: lowering.width(element))
                }
            }
        default: preconditionFailure("the shape is not the term's")
        }
    }

    private mutating func parts(_ terms: [Term?], _ parts: [Shape.Part], _ whole: Term, into slot: Int32) {
        for (term, part) in zip(terms, parts) {
            let place = slot + Int32(part.offset)
            if let term {
                scoped { $0.value(term, into: place) }
            } else {
                emit(.absent, a: place, b: AbsenceCode.written, c: site(whole), e: part.shape)
            }
        }
    }

    // MARK: Choices

    private mutating func orElse(_ first: Term, _ second: Term, into slot: Int32) {
        let end = label()
        value(first, into: slot)
        emit(.jumpIfKnown, a: slot, to: end)
        let shape = shape(second.type)
        scoped { lowering in
            let instead = lowering.value(second)
            lowering.emit(.fallBack, a: slot, b: instead, e: shape)
        }
        mark(end)
    }

    private mutating func conditional(_ condition: Term, _ then: Term, _ otherwise: Term, into slot: Int32) {
        let (isUnknown, end) = (label(), label())
        scoped { lowering in
            let group = lowering.group(isConjunction: true)
            lowering.operand(condition, in: group)
            lowering.emit(.takeUnknown, a: group.accumulator, b: slot, to: isUnknown)
            lowering.scoped { $0.value(then, into: slot) }
            lowering.emit(.jump, to: end)
            lowering.mark(group.exit)
        }
        scoped { $0.value(otherwise, into: slot) }
        let shape = shape(then.type)
        if !plan.shapes[shape].isScalar {
            emit(.jump, to: end)
            mark(isUnknown)
            emit(.spread, a: slot, b: slot, e: shape)
        } else {
            mark(isUnknown)
        }
        mark(end)
    }
}

/// The reasons of absences, as operands.
enum AbsenceCode {
    static let noElement: Int32 = 0
    static let otherCase: Int32 = 1
    static let noRule: Int32 = 2
    static let written: Int32 = 3

    static func reason(_ code: Int32) -> Absence.Reason {
        switch code {
        case noElement: .noElement
        case otherCase: .otherCase
        case noRule: .noRule
        default: .written
        }
    }
}
