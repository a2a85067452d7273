import WritSemantics

/// A decision's rows as boxes: of each row and column the set of values that its cell lets pass.
///
/// This is what an index is made of, and all that it knows of the policy. Rows and columns have the decision's numbers.
public struct TableBoxes: Sendable {
    public let columnCount: Int
    public let rowCount: Int
    /// Whether two rows at once are a fault, and not the first of them the answer.
    public let isUnique: Bool
    /// Row by row.
    private var cells: [Cell] = []
    private var intervals: [ValueSet.Interval] = []

    package struct Cell: Sendable {
        fileprivate var first: Int32
        fileprivate var end: Int32
        package var ofUnknown: CellTest.Truth
        /// Whether it passes every value, an unknown one too.
        package var isAny: Bool
    }

    /// The boxes of a decision; nil where rows are collected, or where a row asks something that is no test of one column
    /// against constants (a period in force, another fact, a calculation, a rule it yields to).
    ///
    /// - Parameters:
    ///   - text: the number that a text has in the columns' values.
    ///   - constant: the value of a term that is the same for all cases, as its type counts it; nil for any other.
    public init?(_ decision: Decision, text: (String) -> Int64?, constant: (Term) -> Int64?) {
        guard decision.mode == .first || decision.mode == .unique else { return nil }
        self.init(rowsOf: decision, text: text, constant: constant)
    }

    /// The boxes of a decision of any mode: what its rows ask, whatever becomes of those that apply.
    package init?(rowsOf decision: Decision, text: (String) -> Int64?, constant: (Term) -> Int64?) {
        let columns = decision.columns.enumerated().map { ($1.local, (index: $0, type: $1.value.type)) }
        let boxes = withoutActuallyEscaping(text) { text in
            withoutActuallyEscaping(constant) { constant -> TableBoxes? in
                let reader = CellReader(
                    columns: Dictionary(columns) { first, _ in first }, text: text, constant: constant)
                return TableBoxes(decision, reader)
            }
        }
        guard let boxes else { return nil }
        self = boxes
    }

    private init?(_ decision: Decision, _ reader: CellReader) {
        self.init(
            columnCount: decision.columns.count, rowCount: decision.rules.count, isUnique: decision.mode == .unique)
        let empty = Array(repeating: CellTest.any, count: columnCount)
        for index in decision.rules.indices {
            var row = empty
            guard reader.read(decision.rules[index].condition, into: &row) else { return nil }
            for test in row { append(test) }
        }
    }

    package init(rows: [[CellTest]], columnCount: Int, isUnique: Bool) {
        self.init(columnCount: columnCount, rowCount: rows.count, isUnique: isUnique)
        for test in rows.joined() { append(test) }
    }

    private init(columnCount: Int, rowCount: Int, isUnique: Bool) {
        self.columnCount = columnCount
        self.rowCount = rowCount
        self.isUnique = isUnique
        cells.reserveCapacity(rowCount * columnCount)
        intervals.reserveCapacity(rowCount * columnCount)
    }

    private mutating func append(_ test: CellTest) {
        let first = Int32(intervals.count)
        intervals += test.values.intervals
        cells.append(
            Cell(first: first, end: Int32(intervals.count), ofUnknown: test.ofUnknown, isAny: test == .any))
    }

    // MARK: Cells

    package func cell(_ row: Int, _ column: Int) -> Cell { cells[row * columnCount + column] }

    /// The values that a cell lets pass.
    package func intervals(_ row: Int, _ column: Int) -> ArraySlice<ValueSet.Interval> {
        let cell = cell(row, column)
        return intervals[Int(cell.first)..<Int(cell.end)]
    }

    /// The values at which a cell of a column begins or ceases to pass, each once, in order.
    package func bounds(of column: Int) -> [Int64] {
        var bounds: [Int64] = []
        for row in 0..<rowCount where !cell(row, column).isAny {
            for interval in intervals(row, column) {
                if interval.low > ValueSet.least { bounds.append(interval.low) }
                if interval.high < .max { bounds.append(interval.high + 1) }
            }
        }
        bounds.sort()
        var last: Int64?
        return bounds.filter { bound in
            defer { last = bound }
            return bound != last
        }
    }

    /// What a row comes to for the values of all columns.
    func truth(_ row: Int, _ values: UnsafePointer<Int64>) -> CellTest.Truth {
        var truth = CellTest.Truth.yes
        cells.withUnsafeBufferPointer { cells in
            intervals.withUnsafeBufferPointer { intervals in
                for column in 0..<columnCount {
                    let cell = cells[row &* columnCount &+ column]
                    if cell.isAny { continue }
                    if values[column] == TableIndex.unknown {
                        truth = min(truth, cell.ofUnknown)
                    } else if !intervals[Int(cell.first)..<Int(cell.end)].contains(where: {
                        $0.low <= values[column] && values[column] <= $0.high
                    }) {
                        truth = .no
                    }
                    if truth == .no { return }
                }
            }
        }
        return truth
    }
}
