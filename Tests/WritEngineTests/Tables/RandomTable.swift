import WritTestSupport

@testable import WritEngine

/// A table made up at random, with the plain answer to every case: walk the rows and do as the Law says.
struct RandomTable {
    let rows: [[CellTest]]
    let columnCount: Int
    let isUnique: Bool

    var boxes: TableBoxes { TableBoxes(rows: rows, columnCount: columnCount, isUnique: isUnique) }

    init(_ numbers: inout SplitMix64) {
        let columnCount = 1 + numbers.below(4)
        // Few values make rows meet, many make them miss each other.
        let widths = (0..<columnCount).map { _ in [2, 4, 10, 1_000][numbers.below(4)] }
        let percentAny = numbers.pick([10, 40, 80])
        rows = (0..<numbers.below(numbers.pick([4, 12, 150]))).map { _ in
            widths.map { width in
                numbers.chance(percentAny) ? .any : Self.cell(width, &numbers)
            }
        }
        self.columnCount = columnCount
        isUnique = numbers.chance(50)
    }

    private static func cell(_ width: Int, _ numbers: inout SplitMix64) -> CellTest {
        switch numbers.below(10) {
        case 0: return .isKnown
        case 1: return CellTest.isKnown.negated
        case 2: return interval(width, &numbers).or(interval(width, &numbers))
        case 3: return interval(width, &numbers).negated
        case 4: return interval(width, &numbers).or(CellTest.isKnown.negated)
        // Passes every known value, and yet an unknown one holds it.
        case 5: return .among(.all)
        default: return interval(width, &numbers)
        }
    }

    private static func interval(_ width: Int, _ numbers: inout SplitMix64) -> CellTest {
        let low = numbers.below(width)
        let high = numbers.chance(40) ? low : low + numbers.below(width)
        switch numbers.below(4) {
        case 0: return .among(ValueSet(from: .min, through: Int128(high)))
        case 1: return .among(ValueSet(from: Int128(low), through: .max))
        default: return .among(ValueSet(from: Int128(low), through: Int128(high)))
        }
    }

    func values(_ numbers: inout SplitMix64) -> [Int64] {
        let percentUnknown = numbers.pick([0, 10, 50])
        return (0..<columnCount).map { column in
            if numbers.chance(percentUnknown) { return TableIndex.unknown }
            // Most of the values at which something changes, and their neighbours.
            let bounds = rows.map { $0[column].values.intervals.first?.low ?? 0 }.filter { $0 > ValueSet.least }
            if numbers.chance(60), !bounds.isEmpty { return numbers.pick(bounds) + Int64(numbers.below(3)) - 1 }
            return numbers.chance(5) ? numbers.pick([.max, .min + 1, 0]) : Int64(numbers.below(12))
        }
    }

    /// Kleene's conjunction of the cells, for each row; then `first` or `unique`.
    func answer(_ values: [Int64]) -> Int32 {
        var applying: [Int32] = []
        for (number, row) in rows.enumerated() {
            let truth =
                zip(row, values).map { cell, value -> CellTest.Truth in
                    value == TableIndex.unknown ? cell.ofUnknown : cell.values.contains(value) ? .yes : .no
                }.min() ?? .yes
            if truth == .unknown { return TableIndex.undecidable }
            if truth == .yes { applying.append(Int32(number)) }
            if truth == .yes, !isUnique { break }
        }
        if applying.count > 1 { return TableIndex.undecidable }
        return applying.first ?? TableIndex.none
    }
}
