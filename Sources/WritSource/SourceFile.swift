#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The bytes of one text (a policy, a facts document, a CSV table) under the name a person knows it by.
///
/// A source file is immutable and shared: every position in the product is a range into one.
public final class SourceFile: Sendable {
    /// The path as the user gave it, or a name such as `<stdin>`.
    public let path: String
    public let bytes: [UInt8]
    /// The number a person gives the first line: 1, except for a piece cut from a longer stream.
    public let firstLine: Int
    /// Offsets at which lines start; the first is 0.
    private let lineStarts: [Int]
    /// How many scalars start before each block of bytes: a document may be one line of many megabytes, and finding
    /// the columns of a thousand mistakes in it must not read it a thousand times.
    private let scalarCounts: [Int]
    private static let block = 4096

    /// - Parameter firstLine: the number of the first line, when the bytes are a piece of a longer stream, so that
    ///   messages name the line a person finds in an editor.
    public init(path: String, bytes: [UInt8], firstLine: Int = 1) {
        self.path = path
        self.bytes = bytes
        self.firstLine = firstLine
        (lineStarts, scalarCounts) = bytes.withUnsafeBytes { (Self.lineStarts($0), Self.scalarCounts($0)) }
    }

    /// By the C library, which looks at many bytes at a time.
    private static func lineStarts(_ bytes: UnsafeRawBufferPointer) -> [Int] {
        var starts = [0]
        guard let base = bytes.baseAddress else { return starts }
        while let found = memchr(base + starts.last!, Int32(UInt8(ascii: "\n")), bytes.count - starts.last!) {
            starts.append(UnsafeRawPointer(found) - base + 1)
        }
        return starts
    }

    private static func scalarCounts(_ bytes: UnsafeRawBufferPointer) -> [Int] {
        var counts: [Int] = []
        var scalars = 0
        for start in stride(from: 0, to: bytes.count, by: block) {
            counts.append(scalars)
            scalars += Self.scalars(in: bytes, start..<min(start + block, bytes.count))
        }
        return counts
    }

    /// A byte that is not a UTF-8 continuation starts a scalar; most texts are ASCII, of which eight bytes are eight scalars.
    private static func scalars(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
        var continuations = 0
        var offset = range.lowerBound
        while offset + 8 <= range.upperBound {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 {
                continuations += (word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
            }
            offset += 8
        }
        while offset < range.upperBound {
            if bytes[offset] & 0xC0 == 0x80 { continuations += 1 }
            offset += 1
        }
        return range.count - continuations
    }

    public convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    public var lineCount: Int { lineStarts.count }

    /// 3 when the file starts with the UTF-8 byte order mark some editors write, else 0.
    public var byteOrderMarkLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// The 0-based index of the line that holds `offset`. O(log lines).
    public func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// 1-based line and 1-based column, the column counted in Unicode scalars, as editors show it.
    public func position(of offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineIndex(of: offset)
        // Editors do not count a byte order mark as a column.
        let lineStart = max(lineStarts[line], min(byteOrderMarkLength, offset))
        return SourcePosition(line: line + firstLine, column: scalars(before: offset) - scalars(before: lineStart) + 1)
    }

    private func scalars(before offset: Int) -> Int {
        let block = min(offset / Self.block, scalarCounts.count - 1)
        guard block >= 0 else { return 0 }
        return bytes[(block * Self.block)..<offset].reduce(into: scalarCounts[block]) { count, byte in
            if byte & 0xC0 != 0x80 { count += 1 }
        }
    }

    /// The bytes of a line without its line break. `line` is 0-based.
    public func rangeOfLine(_ line: Int) -> SourceRange {
        let start = lineStarts[line]
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return SourceRange(start, max(start, end))
    }

    /// The text of a range; bytes that are not UTF-8 show as U+FFFD.
    public func text(of range: SourceRange) -> String {
        let upper = min(range.upper, bytes.count)
        return String(decoding: bytes[min(range.lower, upper)..<upper], as: UTF8.self)
    }
}

/// A place as a person reads it: both numbers start at 1.
public struct SourcePosition: Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
