import Testing
import WritEngine
import WritTestSupport

@testable import WritAnalysis

/// Counting the combinations of tables of many columns.
@Suite struct TableCountTests {
    @Test func countsCarryThroughAllWords() {
        var product = WideCount(.max)
        product.multiply(by: .max)
        // (2⁶⁴ − 1)² = (2⁶⁴ − 1) · 2⁶⁴ − (2⁶⁴ − 1), so with one more 2⁶⁴ − 1 it is (2⁶⁴ − 1) · 2⁶⁴.
        product.add(WideCount(.max))
        var shifted = WideCount(.max)
        shifted.multiply(by: 1 << 63)
        shifted.multiply(by: 2)
        #expect(product == shifted)
        product.add(WideCount(1))
        #expect(product != shifted)
    }

    @Test func whatIsTooLargeIsEqualToNothing() {
        var count = WideCount(1)
        for _ in 0..<4 { count.multiply(by: 1 << 63) }
        #expect(count == count)
        count.multiply(by: 1 << 10)
        #expect(count.isOver && count != count)
        var sum = WideCount(0)
        sum.add(count)
        #expect(sum.isOver)
    }

    /// Twelve columns, cut into as many boxes as there are rows: complete; without any one of them it is not.
    @Test(arguments: [false, true]) func aPartitionOfManyColumnsIsComplete(mayBeUnknown: Bool) {
        var numbers = SplitMix64(4)
        let width = 1_000
        var boxes = [Array(repeating: 0..<width, count: 12)]
        while boxes.count < 400 {
            let (index, column) = (numbers.below(boxes.count), numbers.below(12))
            let range = boxes[index][column]
            if range.count < 2 { continue }
            let middle = range.lowerBound + 1 + numbers.below(range.count - 1)
            boxes.append(boxes[index])
            boxes[index][column] = range.lowerBound..<middle
            boxes[boxes.count - 1][column] = middle..<range.upperBound
        }
        let space = ColumnSpace(
            columns: Array(
                repeating: ColumnSpace.Column(
                    values: 0...Int64(width - 1), mayBeUnknown: mayBeUnknown, type: .integer), count: 12))
        func analysis(_ boxes: [[Range<Int>]]) -> TableAnalysis {
            let rows = boxes.map { box in
                box.map { range -> CellTest in
                    range == 0..<width
                        ? .any
                        : .among(ValueSet(from: Int128(range.lowerBound), through: Int128(range.upperBound - 1)))
                }
            }
            return TableAnalysis(
                TableBoxes(rows: rows, columnCount: 12, isUnique: true), space, mode: .unique)!
        }
        let whole = analysis(boxes)
        #expect(whole.overlaps().count == 0)
        #expect(whole.grid.isFilledByApartRows())
        #expect(whole.gaps().outcome == .complete)
        let dropped = boxes.remove(at: 123)
        let rest = analysis(boxes)
        #expect(!rest.grid.isFilledByApartRows())
        let gaps = rest.gaps(rest.overlaps())
        #expect(gaps.outcome == .all)
        #expect(
            gaps.boxes.map { $0.columns.map(\.intervals) } == [
                dropped.map { [Int64($0.lowerBound)...Int64($0.upperBound - 1)] }
            ])
    }
}
