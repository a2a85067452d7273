/// The combinations for which no row applies and none is held: cases without an answer, where there is no `otherwise`.
struct TableGaps: Sendable {
    enum Outcome: Sendable {
        /// There are none.
        case complete
        /// These are all. A combination that is unknown in a column where no row is false of the unknown value may be left out, if all
        /// those with a known value in its place are there.
        case all
        /// There are more.
        case some
        /// The steps ran out: there may be more, or, where none was found, any at all.
        case undecided
    }

    struct Limits: Sendable {
        /// How many gaps are told.
        var gaps = 20
        /// Comparisons of boxes.
        var steps = 10_000_000
    }

    /// Boxes that cannot be made larger in any column without meeting a row or, in a column of ordered values, passing over what rows cover. They may meet one
    /// another; each has something that those before it have not.
    private(set) var boxes: [ColumnBox] = []
    private(set) var outcome: Outcome

    /// - Parameters:
    ///   - meeting: finds rows that apply or are held.
    ///   - areApart: whether no two rows apply at once, so that counting may do.
    init(_ grid: TableGrid, _ meeting: MeetingRows, areApart: Bool, limits: Limits = Limits()) {
        if areApart, grid.isFilledByApartRows() {
            outcome = .complete
            return
        }
        outcome = .undecided
        let search = CoverSearch(grid.layout, grid.words, count: 2 * grid.rowCount, mostGaps: limits.gaps + 1)
        let rows = (0..<grid.rowCount).filter { !grid.layout.isEmpty(grid.possible($0)) }
        var whole = grid.whole
        whole.withUnsafeMutableBufferPointer { whole in
            for column in grid.columns where column.mayBeUnknown && grid.leavesUnknownsOut(column) {
                column.removeUnknown(from: whole.baseAddress!)
            }
            search.begin(whole.baseAddress!, rows.map { Int32($0 + grid.rowCount) }, steps: limits.steps)
        }
        let growth = GapGrowth(grid, meeting)
        while true {
            switch search.next() {
            case .covered:
                outcome = boxes.isEmpty ? .complete : .all
                return
            case .outOfSteps: return
            case .open where boxes.count == limits.gaps:
                outcome = .some
                return
            case .open:
                growth.grow(search.piece)
                search.add(search.piece)
                boxes.append(grid.box(search.piece))
            }
        }
    }
}

/// Makes boxes that meet no row as large as they can be.
private final class GapGrowth {
    private let grid: TableGrid
    private let meeting: MeetingRows
    private var set: [UInt64]

    init(_ grid: TableGrid, _ meeting: MeetingRows) {
        self.grid = grid
        self.meeting = meeting
        set = Array(repeating: 0, count: meeting.wordCount + 1)
    }

    /// Column by column, in the decision's order.
    func grow(_ box: UnsafeMutablePointer<UInt64>) {
        for column in grid.columns {
            let words = column.slot.first..<column.slot.first + column.slot.words
            let own = words.map { box[$0] }
            for word in words { box[word] = grid.whole[word] }
            let rows = rows(meeting: box)
            switch column.slot.kind {
            case .bits:
                for row in rows {
                    let other = grid.possible(row)
                    for word in words { box[word] &= ~other[word] }
                }
            case .run: box[column.slot.first] = grown(AtomRun(word: own[0]), column, rows)
            }
        }
    }

    /// The run up to the next rows on both sides.
    private func grown(_ run: AtomRun, _ column: GridColumn, _ rows: [Int]) -> UInt64 {
        var (low, high, mayBeUnknown) = (0, column.atomCount - 1, column.mayBeUnknown)
        for row in rows {
            let other = AtomRun(word: grid.possible(row)[column.slot.first])
            if other.hasUnknown { mayBeUnknown = false }
            guard other.hasAtoms else { continue }
            if other.high < run.low { low = max(low, other.high + 1) } else { high = min(high, other.low - 1) }
        }
        if !run.hasAtoms {
            // Nothing to begin from but the unknown value: all the others, or none.
            let isFree = rows.allSatisfy { !AtomRun(word: grid.possible($0)[column.slot.first]).hasAtoms }
            return AtomRun(isFree ? 0...column.atomCount - 1 : nil, unknown: true).word
        }
        return AtomRun(low, high, unknown: mayBeUnknown).word
    }

    private func rows(meeting box: BoxWords) -> [Int] {
        var rows: [Int] = []
        set.withUnsafeMutableBufferPointer { set in
            meeting.write(box, 0..<meeting.wordCount, into: set.baseAddress!)
            for word in 0..<meeting.wordCount {
                var rest = set[word]
                while rest != 0 {
                    rows.append(word << 6 + rest.trailingZeroBitCount)
                    rest &= rest - 1
                }
            }
        }
        return rows
    }
}
