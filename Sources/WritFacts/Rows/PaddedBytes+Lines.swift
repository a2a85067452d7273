#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where lines end.
extension PaddedBytes {
    /// How many lines there are; the last may have no line break.
    var countOfLines: Int {
        var (lines, start) = (0, 0)
        while start < count {
            lines += 1
            start = lineEnd(from: start) + 1
        }
        return lines
    }

    /// Where the line that begins at `start` has its line break; the end of the bytes when it has none.
    func lineEnd(from start: Int) -> Int {
        guard let found = memchr(bytes + start, Int32(UInt8(ascii: "\n")), count - start) else { return count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
    }

    /// The last line break at or after `start`.
    func lastLineBreak(after start: Int) -> Int? {
        var index = count
        while index > start {
            index -= 1
            if bytes[index] == UInt8(ascii: "\n") { return index }
        }
        return nil
    }
}
