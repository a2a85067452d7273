import WritValues

/// The type of every value in a checked policy.
///
/// Quantities (numbers, money, amounts of time, dates, times, instants) are integer counts of the type's smallest unit; the
/// type says what one count is, so that no value needs to.
///
/// Every term has one, and terms are copied all the time: the common types are plain bits, and only the others are boxed.
public enum WritType: Hashable, Sendable {
    case boolean
    /// An exact number with `scale` decimals; `integer` is scale 0. One count is 10⁻ˢᶜᵃˡᵉ.
    case number(scale: Int)
    /// Money of one currency. Declared money has the currency's own scale; a product may have more decimals until it is rounded.
    case money(Currency, scale: Int)
    case text
    /// One count is a day, counted from 1970-01-01.
    case date
    /// A local time of day; one count is a microsecond from midnight.
    case time
    /// A point in time; one count is a microsecond from 1970-01-01T00:00:00Z.
    case instant
    /// The name of a time zone, checked when it comes in.
    case zone
    /// One of the model's calendars.
    case calendar
    /// An amount of time; what one count is depends on the kind (microsecond, day or month).
    case amount(AmountKind)
    /// An enumeration or a variant with fields.
    case variant(VariantID)
    case record(RecordID)
    indirect case list(WritType)
    /// An exact quotient that has not been rounded. It may only be compared or rounded, never kept.
    case quotient(QuotientKind)
    /// Text with holes or in several languages: may be answered, never compared.
    case message
    /// What an expression with a mistake has; it agrees with everything, so that one mistake gives one message.
    case poison
}

/// What rounding a quotient gives: a number, or money of a currency.
public enum QuotientKind: Hashable, Sendable {
    case number
    case money(Currency)
}

extension WritType {
    public static let integer = WritType.number(scale: 0)

    /// Money as it is declared: with the currency's own decimals.
    public static func money(_ currency: Currency) -> WritType { .money(currency, scale: currency.minorDigits) }

    /// A quantity: a value that is one integer count.
    public var isQuantity: Bool {
        switch self {
        case .number, .money, .date, .time, .instant, .amount: true
        default: false
        }
    }

    /// Decimals of one count; 0 for what is not a decimal quantity.
    public var scale: Int {
        switch self {
        case .number(let scale), .money(_, let scale): scale
        default: 0
        }
    }
}
