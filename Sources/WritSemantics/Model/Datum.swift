import WritSource
import WritValues

/// A value as facts bring it and answers give it: a tree, read by its type.
///
/// This is the form that crosses the borders of the engine. The machine has its own, flat one.
public indirect enum Datum: Sendable, Hashable {
    case boolean(Bool)
    /// Any quantity, in counts of its type.
    case count(Int128)
    /// Text in Unicode normal form C; also the name of a zone.
    case text(String)
    /// The number of a variant's case and its fields; for a calendar, its number and no fields.
    case variant(Int, [Datum])
    case record([Datum])
    case list([Datum])
    /// Text that waits for a language.
    case message(RenderedMessage)
    case unknown(Cause)
}

/// Text with its holes filled, per language.
public struct RenderedMessage: Sendable, Hashable {
    public var texts: [Text]
    /// On whose clocks instants in its holes are shown. What the message says is the same in every zone.
    public var zone: Zone?

    public init(texts: [Text], zone: Zone? = nil) {
        self.texts = texts
        self.zone = zone
    }

    public static func == (a: RenderedMessage, b: RenderedMessage) -> Bool { a.texts == b.texts }
    public func hash(into hasher: inout Hasher) { hasher.combine(texts) }

    public struct Text: Sendable, Hashable {
        public var language: String?
        public var segments: [Segment]

        public init(language: String?, segments: [Segment]) {
            self.language = language
            self.segments = segments
        }
    }

    public enum Segment: Sendable, Hashable {
        case text(String)
        case value(Datum, WritType)
    }
}

/// Why a value is unknown: the facts that are missing, and the fault if a calculation went wrong.
///
/// When two unknowns meet, their causes merge, left before right in the order written, so that every evaluator names the same
/// facts in the same order whatever it evaluates first.
public struct Cause: Sendable, Hashable {
    /// The first calculation that has no answer. A fault outweighs an unknown.
    public private(set) var fault: Fault?
    /// The facts that the host did not tell, each once, at most `limit`.
    public private(set) var missing: [FactPath] = []
    /// The first place where there was nothing to take: no element matched, the minimum of nothing.
    public private(set) var absence: Absence?

    /// More missing facts than this help nobody, and a hostile case must not make the list long.
    public static let limit = 32

    public static func missing(_ path: FactPath) -> Cause { Cause(fault: nil, missing: [path], absence: nil) }
    public static func fault(_ fault: Fault) -> Cause { Cause(fault: fault, missing: [], absence: nil) }
    public static func nothing(_ absence: Absence) -> Cause { Cause(fault: nil, missing: [], absence: absence) }

    /// The same without its fault, which something else stood in for; nil when it had nothing but that.
    public var withoutFault: Cause? {
        guard fault != nil else { return self }
        return missing.isEmpty && absence == nil ? nil : Cause(fault: nil, missing: missing, absence: absence)
    }

    /// Both causes, `self` being the left one.
    public func merged(with right: Cause) -> Cause {
        var merged = self
        merged.fault = fault ?? right.fault
        merged.absence = absence ?? right.absence
        for path in right.missing where merged.missing.count < Cause.limit && !merged.missing.contains(path) {
            merged.missing.append(path)
        }
        return merged
    }
}

/// Why there was nothing to take.
public struct Absence: Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable { case noElement, otherCase, noRule, written }
    public var reason: Reason
    public var location: SourceLocation

    public init(_ reason: Reason, at location: SourceLocation) {
        self.reason = reason
        self.location = location
    }
}

/// A calculation that went wrong: what, where, with which values.
public struct Fault: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case overflow, zeroDivisor, dateOutOfRange, outsideCalendar, noWorkingTime, unknownZone, severalRules, noRule
    }
    public var kind: Kind
    public var location: SourceLocation
    /// The operands, written for a person: `3 / 0`; the names of the rules for `severalRules`.
    public var detail: String

    public init(_ kind: Kind, at location: SourceLocation, detail: String = "") {
        self.kind = kind
        self.location = location
        self.detail = detail
    }
}

/// The way to a fact: `order.lines[2].in_stock`. Elements count from 1 when shown.
public struct FactPath: Sendable, Hashable {
    public enum Step: Sendable, Hashable {
        case field(String)
        case element(Int)
    }
    public var fact: FactID
    public var name: String
    public var steps: [Step]

    public init(fact: FactID, name: String, steps: [Step] = []) {
        self.fact = fact
        self.name = name
        self.steps = steps
    }

    public func appending(_ step: Step) -> FactPath {
        FactPath(fact: fact, name: name, steps: steps + [step])
    }

    public var description: String {
        steps.reduce(into: name) { text, step in
            switch step {
            case .field(let field): text += ".\(field)"
            case .element(let index): text += "[\(index + 1)]"
            }
        }
    }
}
