import WritSource

/// What stands before a token, as the formatter needs it.
struct Trivia {
    struct Comment {
        /// Without spaces at its end.
        let range: SourceRange
        /// On the line of the token before.
        let isTrailing: Bool
        /// An empty line stands before it.
        let isAfterBlank: Bool
    }

    private(set) var comments: [Comment] = []
    /// The token begins a line.
    private(set) var breaksLine = false
    /// An empty line stands right before the token.
    private(set) var endsBlank = false

    var hasOwnLineComment: Bool { comments.contains { !$0.isTrailing } }

    init(_ file: SourceFile, _ range: SourceRange) {
        var offset = range.lower
        var lineBreaks = range.lower == 0 ? 1 : 0
        while offset < range.upper {
            if file.bytes[offset] == UInt8(ascii: "#") {
                let start = offset
                while offset < range.upper, file.bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
                addComment(file, SourceRange(start, offset), lineBreaks)
                lineBreaks = 0
            } else {
                if file.bytes[offset] == UInt8(ascii: "\n") { lineBreaks += 1 }
                offset += 1
            }
        }
        breaksLine = lineBreaks > 0 || !comments.isEmpty
        endsBlank = lineBreaks > 1
    }

    private mutating func addComment(_ file: SourceFile, _ range: SourceRange, _ lineBreaks: Int) {
        var end = range.upper
        while end > range.lower, file.bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
        comments.append(
            Comment(range: SourceRange(range.lower, end), isTrailing: lineBreaks == 0, isAfterBlank: lineBreaks > 1))
    }
}
