import Glibc
import Testing
import WritEngine
import WritSemantics
import WritTestSupport

@testable import WritAnalysis

/// What is found in random tables is what going through all their combinations finds, in each of the forms that a box's cells have.
@Suite struct TableAnalysisTests {
    /// Bits and runs; the widths of the columns; how many tables. `WRIT_ANALYSIS_FACTOR` makes them more.
    static let forms: [(mostBits: Int, widths: [Int], tables: UInt64)] = [
        (GridColumn.mostBits, [4, 4, 3, 2], 500), (1, [4, 4, 3, 2], 500), (2, [2, 4, 4], 500),
        // Columns whose cells take several words, some of them.
        (GridColumn.mostBits, [90, 4], 40), (1, [70, 70], 12),
    ]
    private static let factor = getenv("WRIT_ANALYSIS_FACTOR").flatMap { UInt64(String(cString: $0)) } ?? 1

    private static func forEachTable(_ form: Int, _ check: (TableOracle, Int, inout SplitMix64) throws -> Void) rethrows
    {
        let (mostBits, widths, tables) = forms[form]
        for seed in 0..<tables * factor {
            var numbers = SplitMix64(seed &* 8 &+ UInt64(form))
            let count = 1 + numbers.below(widths.count)
            // Now and then so many rows that they are parted by halves, and take more than one word.
            let mostRows = numbers.pick([5, 5, 5, 12, 12, 12, 12, 80])
            let chosen = widths.shuffled(using: &numbers).prefix(count).map { max(1, $0 - numbers.below(2)) }
            try check(TableOracle(&numbers, widths: chosen, mostRows: mostRows), mostBits, &numbers)
        }
    }

    @Test(arguments: forms.indices) func overlapsAreThePairsThatMeet(form: Int) {
        Self.forEachTable(form) { oracle, mostBits, numbers in
            let analysis = oracle.analysis(numbers.pick([.unique, .first, .collect]), mostBits: mostBits)
            let found = analysis.overlaps(limit: 10_000)
            let applying = oracle.rows.indices.map { Set(oracle.applying($0)) }
            var expected: [(Int, Int)] = []
            for first in oracle.rows.indices {
                for second in oracle.rows.indices where second > first {
                    if !applying[first].isDisjoint(with: applying[second]) { expected.append((first, second)) }
                }
            }
            #expect(found.count == expected.count)
            #expect(found.pairs.map { [$0.first, $0.second] } == expected.map { [$0.0, $0.1] }, "\(oracle.rows)")
            // Of long lists some.
            for pair in found.pairs where found.pairs.count < 40 || numbers.chance(3) {
                let both = applying[pair.first].intersection(applying[pair.second])
                for (number, combination) in oracle.combinations.enumerated()
                where pair.box.contains(combination) != both.contains(number) {
                    Issue.record("\(pair), \(combination)")
                }
            }
            let few = analysis.overlaps(limit: 2)
            #expect(few.pairs.map(\.box) == found.pairs.prefix(2).map(\.box))
            #expect(few.count == found.count)
        }
    }

    @Test(arguments: forms.indices) func hiddenRowsAreThoseThatNeverAnswer(form: Int) {
        Self.forEachTable(form) { oracle, mostBits, numbers in
            let answers = numbers.chance(50) ? oracle.rows.map { _ in numbers.below(3) } : nil
            let found = oracle.analysis(.first, mostBits: mostBits).hiddenRows(answers: answers)
            let entries = Dictionary(uniqueKeysWithValues: found.entries.map { ($0.row, $0) })
            #expect(found.entries.map(\.row) == entries.keys.sorted())
            for row in oracle.rows.indices {
                #expect(entries[row]?.reason == oracle.reason(row, answers), "row \(row) of \(oracle.rows)")
                guard let entry = entries[row] else { continue }
                checkHiders(entry, oracle, answers)
            }
        }
    }

    private func checkHiders(_ entry: HiddenRows.Entry, _ oracle: TableOracle, _ answers: [Int]?) {
        let own = oracle.applying(entry.row)
        func hide(_ rows: [Int]) -> Bool {
            own.allSatisfy { number in
                entry.reason == .covered
                    ? rows.contains { oracle.truths[$0][number] == .yes }
                    : oracle.isHidden(entry.row, at: number, by: rows, answers)
            }
        }
        #expect(hide(entry.by) && entry.by == entry.by.sorted(), "\(entry)")
        if entry.by.count > 24 { return }
        for row in entry.by { #expect(!hide(entry.by.filter { $0 != row }), "\(row) is not needed: \(entry)") }
    }

    @Test(arguments: forms.indices) func gapsAreWhatNoRowCovers(form: Int) {
        Self.forEachTable(form) { oracle, mostBits, numbers in
            let analysis = oracle.analysis(.unique, mostBits: mostBits)
            let found = analysis.gaps(
                numbers.chance(50) ? analysis.overlaps() : nil, limits: TableGaps.Limits(gaps: 1_000))
            let gaps = Set(oracle.gaps)
            #expect(found.outcome == (gaps.isEmpty ? .complete : .all), "\(oracle.rows)")
            #expect(found.boxes.isEmpty == gaps.isEmpty)
            func isFound(_ combination: [Int64?]) -> Bool { found.boxes.contains { $0.contains(combination) } }
            for combination in oracle.combinations {
                if !gaps.contains(combination) {
                    #expect(!isFound(combination), "\(combination) of \(oracle.rows)")
                } else if !isFound(combination) {
                    #expect(oracle.told(combination).allSatisfy(isFound), "\(combination) of \(oracle.rows)")
                }
            }
            for box in found.boxes {
                guard let sample = BoxSample(of: box, in: oracle.space) else {
                    Issue.record("an empty gap: \(box)")
                    continue
                }
                #expect(box.contains(sample.values))
            }
        }
    }

    @Test(arguments: [0, 10, 40, 200]) func withFewStepsWhatIsSaidIsTrueAndTheRestLeftOpen(steps: Int) {
        var undecided = 0
        Self.forEachTable(1) { oracle, mostBits, _ in
            let analysis = oracle.analysis(.first, mostBits: mostBits)
            let hidden = analysis.hiddenRows(limits: HiddenRows.Limits(rowSteps: steps, steps: steps * 10))
            let entries = Dictionary(uniqueKeysWithValues: hidden.entries.map { ($0.row, $0.reason) })
            for row in oracle.rows.indices where entries[row] != .undecided {
                let reason = oracle.reason(row, nil)
                #expect((entries[row] == nil) == (reason == nil))
            }
            undecided += entries.values.count { $0 == .undecided }
            let gaps = analysis.gaps(limits: TableGaps.Limits(gaps: 3, steps: steps))
            switch gaps.outcome {
            case .complete: #expect(oracle.gaps.isEmpty)
            case .all:
                for gap in oracle.gaps.flatMap(oracle.told) { #expect(gaps.boxes.contains { $0.contains(gap) }) }
            case .some: #expect(gaps.boxes.count == 3)
            case .undecided: undecided += 1
            }
            for box in gaps.boxes {
                for combination in oracle.combinations where box.contains(combination) {
                    #expect(oracle.gaps.contains(combination))
                }
            }
        }
        if steps < 40 { #expect(undecided > 0) }
    }
}
