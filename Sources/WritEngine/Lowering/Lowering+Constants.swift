import WritSemantics
import WritValues

extension Lowering {
    /// The slots of a constant, the same for equal constants of one type.
    mutating func constant(_ datum: Datum, _ type: WritType) -> Int32 {
        let key = ConstantKey(datum: datum, type: type)
        if let known = constantSlots[key] { return known }
        let place = place(type)
        constantSlots[key] = place.slot
        if isFlat(datum) {
            store(datum, place)
        } else {
            plan.constantLists.append(ConstantDatum(place: place, datum: datum))
        }
        return place.slot
    }

    /// Whether it needs no room in the arena and has no cause or message.
    private func isFlat(_ datum: Datum) -> Bool {
        switch datum {
        case .boolean, .count, .text: true
        case .variant(_, let parts), .record(let parts): parts.allSatisfy(isFlat)
        case .list, .message, .unknown: false
        }
    }

    private mutating func store(_ datum: Datum, _ place: Place) {
        func put(_ value: Value) { plan.constants.append(ConstantSlot(slot: place.slot, value: value)) }
        switch (datum, plan.shapes[place.shape].kind) {
        case (.boolean(let truth), _): put(Value(boolean: truth))
        case (.count(let count), _): put(Value(count: count))
        case (.text(let text), _): put(Value(tag: Int(textID(text))))
        case (.variant(let index, let fields), .variant(_, let cases)):
            put(Value(tag: index))
            store(fields, cases[index], place)
        case (.variant(let index, _), _): put(Value(tag: index))
        case (.record(let values), .record(_, let fields)):
            put(Value(tag: 0))
            store(values, fields, place)
        default: preconditionFailure("a constant is of its type")
        }
    }

    private mutating func store(_ values: [Datum], _ parts: [Shape.Part], _ whole: Place) {
        for (value, part) in zip(values, parts) {
            store(value, Place(slot: whole.slot + Int32(part.offset), shape: part.shape))
        }
    }

    mutating func textID(_ text: String) -> Int32 {
        if let known = textIDs[text] { return known }
        let id = Int32(plan.texts.count)
        plan.texts.append(text)
        textIDs[text] = id
        return id
    }

    /// Whether a term's counts are sure to fit 64 bits: it reads a kept value, or is a small constant.
    func isNarrow(_ term: Term) -> Bool {
        guard usesNarrowCounts else { return false }
        switch term.kind {
        case .constant(.count(let count)): return Int64(exactly: count) != nil
        case .fact, .bounded, .between, .count, .textLength, .part, .edge: return true
        case .shift(let shift):
            return shift.anchor.type == .date || shift.anchor.type == .instant
        case .field(let term, _), .caseField(let term, _): return isKeptWhole(term)
        case .local(let id): return narrowLocals.contains(id)
        case .define(let id, _): return isNarrow(model[id].body)
        case .param(let id): return isNarrow(model[id].value)
        case .conditional(_, let a, let b), .orElse(let a, let b): return isNarrow(a) && isNarrow(b)
        case .first(_, let list, _, _, _): return isKeptWhole(list)
        default: return false
        }
    }

    /// Whether all parts of a record, variant or list come from facts, so that their counts are kept ones.
    func isKeptWhole(_ term: Term) -> Bool {
        switch term.kind {
        case .fact: return true
        case .field(let term, _), .caseField(let term, _): return isKeptWhole(term)
        case .local(let id): return narrowLocals.contains(id)
        case .first(_, let list, _, _, _): return isKeptWhole(list)
        case .define(let id, _): return isKeptWhole(model[id].body)
        default: return false
        }
    }
}
