/// How large a document may be. Facts come from outside: a hostile file gets a message, not the machine's memory.
public struct DocumentLimits: Sendable, Hashable {
    /// The most bytes of one file, or of one line of a stream.
    public var maxBytes: Int
    /// How deep lists and groups of fields may stand in each other; at most `deepest`.
    public var maxDepth: Int {
        didSet { maxDepth = min(maxDepth, Self.deepest) }
    }
    /// The most values in one file, or in one line of a stream; each use of a YAML alias counts all it stands for.
    public var maxNodes: Int

    /// Readers of documents recurse, so there is a depth nobody can ask for more than.
    public static let deepest = 512

    public init(maxBytes: Int = 64 << 20, maxDepth: Int = 64, maxNodes: Int = 1_000_000) {
        self.maxBytes = maxBytes
        self.maxDepth = min(maxDepth, Self.deepest)
        self.maxNodes = maxNodes
    }
}
