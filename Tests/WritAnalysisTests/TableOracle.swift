import WritEngine
import WritSemantics
import WritTestSupport

@testable import WritAnalysis

/// A table made up at random whose combinations are so few that all are gone through.
struct TableOracle {
    let rows: [[CellTest]]
    let space: ColumnSpace
    /// All combinations; nil is the unknown value.
    let combinations: [[Int64?]]
    /// By row and combination.
    let truths: [[CellTest.Truth]]

    /// - Parameter widths: of each column how many known values it has.
    init(_ numbers: inout SplitMix64, widths: [Int], mostRows: Int) {
        let columns = widths.map { width in
            ColumnSpace.Column(
                values: 0...Int64(width - 1), mayBeUnknown: numbers.chance(40), type: .integer)
        }
        let percentAny = numbers.pick([10, 40, 70])
        rows = (0..<numbers.below(mostRows + 1)).map { _ in
            widths.map { numbers.chance(percentAny) ? .any : Self.cell($0, &numbers) }
        }
        space = ColumnSpace(columns: columns)
        combinations = columns.reduce([[]]) { combinations, column in
            let values: [Int64?] = column.values.map { $0 } + (column.mayBeUnknown ? [nil] : [])
            return combinations.flatMap { combination in values.map { combination + [$0] } }
        }
        truths = rows.map { [combinations] row in combinations.map { Self.truth(row, $0) } }
    }

    private static func cell(_ width: Int, _ numbers: inout SplitMix64) -> CellTest {
        switch numbers.below(12) {
        case 0: return .isKnown
        case 1: return CellTest.isKnown.negated
        case 2: return interval(width, &numbers).or(interval(width, &numbers))
        case 3: return interval(width, &numbers).negated
        case 4: return interval(width, &numbers).or(CellTest.isKnown.negated)
        case 5: return .among(.all)
        case 6: return numbers.chance(50) ? .among(.none) : interval(width, &numbers).and(.isKnown)
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

    private static func truth(_ row: [CellTest], _ values: [Int64?]) -> CellTest.Truth {
        zip(row, values).map { cell, value in
            guard let value else { return cell.ofUnknown }
            return cell.values.contains(value) ? .yes : .no
        }.min() ?? .yes
    }

    func analysis(_ mode: Decision.Mode, mostBits: Int = GridColumn.mostBits) -> TableAnalysis {
        let boxes = TableBoxes(rows: rows, columnCount: space.columns.count, isUnique: mode == .unique)
        return TableAnalysis(boxes, space, mode: mode, mostBits: mostBits)!
    }

    // MARK: What is true

    /// The numbers of the combinations for which a row applies.
    func applying(_ row: Int) -> [Int] { combinations.indices.filter { truths[row][$0] == .yes } }

    /// Combinations for which all rows are false.
    var gaps: [[Int64?]] {
        combinations.indices.filter { number in truths.allSatisfy { $0[number] == .no } }.map { combinations[$0] }
    }

    /// A combination, with all known values in place of the unknown ones of columns where no row is false of them.
    func told(_ combination: [Int64?]) -> [[Int64?]] {
        let possible = rows.indices.filter { row in truths[row].contains { $0 != .no } }
        return combination.enumerated().reduce([[]]) { told, next in
            let (column, value) = next
            let isLeftOut = value == nil && possible.allSatisfy { rows[$0][column].ofUnknown != .no }
            let values = isLeftOut ? space.columns[column].values.map { $0 } : [value]
            return told.flatMap { head in values.map { head + [$0] } }
        }
    }

    /// Whether some of the rows before it take the answer of a row at a combination.
    func isHidden(_ row: Int, at number: Int, by others: some Sequence<Int>, _ answers: [Int]?) -> Bool {
        others.contains { other in
            switch truths[other][number] {
            case .yes: true
            case .unknown: answers.map { $0[other] != $0[row] } ?? true
            case .no: false
            }
        }
    }

    /// Why a row never answers; nil where it does.
    func reason(_ row: Int, _ answers: [Int]?) -> HiddenRows.Reason? {
        let own = applying(row)
        if own.isEmpty { return .empty }
        if own.contains(where: { !isHidden(row, at: $0, by: 0..<row, answers) }) { return nil }
        return own.allSatisfy { number in (0..<row).contains { truths[$0][number] == .yes } } ? .covered : .withheld
    }
}
