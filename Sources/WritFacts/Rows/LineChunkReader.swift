/// Reads an NDJSON stream of any length in chunks of whole lines, so that several threads can work on it at once.
///
/// ```swift
/// var reader = LineChunkReader(path: "<stdin>", descriptor: 0)
/// let chunk = LineChunk()
/// while try reader.fill(chunk) { … }      // hand each chunk to a worker, which has its own IndexedLines and RowBinder
/// ```
/// Chunks grow beyond ``size`` only for a line that is longer, and of a line over the limit only the start is kept.
public struct LineChunkReader {
    /// About how many bytes a chunk has, when they come fast enough: with its index and its answers it stays in the cache.
    public static let size = 1 << 18
    /// A read that gives less than this is a stream that makes us wait: what is there is then worked on.
    private static let trickle = 1 << 16

    public let path: String
    public let limits: DocumentLimits
    private let source: NDJSONStream.Source
    /// The start of the next line, as far as it has been read.
    private let rest = PaddedBytes()
    private var nextLine = 1
    private var isAtEnd = false

    /// - Parameter source: fills a buffer as far as it can; gives the count of bytes, 0 at the end.
    public init(path: String, limits: DocumentLimits = DocumentLimits(), source: @escaping NDJSONStream.Source) {
        self.path = path
        self.limits = limits
        self.source = source
    }

    /// Reads from an open file descriptor, which stays the caller's to close.
    public init(path: String, descriptor: Int32, limits: DocumentLimits = DocumentLimits()) {
        self.init(path: path, limits: limits) { buffer throws(StreamFailure) in
            try StreamFailure.read(descriptor, buffer, path)
        }
    }

    /// Puts the next lines of the stream into a chunk, whose old ones are forgotten.
    ///
    /// - Returns: whether there are any; false is the end of the stream.
    public mutating func fill(_ chunk: LineChunk) throws(StreamFailure) -> Bool {
        let content = chunk.content
        content.removeAll()
        content.append(rest.buffer)
        rest.removeAll()
        try fill(content)
        chunk.firstLine = nextLine
        chunk.lineCount = content.countOfLines
        nextLine += chunk.lineCount
        return content.count > 0
    }

    private mutating func fill(_ content: PaddedBytes) throws(StreamFailure) {
        var searched = 0
        while true {
            let read = isAtEnd ? 0 : try read(into: content)
            if read == 0 { isAtEnd = true }
            let isEnough = read < Self.trickle || content.count >= Self.size
            if isEnough, let lineBreak = content.lastLineBreak(after: searched) {
                return keep(content, upTo: lineBreak + 1)
            }
            if isAtEnd { return }
            if isEnough { searched = content.count }
            if searched > limits.maxBytes { return try skipLine(content) }
        }
    }

    /// What follows the last line break begins the next chunk.
    private func keep(_ content: PaddedBytes, upTo end: Int) {
        rest.append(UnsafeBufferPointer(rebasing: content.buffer[end...]))
        content.setCount(end)
    }

    /// Reads on to the end of a line over the limit, and keeps just so much of it that it still is over the limit.
    private mutating func skipLine(_ content: PaddedBytes) throws(StreamFailure) {
        let kept = limits.maxBytes + 1
        content.setCount(kept)
        while true {
            if try read(into: content) == 0 {
                isAtEnd = true
                return
            }
            let lineBreak = content.buffer[kept...].firstIndex(of: UInt8(ascii: "\n"))
            if let lineBreak {
                rest.append(UnsafeBufferPointer(rebasing: content.buffer[(lineBreak + 1)...]))
                content.setCount(kept)
                return content.append(UInt8(ascii: "\n"))
            }
            content.setCount(kept)
        }
    }

    private func read(into content: PaddedBytes) throws(StreamFailure) -> Int {
        let free = max(Self.trickle, Self.size - content.count)
        content.reserve(content.count + free)
        let count = try source(UnsafeMutableRawBufferPointer(start: content.bytes + content.count, count: free))
        content.setCount(content.count + count)
        return count
    }
}
