/// The rows of a decision by the first row that applies which never answer.
struct HiddenRows: Sendable {
    enum Reason: Sendable {
        /// Its own cells leave nothing: it never applies.
        case empty
        /// Wherever it applies an earlier row does.
        case covered
        /// Where no earlier row applies, one with another answer is held by an unknown value, and the answer stays open. Also where it was not
        /// found out whether this or `covered` is the reason.
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
        /// Comparisons of boxes, for one row and for all: some hundred milliseconds at most, a second or two with many columns.
        var rowSteps = 100_000
        var steps = 15_000_000
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
    /// The earlier rows that matter, as bits: to whether an earlier row applies, and to whether one applies or is held.
    private var applying: [UInt64]
    private var possible: [UInt64]
    private var set: [UInt64]
    private var steps: Int
    private var shortened = 0

    init(_ grid: TableGrid, _ meeting: MeetingRows, _ answers: [Int]?, _ limits: HiddenRows.Limits) {
        self.grid = grid
        self.meeting = meeting
        self.answers = answers
        self.limits = limits
        search = CoverSearch(grid.layout, grid.words, count: 2 * grid.rowCount)
        set = Array(repeating: 0, count: meeting.wordCount + 1)
        (applying, possible) = (set, set)
        steps = limits.steps
    }

    mutating func next(_ row: Int) -> HiddenRows.Entry? {
        if grid.layout.isEmpty(grid.applying(row)) {
            if !grid.layout.isEmpty(grid.possible(row)) { insertHidden(row, .empty) }
            return HiddenRows.Entry(row: row, reason: .empty, by: [])
        }
        let earlier = rows(meeting: grid.applying(row), before: row, of: possible)
        let numbers = earlier.map { number(of: $0, for: row) }
        let result = numbers.isEmpty ? .open : run(grid.applying(row), numbers, before: row)
        if result != .covered {
            insert(row)
            return result == .open ? nil : HiddenRows.Entry(row: row, reason: .undecided, by: [])
        }
        if !grid.hasHeldRows {
            return HiddenRows.Entry(row: row, reason: .covered, by: hiders(of: row, search.used))
        }
        var used = search.used
        let isCovered =
            run(
                grid.applying(row), rows(meeting: grid.applying(row), before: row, of: applying), before: row)
            == .covered
        if isCovered { used = search.used }
        let by = hiders(of: row, used)
        insertHidden(row, isCovered ? .covered : .withheld)
        return HiddenRows.Entry(row: row, reason: isCovered ? .covered : .withheld, by: by)
    }

    private mutating func insert(_ row: Int) {
        applying[row >> 6] |= 1 << UInt64(row & 63)
        possible[row >> 6] |= 1 << UInt64(row & 63)
    }

    private mutating func insertHidden(_ row: Int, _ reason: HiddenRows.Reason) {
        if reason == .withheld { applying[row >> 6] |= 1 << UInt64(row & 63) }
        if !isUnnoticed(row, reason) { possible[row >> 6] |= 1 << UInt64(row & 63) }
    }

    /// Whether what earlier rows take from later ones is no less without it.
    private mutating func isUnnoticed(_ row: Int, _ reason: HiddenRows.Reason) -> Bool {
        // From rows that agree with it only its applying takes something, which must then be covered by itself.
        if reason == .withheld, answers != nil { return false }
        let box = grid.possible(row)
        let earlier = rows(meeting: box, before: row, of: possible)
        return run(box, earlier.map { takingFromOthers($0, row) }, before: row) == .covered
    }

    /// The number of the box in which an earlier row takes from later rows what another one, held, takes from them.
    private func takingFromOthers(_ earlier: Int32, _ row: Int) -> Int32 {
        guard let answers else { return earlier + Int32(grid.rowCount) }
        return answers[Int(earlier)] == answers[row] ? earlier + Int32(grid.rowCount) : earlier
    }

    /// The rows of a set before one that apply or are held somewhere in a box.
    private mutating func rows(meeting box: BoxWords, before row: Int, of relevant: [UInt64]) -> [Int32] {
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

    private mutating func run(_ box: BoxWords, _ numbers: [Int32], before row: Int) -> CoverSearch.Result {
        // A row may take several times its share of what is left.
        let share = max(limits.rowSteps / 10, 4 * steps / (grid.rowCount - row))
        let budget = min(limits.rowSteps, share, steps)
        if budget <= numbers.count { return .outOfSteps }
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
                if run(grid.applying(row), others, before: row) == .covered { used = search.used }
            }
        }
        return Set(used.map { Int($0) % grid.rowCount }).sorted()
    }
}
