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
        let isOpen = count > 0 && bytes[count - 1] != UInt8(ascii: "\n")
        return countOfLineBreaks + (isOpen ? 1 : 0)
    }

    /// Thirty-two bytes at a time: this is the one thing that the thread that reads does with every byte.
    private var countOfLineBreaks: Int {
        let lineBreak = SIMD32<UInt8>(repeating: UInt8(ascii: "\n"))
        let one = SIMD32<UInt8>(repeating: 1)
        let raw = UnsafeRawPointer(bytes)
        var (breaks, offset) = (0, 0)
        while offset + 32 <= count {
            // A lane counts to 255 before it is emptied.
            var lanes = SIMD32<UInt8>(repeating: 0)
            let end = min(count - 31, offset + 255 * 32)
            while offset < end {
                let block = raw.loadUnaligned(fromByteOffset: offset, as: SIMD32<UInt8>.self)
                lanes.replace(with: lanes &+ one, where: block .== lineBreak)
                offset += 32
            }
            breaks += Int(SIMD32<UInt16>(truncatingIfNeeded: lanes).wrappedSum())
        }
        while offset < count {
            breaks += bytes[offset] == UInt8(ascii: "\n") ? 1 : 0
            offset += 1
        }
        return breaks
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
