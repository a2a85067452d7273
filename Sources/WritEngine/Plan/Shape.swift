import WritSemantics
import WritValues

/// The number of a shape in its plan.
public typealias ShapeID = Int32

/// How the values of a type lie in slots.
///
/// A scalar is one slot. A record is a header slot, whose state says whether the record is known, and its fields. A
/// variant is a tag slot and the fields of all its cases, one after the other. A list is one slot, a run of the
/// frame's arena. A quotient is three: numerator, denominator, and the scales of both.
public struct Shape: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case boolean
        /// Any quantity, with the decimals of its type.
        case count(scale: Int)
        case text
        case zone
        case calendar
        case message
        case quotient
        case variant(VariantID, cases: [[Part]])
        case record(RecordID, fields: [Part])
        case list(element: ShapeID)
    }

    /// A field: where it lies, counted from the whole's first slot.
    public struct Part: Sendable, Hashable {
        public var offset: Int
        public var shape: ShapeID
        public var isOptional: Bool
    }

    public var kind: Kind
    /// How many slots.
    public var width: Int

    /// Whether one slot with its state is the whole value.
    public var isScalar: Bool { width == 1 && !isRecord }
    /// Whether nothing in the value can be unknown when the value itself is known.
    var isWithoutParts: Bool {
        switch kind {
        case .record, .list: false
        case .variant(_, let cases): cases.allSatisfy(\.isEmpty)
        default: true
        }
    }
    var isRecord: Bool { if case .record = kind { true } else { false } }
}

/// What a slot holds, for the verifier: a part of a value, or something of the machine's own.
public enum SlotKind: Hashable, Sendable {
    /// The first slot of a value of this shape; the further slots have kinds of their own.
    case value(ShapeID)
    /// Only the state is used: where the causes of unknown operands gather.
    case accumulator
    /// Where a loop stands.
    case cursor
    /// How much of the arena was used when a loop began.
    case mark
}
