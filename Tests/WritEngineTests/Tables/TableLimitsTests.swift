import Testing
import WritTestSupport

@testable import WritEngine

/// Tables that no diagram of a bearable size answers, and very large ones, stay small and are still answered.
@Suite struct TableLimitsTests {
    /// Narrow boxes at random in many numeric columns: nearly every set of rows is another.
    private static func boxes(rows: Int, columns: Int, width: Int) -> TableBoxes {
        var numbers = SplitMix64(7)
        return TableBoxes(
            rows: (0..<rows).map { _ in
                (0..<columns).map { _ in
                    let low = Int128(numbers.below(1_000_000))
                    return .among(ValueSet(from: low, through: low + Int128(width)))
                }
            }, columnCount: columns, isUnique: false)
    }

    @Test(arguments: [(1_000, 5, 60_000), (300, 12, 400_000)])
    func aWildTableHasNoDiagram(rows: Int, columns: Int, width: Int) {
        let boxes = Self.boxes(rows: rows, columns: columns, width: width)
        let index = TableIndex(boxes, limits: TableIndex.Limits(nodes: 2_000, edges: 100_000, work: 500_000))
        #expect(index.nodeCount == nil)
        var numbers = SplitMix64(8)
        for _ in 0..<200 {
            let values = (0..<columns).map { _ in Int64(numbers.below(1_000_000)) }
            let expected = (0..<rows).first { boxes.truth($0, values) == .yes }
            #expect(index.row(values) == Int32(expected ?? -1))
        }
    }

    @Test func bitsGrowWithTheRowsAlone() {
        let limits = TableIndex.Limits(nodes: 0, edges: 0, work: 0)
        let few = TableIndex(Self.boxes(rows: 1_000, columns: 3, width: 900), limits: limits)
        let many = TableIndex(Self.boxes(rows: 8_000, columns: 3, width: 900), limits: limits)
        #expect(many.byteCount <= few.byteCount * 10)
        #expect(many.byteCount < 3 * (1 << 20) + 3 * 257 * 8 * 4)
    }

    @Test(arguments: [
        (nodes: 3, edges: 1_000, work: 10_000), (nodes: 1_000, edges: 6, work: 10_000),
        (nodes: 1_000, edges: 1_000, work: 20),
    ])
    func eachLimitStopsTheDiagram(nodes: Int, edges: Int, work: Int) {
        let boxes = Self.boxes(rows: 30, columns: 2, width: 100_000)
        #expect(TableIndex(boxes).nodeCount != nil)
        #expect(TableIndex(boxes, limits: .init(nodes: nodes, edges: edges, work: work)).nodeCount == nil)
    }
}
