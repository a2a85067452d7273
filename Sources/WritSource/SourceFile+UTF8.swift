extension SourceFile {
    /// The first bytes of `range` (of the whole file if nil) that are not UTF-8, or nil when all are.
    public func firstInvalidUTF8(in range: SourceRange? = nil) -> SourceRange? {
        let lower = range?.lower ?? 0
        let upper = range?.upper ?? bytes.count
        let bytes = bytes
        do throws(Unicode.UTF8.ValidationError) {
            let span = bytes.span
            _ = try UTF8Span(validating: span.extracting(lower..<upper))
            return nil
        } catch {
            return SourceRange(lower + error.byteOffsets.lowerBound, lower + error.byteOffsets.upperBound)
        }
    }

    /// Whether the file looks like UTF-16 or UTF-32, which some spreadsheets and shells write unasked.
    ///
    /// Told by the byte order mark, or by a zero byte among the first two: no text of ours has one.
    public var looksLikeUTF16: Bool {
        guard bytes.count >= 2 else { return false }
        let pair = (bytes[0], bytes[1])
        return pair == (0xFE, 0xFF) || pair == (0xFF, 0xFE) || (pair.0 == 0) != (pair.1 == 0)
    }

    /// The number of bytes of the scalar that starts at `offset`; 1 for a byte that is not UTF-8.
    public func scalarLength(at offset: Int) -> Int {
        let length =
            switch bytes[offset] {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        let end = offset + length
        guard end <= bytes.count, bytes[(offset + 1)..<end].allSatisfy({ $0 & 0xC0 == 0x80 }) else { return 1 }
        return length
    }
}
