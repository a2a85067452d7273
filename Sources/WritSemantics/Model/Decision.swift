import WritSource
import WritValues

/// A question the policy answers.
public struct Decision: Sendable {
    public var heading: Heading
    public var parameters: [LocalID]
    /// Declared slots of the parameters, for binding arguments from outside; same order as `parameters`.
    public var parameterSlots: [Slot]
    /// The type of the outcome. For `collect` a list; for a score the score's type.
    public var type: WritType
    /// What a bare number counts where the outcome is expected in a document, for amounts of time (`days`); nil for other types.
    public var unit: AmountUnit?
    public var mode: Mode
    /// The columns of its tables: evaluated where a row's condition first reads the local.
    public var columns: [TableColumn]
    /// Rules and rows in the order in which they are tried, overriding rules already placed before what they override.
    public var rules: [Rule]
    public var otherwise: Conclusion?
    /// What an undetermined answer becomes (`when undetermined V`).
    public var undetermined: Conclusion?

    public init(
        heading: Heading, parameters: [LocalID] = [], parameterSlots: [Slot] = [], type: WritType,
        unit: AmountUnit? = nil, mode: Mode, columns: [TableColumn] = [], rules: [Rule], otherwise: Conclusion? = nil,
        undetermined: Conclusion? = nil
    ) {
        self.heading = heading
        self.parameters = parameters
        self.parameterSlots = parameterSlots
        self.type = type
        self.unit = unit
        self.mode = mode
        self.columns = columns
        self.rules = rules
        self.otherwise = otherwise
        self.undetermined = undetermined
    }

    /// How the answers of several rules become one.
    public enum Mode: String, Sendable, Hashable {
        /// The first rule that applies, in written order.
        case first
        /// The one rule that applies; two at once are a fault.
        case unique
        /// Every rule that applies, in written order.
        case collect
        /// The total of what the rules that apply give; nothing is 0.
        case sum
        /// The least of what the rules that apply give; nothing is `otherwise`, or unknown.
        case min
        /// The greatest of what the rules that apply give; nothing is `otherwise`, or unknown.
        case max
        /// How many rules apply.
        case count
    }
}

/// One condition column of a table: the value that its cells test.
public struct TableColumn: Sendable {
    public var local: LocalID
    public var value: Term

    public init(local: LocalID, value: Term) {
        self.local = local
        self.value = value
    }
}

/// A rule or a table's row.
public struct Rule: Sendable {
    public var name: String
    public var doc: String?
    /// The name's place; for a row its first cell, for a CSV row the place in that file.
    public var location: SourceLocation
    public var origin: Origin
    /// When it applies: its `when`, its period in force and, under `unique` and the collecting modes, that no rule that
    /// overrides it applies. A conjunction's operands are the conditions an explanation shows.
    public var condition: Term { didSet { asksColumnsOnly = false } }
    /// Whether the condition is known to read nothing but its table's columns and constants, so that whoever looks for what a
    /// decision reads need not go through the cells of ten thousand rows.
    public private(set) var asksColumnsOnly: Bool
    /// Rules it overrides, as indices into the decision's `rules`; already part of the order and the conditions.
    public var overrides: [Int]
    public var conclusion: Conclusion

    public init(
        name: String, doc: String? = nil, location: SourceLocation, origin: Origin = .written, condition: Term,
        asksColumnsOnly: Bool = false, overrides: [Int] = [], conclusion: Conclusion
    ) {
        self.name = name
        self.doc = doc
        self.location = location
        self.origin = origin
        self.condition = condition
        self.asksColumnsOnly = asksColumnsOnly
        self.overrides = overrides
        self.conclusion = conclusion
    }

    public enum Origin: Sendable, Hashable {
        case written
        /// Row `row` (0-based, without the header) of the decision's table number `table`.
        case row(table: Int, row: Int)
    }
}

/// What a rule answers: a value, what the host shall do, why, and on whose word.
public struct Conclusion: Sendable {
    /// Nil only under `count`.
    public var value: Term?
    public var actions: [ActionCall]
    public var because: MessageTemplate?
    public var source: SourceNote?
    public var location: SourceLocation

    public init(
        value: Term?, actions: [ActionCall] = [], because: MessageTemplate? = nil, source: SourceNote? = nil,
        location: SourceLocation
    ) {
        self.value = value
        self.actions = actions
        self.because = because
        self.source = source
        self.location = location
    }
}

/// An action with its arguments, in the order of the action's parameters; nil where an optional one was left out.
public struct ActionCall: Sendable {
    public var action: ActionID
    public var arguments: [Term?]
    public var location: SourceLocation

    public init(action: ActionID, arguments: [Term?], location: SourceLocation) {
        self.action = action
        self.arguments = arguments
        self.location = location
    }
}

/// A text with holes, in one language or several.
public struct MessageTemplate: Sendable {
    /// One entry per language; the language is nil when the author named none. Never empty.
    public var texts: [(language: String?, segments: [Segment])]
    /// On whose clocks instants in its holes are shown: the zone of the policy it is written in.
    public var zone: Zone?

    public init(texts: [(language: String?, segments: [Segment])], zone: Zone? = nil) {
        self.texts = texts
        self.zone = zone
    }

    public enum Segment: Sendable {
        case text(String)
        /// The value shown, with its type saying how to write it for the locale.
        case hole(Term)
    }
}
