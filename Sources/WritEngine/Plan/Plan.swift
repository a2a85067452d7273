import WritSemantics
import WritSource
import WritValues

/// A model compiled for the machine: code over numbered slots and the tables that it refers to.
///
/// Immutable, without names to look up. Only `Lowering` makes plans and only a `VerifiedPlan` runs.
public struct Plan: Sendable {
    public var name: String
    public var shapes: ShapeTable
    /// What each slot of the frame holds.
    public var slots: [SlotKind] = []
    public var code: [Instruction] = []
    /// A block calls only blocks before it, so no run is endless.
    public var blocks: [Block] = []
    /// How many "ran already" flags a case has.
    public var flagCount = 0

    /// Known slots that no case changes.
    public var constants: [ConstantSlot] = []
    /// Slots of constants with a list in them: loaded with each case, for they need the arena.
    public var constantLists: [ConstantDatum] = []
    public var facts: [Place] = []
    public var params: [ParamPlace] = []
    public var decisions: [DecisionPlan] = []
    public var promises: [PromisePlan] = []

    public var texts: [String] = []
    public var sites: [Site] = []
    public var masks: [UInt64] = []
    public var caseTables: [[CasePlace]] = []
    public var roundings: [Rounding] = []
    public var comparisons: [ScaledComparison] = []
    public var patterns: [PicturePattern] = []
    public var calendars: [WorkingCalendar] = []
    public var messages: [MessagePlan] = []
    public var shifts: [ShiftPlan] = []
    public var betweens: [BetweenPlan] = []

    init(name: String, shapes: ShapeTable) {
        self.name = name
        self.shapes = shapes
    }
}

/// A value's first slot and its shape.
public struct Place: Sendable, Hashable {
    public var slot: Int32
    public var shape: ShapeID
}

/// A run of instructions that is entered at its start only and ends with `end`.
public struct Block: Sendable, Hashable {
    /// What it works out, for people.
    public var name: String
    public var start: Int32
    public var end: Int32
    /// Values that whoever calls it has set, and values that are set when it ends.
    public var parameters: [Place] = []
    public var results: [Place] = []
    /// The decision that it is a conclusion or a reason of, if it is one: then only that decision runs it.
    public var conclusionOf: Int32?
}

public struct ConstantSlot: Sendable, Hashable {
    public var slot: Int32
    public var value: Value
}

public struct ConstantDatum: Sendable {
    public var place: Place
    public var datum: Datum
}

public struct ParamPlace: Sendable {
    public var place: Place
    /// The flag of the block that works it out; nil for one whose value is a constant.
    public var flag: Int32?
    /// Its own value when that is a constant.
    public var constant: Datum?
}

/// The place of a fault or an absence, and the types with which a fault's operands are shown.
public struct Site: Sendable, Hashable {
    public var location: SourceLocation
    public var left: WritType
    public var right: WritType
}

/// Where a field lies in one case of a variant.
public struct CasePlace: Sendable, Hashable {
    public var caseIndex: Int
    public var offset: Int
    public var shape: ShapeID
}

public struct Rounding: Sendable, Hashable {
    public var unit: Int128
    /// Of the unit and of the result.
    public var unitScale: Int
    /// Of what is rounded; a quotient has its own.
    public var scale: Int
    public var mode: RoundingMode
}

/// How two quantities of different scales, or quotients, are compared.
public struct ScaledComparison: Sendable, Hashable {
    public enum Relation: String, Sendable, Hashable {
        case less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">=", equal = "="
    }
    public var relation: Relation
    /// Nil for a quotient, which lies in three slots.
    public var leftScale: Int? = nil
    public var rightScale: Int? = nil
}

/// A message with the places of its holes' values.
public struct MessagePlan: Sendable {
    public enum Segment: Sendable {
        case text(String)
        case hole(Place, WritType)
    }
    public var texts: [(language: String?, segments: [Segment])]
    public var zone: Zone?
}

public struct ShiftPlan: Sendable, Hashable {
    public var kind: AmountKind
    public var amount: Int32
    public var anchor: Int32
    public var isInstant: Bool
    public var isBefore: Bool
    public var calendar: Int32?
    public var zone: Int32?
    public var pauses: PausesPlan?
}

public struct BetweenPlan: Sendable, Hashable {
    public var kind: AmountKind
    public var start: Int32
    public var end: Int32
    public var calendar: Int32?
    public var pauses: PausesPlan?
}

/// A list of records with the bounds of pauses.
public struct PausesPlan: Sendable, Hashable {
    public var list: Int32
    public var element: ShapeID
    public var from: Int
    public var until: Int
}

public struct PromisePlan: Sendable {
    public var block: Int32
    public var result: Int32
}
