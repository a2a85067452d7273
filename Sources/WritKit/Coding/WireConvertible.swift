import WritValues

/// A type of the host's own that is a text on the wire: a date, a decimal, an identifier.
///
/// Facts and answers have no form of their own for these in Swift, so that a host keeps the types it has:
///
/// ```swift
/// extension Decimal: @retroactive WireConvertible {
///     public init?(wireText: String) { self.init(string: wireText) }
///     public var wireText: String { description }
/// }
/// ```
/// The policy reads the text by the type it declares, so `2026-05-04` is a date where a date is declared and a text where
/// a text is. A type that conforms is never asked to encode or decode itself.
public protocol WireConvertible {
    /// The value that a text of an answer stands for; nil when it is none.
    init?(wireText: String)

    /// What a document would say: `2026-05-04`, `12.50`, `3 working days`.
    var wireText: String { get }
}

extension CivilDate: WireConvertible {
    /// A date as policies write it, `2026-05-04`.
    public init?(wireText: String) { self.init(iso: wireText) }
    /// `2026-05-04`
    public var wireText: String { description }
}

extension Instant: WireConvertible {
    /// A point in time as RFC 3339 writes it.
    public init?(wireText: String) { self.init(rfc3339: wireText) }
    /// The point in time in UTC, `2026-05-04T09:30:00Z`.
    public var wireText: String { description }
}
