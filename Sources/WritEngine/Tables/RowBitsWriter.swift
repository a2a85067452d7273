/// Writes the sets of rows of a column's ranges, going along its values once.
struct RowBitsWriter {
    let boxes: TableBoxes
    let wordCount: Int
    let summaryCount: Int
    private(set) var words: [UInt64] = []

    init(boxes: TableBoxes, wordCount: Int, summaryCount: Int) {
        self.boxes = boxes
        self.wordCount = wordCount
        self.summaryCount = summaryCount
    }

    /// The sets of the ranges that `bounds` part, and that of an unknown value.
    mutating func write(_ column: Int, _ bounds: [Int64]) {
        // By range, the rows that may apply from it on, and those that no longer do.
        var turns: [[Int32]] = Array(repeating: [], count: bounds.count + 2)
        var unknown: [UInt64] = Array(repeating: 0, count: wordCount)
        for row in 0..<boxes.rowCount {
            if boxes.cell(row, column).ofUnknown != .no { unknown[row >> 6] |= 1 << UInt64(row & 63) }
            var open: (first: Int, last: Int)?
            for interval in boxes.intervals(row, column) {
                let (first, last) = (range(of: interval.low, bounds), range(of: interval.high, bounds))
                if let known = open, known.last + 1 >= first {
                    open = (known.first, last)
                    continue
                }
                close(open, row, &turns)
                open = (first, last)
            }
            close(open, row, &turns)
        }
        var set: [UInt64] = Array(repeating: 0, count: wordCount)
        for range in 0...bounds.count {
            for row in turns[range] { set[Int(row) >> 6] ^= 1 << UInt64(row & 63) }
            append(set)
        }
        append(unknown)
    }

    private func close(_ ranges: (first: Int, last: Int)?, _ row: Int, _ turns: inout [[Int32]]) {
        guard let ranges else { return }
        turns[ranges.first].append(Int32(row))
        turns[ranges.last + 1].append(Int32(row))
    }

    /// How many bounds are not above a value.
    private func range(of value: Int64, _ bounds: [Int64]) -> Int {
        var (low, high) = (0, bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func append(_ set: [UInt64]) {
        for group in 0..<summaryCount {
            var summary: UInt64 = 0
            for bit in 0..<min(64, wordCount - group * 64) where set[group * 64 + bit] != 0 {
                summary |= 1 << UInt64(bit)
            }
            words.append(summary)
        }
        words += set
    }
}
