/// Finds the row in sets of bits: of each column and range of its values, the rows that may apply there.
///
/// The sets of the columns are put together word by word, and what is left is looked at exactly, row by row. Answers every
/// case, also one with unknown values; needs memory in proportion to the rows, for the ranges of a column are few, each of many
/// values when it must be.
struct RowBits {
    /// Of one column that some row asks about.
    struct Column {
        var column: Int32
        /// How many bounds part its ranges. The sets are those of the ranges in order, then that of an unknown value.
        var boundCount: Int32
        var firstBound: Int
        /// The place of the first set among the words, and of its summary.
        var firstSet: Int
    }

    private let boxes: TableBoxes
    private let columns: UnsafeMutablePointer<Column>
    private let columnCount: Int
    private let bounds: UnsafeMutablePointer<Int64>
    /// Of each set first a summary, a bit for each of its words, then the words.
    private let words: UnsafeMutablePointer<UInt64>
    private let wordCount: Int
    private let summaryCount: Int
    let byteCount: Int

    /// Memory for the sets of a column. With more rows its ranges are fewer.
    private static let bytesForColumn = 1 << 20

    init(_ boxes: TableBoxes) {
        self.boxes = boxes
        wordCount = max(1, (boxes.rowCount + 63) / 64)
        summaryCount = (wordCount + 63) / 64
        let mostRanges = max(8, min(256, Self.bytesForColumn / (8 * wordCount)))
        var columns: [Column] = []
        var bounds: [Int64] = []
        var sets = RowBitsWriter(boxes: boxes, wordCount: wordCount, summaryCount: summaryCount)
        for column in 0..<boxes.columnCount
        where (0..<boxes.rowCount).contains(where: { !boxes.cell($0, column).isAny }) {
            let all = boxes.bounds(of: column)
            let step = (all.count + mostRanges - 1) / mostRanges
            let own = step < 2 ? all : stride(from: step - 1, to: all.count, by: step).map { all[$0] }
            columns.append(
                Column(
                    column: Int32(column), boundCount: Int32(own.count), firstBound: bounds.count,
                    firstSet: sets.words.count))
            bounds += own
            sets.write(column, own)
        }
        columnCount = columns.count
        self.columns = Self.copy(columns)
        self.bounds = Self.copy(bounds)
        words = Self.copy(sets.words)
        byteCount = bounds.count * 8 + sets.words.count * 8
    }

    func deallocate() {
        columns.deallocate()
        bounds.deallocate()
        words.deallocate()
    }

    private static func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
        let copy = UnsafeMutablePointer<Element>.allocate(capacity: elements.count + 1)
        copy.initialize(from: elements, count: elements.count)
        return copy
    }

    /// The row, or one of the other answers of `TableIndex`.
    func row(_ values: UnsafePointer<Int64>) -> Int32 {
        withUnsafeTemporaryAllocation(of: UnsafePointer<UInt64>.self, capacity: columnCount + 1) { sets in
            for place in 0..<columnCount { sets[place] = set(columns[place], values) }
            var found = TableIndex.none
            for group in 0..<summaryCount {
                var summary = rest(group: group)
                for place in 0..<columnCount { summary &= sets[place][group] }
                while summary != 0 {
                    let word = group << 6 + summary.trailingZeroBitCount
                    summary &= summary &- 1
                    var candidates = rest(word: word)
                    for place in 0..<columnCount { candidates &= sets[place][summaryCount &+ word] }
                    while candidates != 0 {
                        let row = word << 6 + candidates.trailingZeroBitCount
                        candidates &= candidates &- 1
                        switch boxes.truth(row, values) {
                        case .no: continue
                        case .unknown: return TableIndex.undecidable
                        case .yes:
                            if !boxes.isUnique { return Int32(row) }
                            if found != TableIndex.none { return TableIndex.undecidable }
                            found = Int32(row)
                        }
                    }
                }
            }
            return found
        }
    }

    /// The rows of a word that exist.
    @inline(__always)
    private func rest(word: Int) -> UInt64 { Self.ones(boxes.rowCount - word << 6) }

    @inline(__always)
    private func rest(group: Int) -> UInt64 { Self.ones(wordCount - group << 6) }

    @inline(__always)
    private static func ones(_ count: Int) -> UInt64 { count >= 64 ? .max : count <= 0 ? 0 : 1 << UInt64(count) - 1 }

    @inline(__always)
    private func set(_ column: Column, _ values: UnsafePointer<Int64>) -> UnsafePointer<UInt64> {
        let value = values[Int(column.column)]
        var range = Int(column.boundCount) &+ 1
        if value != TableIndex.unknown {
            let first = bounds + column.firstBound
            range = 0
            var end = Int(column.boundCount)
            while range < end {
                let middle = (range &+ end) >> 1
                if first[middle] <= value { range = middle &+ 1 } else { end = middle }
            }
        }
        return UnsafePointer(words + column.firstSet + range &* (wordCount &+ summaryCount))
    }
}
