/// What one column of a table may be: some of its known values, and whether it may be unknown.
struct CellValues: Hashable, Sendable {
    /// Closed intervals of the column's numbers, in order, with gaps between them.
    var intervals: [ClosedRange<Int64>]
    var mayBeUnknown: Bool

    var isEmpty: Bool { intervals.isEmpty && !mayBeUnknown }

    /// - Parameter value: nil for an unknown one.
    func contains(_ value: Int64?) -> Bool {
        guard let value else { return mayBeUnknown }
        return intervals.contains { $0.contains(value) }
    }
}

/// Combinations of values: of each column of the decision some values, and all that can be put together from them.
struct ColumnBox: Hashable, Sendable {
    /// One entry for each column, in the decision's order; the column's whole domain where nothing is asked of it.
    var columns: [CellValues]

    /// - Parameter values: of each column, nil for an unknown one.
    func contains(_ values: [Int64?]) -> Bool { zip(columns, values).allSatisfy { $0.contains($1) } }
}
