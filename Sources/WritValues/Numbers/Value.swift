/// The runtime value of the engine: 16 trivial bytes, whose meaning the checked model knows and the value does not.
///
/// A count of a type's smallest unit, a boolean, the tag of an enumeration value, or a run of a list. Reading a value as
/// something else than it was made as is a broken invariant of the plan, which is verified before it runs; nothing is
/// checked here.
@frozen
public struct Value: Hashable, Sendable {
    public var bits: Int128

    @inlinable
    public init(bits: Int128) { self.bits = bits }

    /// A count: of a number's smallest unit, of days, of microseconds, …
    @inlinable
    public init(count: Int128) { bits = count }

    @inlinable
    public init(boolean: Bool) { bits = boolean ? 1 : 0 }

    /// The place of an enumeration value, a text or a record in its table.
    @inlinable
    public init(tag: Int) { bits = Int128(tag) }

    /// A run of `count` elements from `start`.
    @inlinable
    public init(start: Int, count: Int) {
        bits = Int128(count) << 64 | Int128(UInt64(bitPattern: Int64(start)))
    }

    @inlinable
    public var count: Int128 { bits }

    @inlinable
    public var boolean: Bool { bits != 0 }

    @inlinable
    public var tag: Int { Int(truncatingIfNeeded: bits) }

    /// Where a run starts.
    @inlinable
    public var start: Int { Int(truncatingIfNeeded: bits) }

    /// How many elements a run has.
    @inlinable
    public var length: Int { Int(truncatingIfNeeded: bits >> 64) }
}
