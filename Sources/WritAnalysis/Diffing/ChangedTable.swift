import WritSemantics

/// A large table of which a change left most rows as they were, row by row in both versions.
///
/// Where no row applies or is held that only one version has, the rows that both have answer in both. Where one does, only the rows that
/// may apply there with it matter. So neither version's whole table needs to be followed.
struct ChangedTable {
    let old: DecisionID
    let new: DecisionID
    /// Rows that mean the same in both versions, in order.
    private(set) var alike: (old: [Int], new: [Int]) = ([], [])
    /// Rows that the other version does not have.
    private(set) var apart: (old: [Int], new: [Int]) = ([], [])
    /// These, and the rows that may apply, or be held, to one case with them.
    private(set) var near: (old: [Int], new: [Int]) = ([], [])

    /// Whether `otherwise` and `when undetermined` say the same in both.
    let hasSameRest: Bool

    /// Tables of fewer rows are followed as they are.
    static let fewest = 60

    /// Nil where the two cannot be held against each other row by row.
    ///
    /// - Parameter space: in which both versions are followed, however large.
    init?(_ before: DecisionID, _ after: DecisionID, in space: DiffSpace) {
        (old, new) = (before, after)
        let (first, second) = (space.old.model[before], space.new.model[after])
        guard max(first.rules.count, second.rules.count) > Self.fewest, first.mode == second.mode,
            first.parameters.isEmpty, second.parameters.isEmpty
        else { return nil }
        let comparison = OutcomeComparison(old: space.old, new: space.new)
        let sides = (Rows(first, space.old), Rows(second, space.new))
        hasSameRest =
            Self.isSame(sides.0.otherwise, sides.1.otherwise, comparison)
            && Self.isSame(sides.0.undetermined, sides.1.undetermined, comparison)
        match(sides.0, sides.1, comparison)
        let outlines = (sides.0.outlines(space.table), sides.1.outlines(space.table))
        let changed = apart.old.map { outlines.0[$0] } + apart.new.map { outlines.1[$0] }
        func isNear(_ outline: FormulaOutline) -> Bool { changed.contains { !$0.isApart(from: outline) } }
        near.old = outlines.0.indices.filter { isNear(outlines.0[$0]) }
        near.new = outlines.1.indices.filter { isNear(outlines.1[$0]) }
    }

    /// Whether no row is another one.
    var isSame: Bool { apart.old.isEmpty && apart.new.isEmpty }

    // MARK: Rows

    /// The rows of one version as formulas.
    private struct Rows {
        var truths: [Truth]
        var conclusions: [ConclusionSymbol]
        var otherwise: ConclusionSymbol?
        var undetermined: ConclusionSymbol?

        init(_ decision: Decision, _ evaluation: SymbolicEvaluation) {
            let locals = decision.symbolicLocals
            truths = decision.rules.map { evaluation.truth($0.condition, locals) }
            conclusions = decision.rules.map { evaluation.conclude($0.conclusion, locals) }
            otherwise = decision.otherwise.map { evaluation.conclude($0, locals) }
            undetermined = decision.undetermined.map { evaluation.conclude($0, locals) }
        }

        func outlines(_ table: FormulaTable) -> [FormulaOutline] {
            truths.map { FormulaOutline(!$0.isFalse, table) }
        }
    }

    private static func isSame(
        _ left: ConclusionSymbol?, _ right: ConclusionSymbol?, _ comparison: OutcomeComparison
    ) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return left.known == right.known && left.faulted == right.faulted && comparison.same(left, right) == .yes
    }

    private mutating func match(_ first: Rows, _ second: Rows, _ comparison: OutcomeComparison) {
        var places: [Truth: [Int]] = [:]
        for (index, truth) in second.truths.enumerated().reversed() { places[truth, default: []].append(index) }
        var pairs: [(old: Int, new: Int)] = []
        for (index, truth) in first.truths.enumerated() {
            guard let place = places[truth]?.popLast() else { continue }
            if Self.isSame(first.conclusions[index], second.conclusions[place], comparison) {
                pairs.append((index, place))
            }
        }
        // What was moved past others counts as another row: its turn may come sooner or later now.
        let kept = Self.risingRun(pairs.map(\.new)).map { pairs[$0] }
        alike = (kept.map(\.old), kept.map(\.new))
        let (olds, news) = (Set(alike.old), Set(alike.new))
        apart = (
            first.truths.indices.filter { !olds.contains($0) }, second.truths.indices.filter { !news.contains($0) }
        )
    }

    /// The places of a longest run of numbers that rise.
    private static func risingRun(_ numbers: [Int]) -> [Int] {
        var ends: [Int] = []
        var before = [Int?](repeating: nil, count: numbers.count)
        for (place, number) in numbers.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
            }
            before[place] = low > 0 ? ends[low - 1] : nil
            if low < ends.count { ends[low] = place } else { ends.append(place) }
        }
        var run: [Int] = []
        var next = ends.last
        while let place = next {
            run.append(place)
            next = before[place]
        }
        return run.reversed()
    }
}

extension Decision {
    /// Where its conditions are evaluated: the columns of a table are worked out when they are first read.
    var symbolicLocals: SymbolicLocals {
        let locals = SymbolicLocals()
        for column in columns { locals.columns[column.local] = column.value }
        return locals
    }
}
