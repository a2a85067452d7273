/// Comments behind lines that follow each other: where the author had them under each other they stay so.
struct CommentAligner {
    private struct Comment {
        let line: Int
        /// Where it was, on a screen.
        let column: Int
        /// Where what it stands behind ends now, on a screen.
        let end: Int
        /// Where it begins in the bytes written.
        let offset: Int
    }

    private var comments: [Comment] = []

    mutating func add(line: Int, column: Int, end: Int, offset: Int) {
        comments.append(Comment(line: line, column: column, end: end, offset: offset))
    }

    /// The text with spaces before the comments.
    func aligned(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var done = 0
        var rest = comments[...]
        while !rest.isEmpty {
            let group = rest.prefix(groupCount(rest))
            let column = 2 + (group.lazy.map(\.end).max() ?? 0)
            for comment in group {
                result += text[done..<comment.offset]
                result += repeatElement(0x20, count: column - comment.end)
                done = comment.offset
            }
            rest = rest.dropFirst(group.count)
        }
        return result + text[done...]
    }

    /// How many comments from the first on stand under each other.
    private func groupCount(_ comments: ArraySlice<Comment>) -> Int {
        guard let first = comments.first else { return 0 }
        let group = comments.enumerated().prefix { index, comment in
            comment.line == first.line + index && comment.column == first.column
        }
        return group.count
    }
}
