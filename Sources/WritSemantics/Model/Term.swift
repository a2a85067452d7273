import WritSource
import WritValues

/// An expression of the checked model: typed, resolved, every implicit thing made explicit.
///
/// Terms are pure and total. The evaluators agree on what each means; `docs/design/semantics.md` says it in words.
public struct Term: Sendable {
    public var kind: Kind
    public var type: WritType
    public var location: SourceLocation

    public init(_ kind: Kind, _ type: WritType, _ location: SourceLocation) {
        self.kind = kind
        self.type = type
        self.location = location
    }

    /// Leaves are plain bits or one reference; only the others are boxed, since most terms are leaves.
    public enum Kind: Sendable {
        // MARK: Leaves
        case constant(Datum)
        case fact(FactID)
        case param(ParamID)
        case local(LocalID)
        /// A define with its arguments; evaluated as if its body stood here.
        indirect case define(DefineID, [Term])
        /// The outcome of a decision: unknown when undetermined, a fault when faulted.
        indirect case decision(DecisionID, [Term])

        // MARK: Structure
        /// A field of a record; of an unknown record it is unknown.
        indirect case field(Term, Int)
        /// A field of a variant that the named cases have, each at its own place; of another case it is unknown.
        indirect case caseField(Term, [CaseField])
        indirect case makeRecord(RecordID, [Term?])
        indirect case makeCase(VariantID, Int, [Term?])
        indirect case makeList([Term])

        // MARK: Logic (Kleene)
        indirect case not(Term)
        indirect case and([Term])
        indirect case or([Term])
        indirect case isKnown(Term)
        /// The first operand unless it is unknown, else the second.
        indirect case orElse(Term, Term)
        /// Unknown when the condition is; otherwise the chosen branch, and only that one.
        indirect case conditional(Term, then: Term, else: Term)

        // MARK: Comparison
        /// Two quantities of the same type but for their scales; quotients are compared by cross-multiplication.
        indirect case compare(Ordering, Term, Term)
        /// Equality of two values of one type (scales may differ), compared deeply; unknown if any part that decides is.
        indirect case equal(Term, Term)
        /// Whether a variant's value is the case with this number, whatever its fields.
        indirect case isCase(Term, Int)
        /// Membership of a list's elements, Kleene over them.
        indirect case memberOf(Term, list: Term)

        // MARK: Text
        indirect case text(TextTest, Term, Term)
        indirect case like(Term, PicturePattern)
        indirect case textLength(Term)
        /// Full-width forms made plain, outer blanks dropped.
        indirect case plainText(Term)

        // MARK: Arithmetic (exact; a result beyond Int128 is a fault)
        /// The same value with more decimals.
        indirect case rescale(Term, scale: Int)
        indirect case negate(Term)
        indirect case add(Term, Term)
        indirect case subtract(Term, Term)
        /// The scales add up. Either operand may be money or an amount of time, the other a number.
        indirect case multiply(Term, Term)
        /// A quotient type: only compared or rounded. A zero divisor is a fault.
        indirect case divide(Term, Term)
        /// To the nearest multiple of `unit` (a count at the result type's scale).
        indirect case round(Term, unit: Int128, RoundingMode)
        /// The least or greatest of several; unknown if one is.
        indirect case extreme(Extreme, [Term])
        /// Checks that a count fits what a declared type can hold (Int64); beyond is a fault.
        indirect case bounded(Term)

        // MARK: Time
        /// `amount` after (or before) `anchor`: date + days/months → date, instant + elapsed → instant, and so on.
        indirect case shift(Shift)
        /// The amount of `kind` from one to the other; negative when they are the other way round.
        indirect case between(Between)
        /// A date and a local time in a zone.
        indirect case atTime(date: Term, time: Term, zone: Term)
        indirect case part(DatePart, Term)
        /// The date or the time of an instant, in a zone.
        indirect case localPart(LocalPart, Term, zone: Term)
        /// The first or last day of the date's month or year.
        indirect case edge(PeriodEdge, Term)
        indirect case isWorkingDay(Term, calendar: Term)
        /// The first working day on or after (or the last on or before) a date.
        indirect case rollToWorkingDay(Term, forward: Bool, calendar: Term)

        // MARK: Lists
        indirect case quantifier(Quantifier, LocalID, list: Term, body: Term)
        /// How many elements pass the filter (all, when it is nil).
        indirect case count(LocalID, list: Term, filter: Term?)
        indirect case aggregate(Aggregate, LocalID, list: Term, filter: Term?, value: Term)
        /// The elements' values, as a list; unknown if a filter is.
        indirect case map(LocalID, list: Term, filter: Term?, value: Term)
        indirect case first(LocalID, list: Term, filter: Term?, key: Term?, descending: Bool)

        indirect case message(MessageTemplate)
    }

    public struct CaseField: Sendable, Hashable {
        public var caseIndex: Int
        public var fieldIndex: Int

        public init(caseIndex: Int, fieldIndex: Int) {
            self.caseIndex = caseIndex
            self.fieldIndex = fieldIndex
        }
    }

    public enum Ordering: String, Sendable, Hashable {
        case less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
    }
    public enum TextTest: String, Sendable, Hashable { case startsWith, endsWith, contains }
    public enum Extreme: String, Sendable, Hashable { case least, greatest }
    public enum DatePart: String, Sendable, Hashable { case year, month, day, weekday }
    public enum LocalPart: String, Sendable, Hashable { case date, time }
    public enum PeriodEdge: String, Sendable, Hashable { case startOfMonth, endOfMonth, startOfYear, endOfYear }
    public enum Quantifier: String, Sendable, Hashable { case any, every, no }
    public enum Aggregate: String, Sendable, Hashable { case sum, min, max, average }

    /// `amount` after or before `anchor`.
    public struct Shift: Sendable {
        /// The kind of the amount, which with the anchor's type says how to count.
        public var kind: AmountKind
        public var amount: Term
        public var anchor: Term
        public var isBefore: Bool
        /// For working kinds.
        public var calendar: Term?
        /// For days and months from an instant: the zone whose local time is kept.
        public var zone: Term?
        /// Intervals that do not count (elapsed and working time only): records with `from` and `until`.
        public var pauses: Term?

        public init(
            kind: AmountKind, amount: Term, anchor: Term, isBefore: Bool, calendar: Term? = nil, zone: Term? = nil,
            pauses: Term? = nil
        ) {
            self.kind = kind
            self.amount = amount
            self.anchor = anchor
            self.isBefore = isBefore
            self.calendar = calendar
            self.zone = zone
            self.pauses = pauses
        }
    }

    /// The amount of time from `start` to `end`.
    public struct Between: Sendable {
        public var kind: AmountKind
        public var start: Term
        public var end: Term
        public var calendar: Term?
        public var pauses: Term?

        public init(kind: AmountKind, start: Term, end: Term, calendar: Term? = nil, pauses: Term? = nil) {
            self.kind = kind
            self.start = start
            self.end = end
            self.calendar = calendar
            self.pauses = pauses
        }
    }
}
