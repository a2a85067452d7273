/// One ordinary combination of a box: where to begin when a case is made of it.
struct BoxSample: Hashable, Sendable {
    /// Of each column a value; nil where it is to be unknown.
    var values: [Int64?]
    /// Whether the box asks anything of the column: of the others any value will do.
    var matters: [Bool]

    /// Nil of a box in which nothing is.
    init?(of box: ColumnBox, in space: ColumnSpace) {
        (values, matters) = ([], [])
        for (index, cell) in box.columns.enumerated() {
            if cell.isEmpty { return nil }
            matters.append(cell != space.whole(index))
            values.append(Self.value(cell, space.columns[index]))
        }
    }

    /// Known, if it can be.
    private static func value(_ cell: CellValues, _ column: ColumnSpace.Column) -> Int64? {
        guard let first = cell.intervals.first else { return nil }
        // What a row says of a column shows at the ends that lie inside of its domain.
        var ends: [Int64] = []
        for interval in cell.intervals {
            if interval.lowerBound > column.values.lowerBound { ends.append(interval.lowerBound) }
            if interval.upperBound < column.values.upperBound { ends.append(interval.upperBound) }
        }
        guard column.type.isQuantity, let plainest = ends.max(by: { zeros($0) < zeros($1) }) else {
            return column.type.isQuantity ? min(max(0, first.lowerBound), first.upperBound) : first.lowerBound
        }
        // `max` takes the last of equals; the first is the smaller number.
        return ends.first { zeros($0) == zeros(plainest) }
    }

    /// How round a number is: its zeros at the end.
    private static func zeros(_ value: Int64) -> Int {
        var (rest, count) = (value, 0)
        while rest != 0, rest % 10 == 0 { (rest, count) = (rest / 10, count + 1) }
        return value == 0 ? 19 : count
    }
}
