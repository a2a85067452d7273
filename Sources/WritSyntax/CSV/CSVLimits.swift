/// How large a CSV table may be.
public struct CSVLimits: Sendable, Hashable {
    public var maxBytes: Int
    public var maxFields: Int

    public init(maxBytes: Int = 64 << 20, maxFields: Int = 2_000_000) {
        self.maxBytes = maxBytes
        self.maxFields = maxFields
    }
}
