/// Some whole lines of an NDJSON stream, in memory of their own: what one thread takes from ``LineChunkReader`` and works on
/// while others are read.
///
/// One thread has a chunk at a time. Once its lines are done it may be filled again.
public final class LineChunk: @unchecked Sendable {
    let content = PaddedBytes(capacity: 1 << 16)
    /// The number of the first line in the stream, from 1.
    public internal(set) var firstLine = 1
    /// How many lines there are, blank ones counted.
    public internal(set) var lineCount = 0

    public init() {}

    /// How many bytes there are, line breaks included.
    public var byteCount: Int { content.count }
}
