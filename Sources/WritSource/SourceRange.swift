/// A half-open range of UTF-8 offsets into one source file.
public struct SourceRange: Hashable, Sendable {
    /// Offset of the first byte.
    public var lower: Int
    /// Offset one past the last byte; never less than `lower`.
    public var upper: Int

    public init(_ lower: Int, _ upper: Int) {
        precondition(0 <= lower && lower <= upper, "a source range runs forwards")
        self.lower = lower
        self.upper = upper
    }

    /// The empty range at `offset`: where something is missing.
    public static func at(_ offset: Int) -> SourceRange { SourceRange(offset, offset) }

    public var isEmpty: Bool { lower == upper }
    public var count: Int { upper - lower }

    /// The smallest range that holds both.
    public func union(_ other: SourceRange) -> SourceRange {
        SourceRange(min(lower, other.lower), max(upper, other.upper))
    }
}
