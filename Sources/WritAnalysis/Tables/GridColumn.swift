import WritEngine

/// A column cut into atoms: values that no row tells apart, numbered in order, and after them the unknown value.
struct GridColumn: Sendable {
    /// The column's number in the decision.
    let number: Int
    let mayBeUnknown: Bool
    /// The first value of each atom, in order, and behind the last one its last value.
    private let starts: [Int64]
    private let end: Int64
    /// How cells of this column lie in a box.
    var slot: BoxSlot

    /// How many atoms its known values make.
    var atomCount: Int { starts.count }

    /// Atoms up to which cells are one word of bits, with a bit for the unknown value.
    static let mostBits = 63

    init(_ number: Int, _ boxes: TableBoxes, _ space: ColumnSpace, mostBits: Int) {
        self.number = number
        let domain = space.columns[number]
        mayBeUnknown = domain.mayBeUnknown
        let low = domain.values.lowerBound
        starts = [low] + boxes.bounds(of: number).filter { $0 > low && $0 <= domain.values.upperBound }
        end = domain.values.upperBound
        slot = BoxSlot(kind: .bits, words: 1)
        if starts.count > mostBits {
            let isSimple = (0..<boxes.rowCount).allSatisfy { row in
                var runs = 0
                forEachRun(of: boxes.intervals(row, number)) { _ in runs += 1 }
                return runs < 2
            }
            slot = isSimple ? BoxSlot(kind: .run, words: 1) : BoxSlot(kind: .bits, words: (starts.count + 64) / 64)
        }
    }

    /// The atoms of some intervals of values, as runs.
    func forEachRun(of intervals: ArraySlice<ValueSet.Interval>, _ visit: (ClosedRange<Int>) -> Void) {
        for interval in intervals where interval.high >= starts[0] && interval.low <= end {
            visit(atom(of: max(interval.low, starts[0]))...atom(of: min(interval.high, end)))
        }
    }

    /// The atom of a value of the domain.
    private func atom(of value: Int64) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }

    /// The values of a run of atoms.
    func values(_ atoms: ClosedRange<Int>) -> ClosedRange<Int64> {
        starts[atoms.lowerBound]...(atoms.upperBound + 1 < starts.count ? starts[atoms.upperBound + 1] - 1 : end)
    }
}
