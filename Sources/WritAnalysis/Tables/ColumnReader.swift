import WritSemantics
import WritValues

/// Says what the value of a column may be, without asking for a case: always too much rather than too little.
struct ColumnReader {
    let model: CheckedModel

    // MARK: Values

    /// The counts that a quantity may have.
    func range(of term: Term) -> Interval {
        switch term.kind {
        case .constant(.count(let count)): return Interval(count)
        case .rescale(let inner, _): return rescaled(range(of: inner), by: term.type.scale - inner.type.scale)
        case .negate(let inner): return -range(of: inner)
        case .add(let left, let right): return range(of: left) + range(of: right)
        case .subtract(let left, let right): return range(of: left) + -range(of: right)
        case .multiply(let left, let right): return range(of: left) * range(of: right)
        case .bounded(let inner): return range(of: inner).intersection(Self.kept(term.type))
        case .define(let id, let arguments) where arguments.isEmpty: return range(of: model[id].body)
        case .define, .divide, .extreme, .conditional, .orElse, .round: return .all
        default:
            let kept = Self.kept(term.type)
            guard let bounds = slot(of: term)?.bounds else { return kept }
            return kept.intersection(Interval(bounds))
        }
    }

    private func rescaled(_ range: Interval, by decimals: Int) -> Interval {
        guard decimals > 0 else { return range }
        return range * Interval((0..<decimals).reduce(Int128(1)) { power, _ in Saturating.multiply(power, 10) })
    }

    /// What a kept value of the type may be.
    private static func kept(_ type: WritType) -> Interval {
        switch type {
        case .date: Interval(Int128(CivilDate.dayNumbers.lowerBound), Int128(CivilDate.dayNumbers.upperBound))
        case .time: Interval(0, Int128(CivilTime.microsecondsPerDay - 1))
        case .instant:
            Interval(Int128(Instant.microsecondRange.lowerBound), Int128(Instant.microsecondRange.upperBound))
        default: Interval(Int128(Int64.min), Int128(Int64.max))
        }
    }

    /// The declaration of what a term reads, where it plainly reads a fact or a field of one. Only what a host tells keeps to its declaration:
    /// an argument may be unknown or out of bounds where another decision gives it.
    private func slot(of term: Term) -> Slot? {
        switch term.kind {
        case .fact(let id): return model[id].slot
        case .field(let record, let index):
            guard case .record(let id) = record.type, slot(of: record) != nil else { return nil }
            return model[id].fields[index]
        default: return nil
        }
    }

    // MARK: Unknowns

    /// Whether a value may be unknown, be it for a missing fact or for a calculation that goes wrong.
    func mayBeUnknown(_ term: Term) -> Bool {
        switch term.kind {
        case .constant(.unknown): return true
        case .constant, .isKnown: return false
        case .fact: return slot(of: term)?.isOptional ?? true
        case .field(let record, _): return slot(of: term)?.isOptional != false || mayBeUnknown(record)
        case .param(let id):
            if case .constant = model[id].value.kind { return model[id].slot.isOptional }
            return true
        case .define(let id, let arguments) where arguments.isEmpty: return mayBeUnknown(model[id].body)
        case .bounded(let inner):
            let range = range(of: inner)
            return range.intersection(Self.kept(term.type)) != range || mayBeUnknown(inner)
        case .orElse(let first, let second): return mayBeUnknown(first) && mayBeUnknown(second)
        case .equal(let left, _) where !left.type.isWhole: return true
        case .not, .and, .or, .compare, .equal, .isCase, .text, .textLength:
            return term.operands.contains(where: mayBeUnknown)
        case .add, .subtract, .negate, .rescale, .multiply:
            return range(of: term).isInfinite || term.operands.contains(where: mayBeUnknown)
        case .between(let between) where between.kind == .days && between.pauses == nil && between.calendar == nil:
            return mayBeUnknown(between.start) || mayBeUnknown(between.end)
        default: return true
        }
    }
}

extension Interval {
    /// Whether nothing is known on one side: a calculation may leave what can be counted.
    fileprivate var isInfinite: Bool { low == .min || high == .max }
}

extension WritType {
    /// Whether a known value has no part that may be unknown.
    fileprivate var isWhole: Bool {
        switch self {
        case .boolean, .text, .zone, .calendar: true
        default: isQuantity
        }
    }
}
