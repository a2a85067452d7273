/// The rows of a decision by the first row that applies which never answer.
struct HiddenRows: Sendable {
    enum Reason: Sendable {
        /// Its own cells leave nothing: it never applies.
        case empty
        /// Wherever it applies an earlier row does.
        case covered
        /// Where no earlier row applies, one with another answer is held by an unknown value, and the answer stays open.
        case withheld
        /// It was not found out within the steps there were.
        case undecided
    }

    struct Entry: Sendable {
        /// The number of the rule of the decision.
        var row: Int
        var reason: Reason
        /// The earlier rows that together hide it, in order; none of them can be left out, as far as that was tried.
        var by: [Int]
    }

    struct Limits: Sendable {
        /// Comparisons of boxes, for one row and for all.
        var rowSteps = 100_000
        var steps = 60_000_000
        /// How many rows get as short a list of those that hide them as can be had.
        var shortened = 200
    }

    /// In the order of the rows.
    private(set) var entries: [Entry] = []

    /// - Parameter answers: a number for the answer of each row, the same for two rows only if a row that is held and another that applies leave no
    ///   doubt about the answer. Without it no two rows agree.
    init(_ grid: TableGrid, _ meeting: MeetingRows, answers: [Int]? = nil, limits: Limits = Limits()) {
        var finder = HiddenRowFinder(grid, meeting, answers, limits)
        for row in 0..<grid.rowCount {
            if let entry = finder.next(row) { entries.append(entry) }
        }
    }

    /// For the other modes: the rows that never apply.
    init(emptyRowsOf grid: TableGrid) {
        for row in 0..<grid.rowCount where grid.layout.isEmpty(grid.applying(row)) {
            entries.append(Entry(row: row, reason: .empty, by: []))
        }
    }
}

/// Goes through the rows in their order. Rows that add nothing to those before them are left out of all that follows.
private struct HiddenRowFinder {
    private let grid: TableGrid
    private let meeting: MeetingRows
    private let answers: [Int]?
    private let limits: HiddenRows.Limits
    private let search: CoverSearch
    /// The earlier rows that matter, as bits.
    private var relevant: [UInt64]
    private var set: [UInt64]
    private var steps: Int
    private var shortened = 0

    init(_ grid: TableGrid, _ meeting: MeetingRows, _ answers: [Int]?, _ limits: HiddenRows.Limits) {
        self.grid = grid
        self.meeting = meeting
        self.answers = answers
        self.limits = limits
        search = CoverSearch(grid.layout, grid.words, count: 2 * grid.rowCount)
        relevant = Array(repeating: 0, count: meeting.wordCount + 1)
        set = relevant
        steps = limits.steps
    }

    mutating func next(_ row: Int) -> HiddenRows.Entry? {
        if grid.layout.isEmpty(grid.applying(row)) {
            if grid.hasHeldRows, !grid.layout.isEmpty(grid.possible(row)) { insert(row) }
            return HiddenRows.Entry(row: row, reason: .empty, by: [])
        }
        let earlier = rows(meeting: grid.applying(row), before: row)
        if earlier.isEmpty {
            insert(row)
            return nil
        }
        let result = run(grid.applying(row), earlier.map { number(of: $0, for: row) })
        if result != .covered {
            insert(row)
            return result == .open ? nil : HiddenRows.Entry(row: row, reason: .undecided, by: [])
        }
        guard grid.hasHeldRows else {
            return HiddenRows.Entry(row: row, reason: .covered, by: hiders(of: row, search.used))
        }
        var used = search.used
        let isCovered = run(grid.applying(row), earlier) == .covered
        if isCovered { used = search.used }
        let by = hiders(of: row, used)
        if !isCovered || !isIrrelevant(row) { insert(row) }
        return HiddenRows.Entry(row: row, reason: isCovered ? .covered : .withheld, by: by)
    }

    private mutating func insert(_ row: Int) { relevant[row >> 6] |= 1 << UInt64(row & 63) }

    /// Whether earlier rows apply wherever it applies or is held, so that nobody notices it.
    private mutating func isIrrelevant(_ row: Int) -> Bool {
        run(grid.possible(row), rows(meeting: grid.possible(row), before: row)) == .covered
    }

    /// The relevant rows before one that apply or are held somewhere in a box.
    private mutating func rows(meeting box: BoxWords, before row: Int) -> [Int32] {
        let words = 0..<row >> 6 + 1
        var rows: [Int32] = []
        set.withUnsafeMutableBufferPointer { set in
            meeting.write(box, words, into: set.baseAddress!)
            for word in words {
                var rest = set[word] & relevant[word]
                while rest != 0 {
                    rows.append(Int32(word << 6 + rest.trailingZeroBitCount))
                    rest &= rest - 1
                }
            }
        }
        return rows
    }

    /// The number of the box in which an earlier row takes the answer from a later one.
    private func number(of earlier: Int32, for row: Int) -> Int32 {
        guard grid.hasHeldRows else { return earlier }
        if let answers, answers[Int(earlier)] == answers[row] { return earlier }
        return earlier + Int32(grid.rowCount)
    }

    private mutating func run(_ box: BoxWords, _ numbers: [Int32], atMost most: Int? = nil) -> CoverSearch.Result {
        let budget = min(most ?? limits.rowSteps, steps)
        search.begin(box, numbers, steps: budget)
        let result = search.next()
        steps -= budget - search.steps
        return result
    }

    // MARK: Who hides it

    private mutating func hiders(of row: Int, _ used: [Int32]) -> [Int] {
        var used = used
        if used.count > 1, used.count <= 24, shortened < limits.shortened {
            shortened += 1
            // Later rows are left out first: the earliest are the ones that a reader meets first.
            for number in used.sorted(by: >) where used.contains(number) {
                let others = used.filter { $0 != number }
                if run(grid.applying(row), others, atMost: limits.rowSteps / 20) == .covered { used = search.used }
            }
        }
        return Set(used.map { Int($0) % grid.rowCount }).sorted()
    }
}
