import Testing
import WritTestSupport

@testable import WritEngine

/// The index finds the row that walking the rows finds, on random tables and values, with either structure.
@Suite struct TableIndexTests {
    static let limits: [(name: String, limits: TableIndex.Limits)] = [
        ("diagram", TableIndex.Limits()), ("bits", TableIndex.Limits(nodes: 0, edges: 0, work: 0)),
    ]

    @Test(arguments: 0..<4) func answersAreThoseOfTheRows(share: UInt64) {
        for seed in 0..<UInt64(600) {
            var numbers = SplitMix64(seed &* 4 &+ share)
            let table = RandomTable(&numbers)
            let indexes = Self.limits.map { ($0.name, TableIndex(table.boxes, limits: $0.limits)) }
            for _ in 0..<40 {
                let values = table.values(&numbers)
                let expected = table.answer(values)
                for (name, index) in indexes {
                    let found = index.row(values)
                    #expect(found == expected, "table \(seed), \(values), by the \(name)")
                }
            }
        }
    }

    @Test func aTableWithoutRowsHasNone() {
        for isUnique in [true, false] {
            let index = TableIndex(TableBoxes(rows: [], columnCount: 2, isUnique: isUnique))
            #expect(index.row([1, TableIndex.unknown]) == TableIndex.none)
        }
    }

    @Test func aTableWithoutColumnsHasItsFirstRow() {
        let rows: [[CellTest]] = [[], []]
        #expect(TableIndex(TableBoxes(rows: rows, columnCount: 0, isUnique: false)).row([]) == 0)
        #expect(TableIndex(TableBoxes(rows: rows, columnCount: 0, isUnique: true)).row([]) == TableIndex.undecidable)
    }

    @Test func aCellForEveryKnownValueHoldsTheUnknown() {
        let boxes = TableBoxes(rows: [[.among(.all)], [.any]], columnCount: 1, isUnique: false)
        for (_, limits) in Self.limits {
            let index = TableIndex(boxes, limits: limits)
            #expect(index.row([7]) == 0)
            #expect(index.row([TableIndex.unknown]) == TableIndex.undecidable)
        }
    }
}
