/// The pairs of rows that apply to one combination.
///
/// Under `unique` each is a fault for the cases it meets; elsewhere it says which rows depend on their order or add up.
struct TableOverlaps: Sendable {
    struct Pair: Sendable {
        /// Numbers of rules of the decision.
        var first: Int
        var second: Int
        /// The combinations to which both apply.
        var box: ColumnBox
    }

    /// By the first row, then by the second: the first of them.
    private(set) var pairs: [Pair] = []
    /// How many pairs there are in all.
    private(set) var count = 0

    /// - Parameter limit: how many pairs are listed; the others are only counted.
    init(_ grid: TableGrid, _ meeting: MeetingRows, limit: Int) {
        let set = UnsafeMutablePointer<UInt64>.allocate(capacity: meeting.wordCount + 1)
        let common = UnsafeMutablePointer<UInt64>.allocate(capacity: grid.layout.stride + 1)
        defer {
            set.deallocate()
            common.deallocate()
        }
        for row in 0..<grid.rowCount where !grid.layout.isEmpty(grid.applying(row)) {
            let words = row >> 6..<meeting.wordCount
            meeting.write(grid.applying(row), words, into: set)
            // Of the row's own word the later rows.
            set[words.lowerBound] &= ~1 << UInt64(row & 63)
            for word in words where set[word] != 0 {
                count += set[word].nonzeroBitCount
                var rest = set[word]
                while rest != 0, pairs.count < limit {
                    let other = word << 6 + rest.trailingZeroBitCount
                    rest &= rest - 1
                    grid.layout.intersect(grid.applying(row), grid.applying(other), into: common)
                    pairs.append(Pair(first: row, second: other, box: grid.box(common)))
                }
            }
        }
    }
}
