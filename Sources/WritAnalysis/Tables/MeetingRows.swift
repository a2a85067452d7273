/// Finds all rows whose boxes meet a box, as a set of bits: of each column the rows that have one of its atoms there, put together
/// word by word.
///
/// This is what keeps the analysis from comparing all pairs of rows: a word is 64 of them at once. Memory is in proportion to
/// the rows, at most a few megabytes a column.
final class MeetingRows {
    private let grid: TableGrid
    /// The first of the rows' boxes, one after another.
    private let boxes: BoxWords
    let wordCount: Int
    private var columns: [Column] = []
    /// Rows with a cell of which only the first and last atom are known here: they are looked at themselves.
    private var inexact: [UInt64]
    /// Rows whose boxes hold anything at all.
    private var alive: [UInt64]
    private let scratch: UnsafeMutablePointer<UInt64>

    private struct Column {
        var slot: BoxSlot
        var column: GridColumn
        var whole: UInt64
        /// Of bits in one word: the rows that have each bit. Of all others: the rows with the unknown value.
        var sets: [UInt64] = []
        /// By their first atoms, and by their last ones, from the greatest.
        var lows: RowPrefixes?
        var highs: RowPrefixes?
    }

    init(_ grid: TableGrid, _ boxes: BoxWords) {
        self.grid = grid
        self.boxes = boxes
        wordCount = (grid.rowCount + 63) / 64
        inexact = Array(repeating: 0, count: wordCount)
        alive = inexact
        scratch = .allocate(capacity: 2 * wordCount + 1)
        scratch.initialize(repeating: 0, count: 2 * wordCount + 1)
        for row in 0..<grid.rowCount where !grid.layout.isEmpty(box(row)) { Self.insert(row, into: &alive) }
        columns = grid.columns.map(column)
    }

    deinit { scratch.deallocate() }

    private func box(_ row: Int) -> BoxWords { boxes + row * grid.layout.stride }

    private static func insert(_ row: Int, into set: inout [UInt64], at first: Int = 0) {
        set[first + row >> 6] |= 1 << UInt64(row & 63)
    }

    private func column(_ column: GridColumn) -> Column {
        var made = Column(slot: column.slot, column: column, whole: grid.whole[column.slot.first])
        if column.slot.kind == .bits, column.slot.words == 1 {
            made.sets = Array(repeating: 0, count: 64 * wordCount)
            for row in 0..<grid.rowCount {
                var bits = box(row)[column.slot.first]
                while bits != 0 {
                    Self.insert(row, into: &made.sets, at: bits.trailingZeroBitCount * wordCount)
                    bits &= bits - 1
                }
            }
            return made
        }
        made.sets = Array(repeating: 0, count: wordCount)
        var (lows, highs): ([(key: Int, row: Int)], [(key: Int, row: Int)]) = ([], [])
        for row in 0..<grid.rowCount {
            let hull = column.hull(of: box(row))
            if hull.hasUnknown { Self.insert(row, into: &made.sets) }
            if column.slot.kind == .bits { Self.insert(row, into: &inexact) }
            guard hull.hasAtoms else { continue }
            lows.append((hull.low, row))
            highs.append((-hull.high, row))
        }
        made.lows = RowPrefixes(lows, wordCount: wordCount)
        made.highs = RowPrefixes(highs, wordCount: wordCount)
        return made
    }

    /// Writes the rows that meet a box into `set`, of which only those words are of use.
    func write(_ box: BoxWords, _ words: Range<Int>, into set: UnsafeMutablePointer<UInt64>) {
        for word in words { set[word] = alive[word] }
        for index in columns.indices {
            if columns[index].lows == nil {
                narrowByBits(&columns[index], box[columns[index].slot.first], words, set)
            } else {
                narrowByRun(&columns[index], box, words, set)
            }
        }
        for word in words {
            var rest = set[word] & inexact[word]
            while rest != 0 {
                let bit = rest.trailingZeroBitCount
                rest &= rest - 1
                if !grid.layout.meet(box, self.box(word << 6 + bit)) { set[word] &= ~(1 << UInt64(bit)) }
            }
        }
    }

    private func narrowByBits(
        _ column: inout Column, _ cell: UInt64, _ words: Range<Int>, _ set: UnsafeMutablePointer<UInt64>
    ) {
        if cell == column.whole { return }
        column.sets.withUnsafeBufferPointer { sets in
            if cell.nonzeroBitCount == 1 {
                let rows = sets.baseAddress! + cell.trailingZeroBitCount * wordCount
                for word in words { set[word] &= rows[word] }
                return
            }
            for word in words { scratch[word] = 0 }
            var bits = cell
            while bits != 0 {
                let rows = sets.baseAddress! + bits.trailingZeroBitCount * wordCount
                bits &= bits - 1
                for word in words { scratch[word] |= rows[word] }
            }
            for word in words { set[word] &= scratch[word] }
        }
    }

    private func narrowByRun(
        _ column: inout Column, _ box: BoxWords, _ words: Range<Int>, _ set: UnsafeMutablePointer<UInt64>
    ) {
        let hull = column.column.hull(of: box)
        let other = scratch + wordCount
        // The rows that begin no later than it ends, and end no earlier than it begins.
        if hull.hasAtoms {
            column.lows!.write(upTo: hull.high, words, into: scratch)
            column.highs!.write(upTo: -hull.low, words, into: other)
        } else {
            for word in words { (scratch[word], other[word]) = (0, 0) }
        }
        column.sets.withUnsafeBufferPointer { unknown in
            let mask: UInt64 = hull.hasUnknown ? .max : 0
            for word in words { set[word] &= scratch[word] & other[word] | unknown[word] & mask }
        }
    }
}
