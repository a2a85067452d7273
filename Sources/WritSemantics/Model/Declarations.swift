import WritSource
import WritValues

/// What every named declaration has: its name, where it was written, and what its author said about it.
public struct Heading: Sendable {
    public var name: String
    public var doc: String?
    /// The name's own place.
    public var location: SourceLocation
    /// The policy (file header) that declares it, such as `service_desk.facts`.
    public var policy: String

    public init(name: String, doc: String? = nil, location: SourceLocation, policy: String) {
        self.name = name
        self.doc = doc
        self.location = location
        self.policy = policy
    }
}

/// A name with a type: a record's field, a variant case's field, an argument of an action.
public struct Slot: Sendable {
    public var name: String
    public var type: WritType
    /// May be unknown (`T?`).
    public var isOptional: Bool
    /// The name hosts use in their documents, where it differs (`as "total_price"`).
    public var wire: String?
    /// What a bare number in a document counts, for amounts of time (`hours`); nil for other types.
    public var unit: AmountUnit?
    /// The values a host may supply, both inclusive, in counts of the type; nil when not declared.
    public var bounds: ClosedRange<Int128>?
    public var doc: String?
    public var location: SourceLocation

    public init(
        name: String, type: WritType, isOptional: Bool, wire: String? = nil, unit: AmountUnit? = nil,
        bounds: ClosedRange<Int128>? = nil, doc: String? = nil, location: SourceLocation
    ) {
        self.name = name
        self.type = type
        self.isOptional = isOptional
        self.wire = wire
        self.unit = unit
        self.bounds = bounds
        self.doc = doc
        self.location = location
    }

    /// The name in documents.
    public var wireName: String { wire ?? name }
}

/// An enumeration (no case has fields) or a variant.
public struct VariantType: Sendable {
    public var heading: Heading
    public var cases: [VariantCase]

    public init(heading: Heading, cases: [VariantCase]) {
        self.heading = heading
        self.cases = cases
    }

    public var isEnumeration: Bool { cases.allSatisfy { $0.fields.isEmpty } }
}

public struct VariantCase: Sendable {
    public var name: String
    public var wire: String?
    public var fields: [Slot]
    /// How it reads in messages, where the policy says so.
    public var label: CaseLabel?
    public var doc: String?
    public var location: SourceLocation

    public init(
        name: String, wire: String? = nil, fields: [Slot] = [], label: CaseLabel? = nil, doc: String? = nil,
        location: SourceLocation
    ) {
        self.name = name
        self.wire = wire
        self.fields = fields
        self.label = label
        self.doc = doc
        self.location = location
    }

    public var wireName: String { wire ?? name }
}

public struct RecordType: Sendable {
    public var heading: Heading
    public var fields: [Slot]

    public init(heading: Heading, fields: [Slot]) {
        self.heading = heading
        self.fields = fields
    }
}

/// Something a host tells about a case.
public struct Fact: Sendable {
    public var heading: Heading
    public var slot: Slot

    public init(heading: Heading, slot: Slot) {
        self.heading = heading
        self.slot = slot
    }
}

/// A value with an owner: the policy's own default, which a file or an option may replace within bounds.
public struct Param: Sendable {
    public var heading: Heading
    public var slot: Slot
    /// The default; with dated values it is a conditional over their periods.
    public var value: Term
    public var source: SourceNote?

    public init(heading: Heading, slot: Slot, value: Term, source: SourceNote? = nil) {
        self.heading = heading
        self.slot = slot
        self.value = value
        self.source = source
    }
}

/// Who says so: a document, a page, or the house.
public enum SourceNote: Sendable, Hashable {
    case house
    case document(String)

    public var description: String {
        switch self {
        case .house: "house"
        case .document(let text): text
        }
    }
}

/// A named expression, with or without arguments; never recursive.
public struct Define: Sendable {
    public var heading: Heading
    public var parameters: [LocalID]
    public var body: Term

    public init(heading: Heading, parameters: [LocalID], body: Term) {
        self.heading = heading
        self.parameters = parameters
        self.body = body
    }
}

/// Something a host can be told to carry out.
public struct Action: Sendable {
    public var heading: Heading
    public var parameters: [Slot]

    public init(heading: Heading, parameters: [Slot]) {
        self.heading = heading
        self.parameters = parameters
    }
}

public struct CalendarDeclaration: Sendable {
    public var heading: Heading
    public var calendar: WorkingCalendar

    public init(heading: Heading, calendar: WorkingCalendar) {
        self.heading = heading
        self.calendar = calendar
    }
}
