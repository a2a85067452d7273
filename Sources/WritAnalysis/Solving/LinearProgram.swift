/// Bounds on variables and on sums of them, over the fractions: the general simplex of Dutertre and de Moura (2006), exact.
///
/// A fraction that does not fit ends it without an answer.
struct LinearProgram {
    /// What is to be between two bounds; an end at the border of `Int128` is none.
    private struct Column {
        var low: Ratio?
        var high: Ratio?
        var value = Ratio.zero
    }

    /// A bound in a contradiction: of a column (columns first, rows after them), and which.
    struct Blame {
        var column: Int
        var isLow: Bool
    }

    enum Outcome {
        case feasible
        /// These bounds cannot all be kept.
        case infeasible([Blame])
        case unknown
    }

    private var columns: [Column] = []
    /// The columns that the rows of the tableau express by those that are not among them.
    private var basis: [Int] = []
    private var free: [Int] = []
    private var tableau: [[Ratio]] = []
    private let columnCount: Int
    private(set) var pivots = 0

    init(columns intervals: [Interval], rows: [[(column: Int, coefficient: Int128)]], bounds: [Interval]) throws(Ratio
        .Overflow)
    {
        columnCount = intervals.count
        free = Array(intervals.indices)
        for interval in intervals {
            var column = Self.column(interval)
            column.value = column.low ?? column.high ?? .zero
            columns.append(column)
        }
        for (row, bound) in zip(rows, bounds) {
            var coefficients = Array(repeating: Ratio.zero, count: columnCount)
            for part in row { coefficients[part.column] = try coefficients[part.column] + Ratio(part.coefficient) }
            basis.append(columns.count)
            tableau.append(coefficients)
            columns.append(Self.column(bound))
            try evaluate(row: basis.count - 1)
        }
    }

    private static func column(_ interval: Interval) -> Column {
        Column(
            low: interval.low == .min ? nil : Ratio(interval.low),
            high: interval.high == .max ? nil : Ratio(interval.high))
    }

    /// The value that a column has in the solution found.
    func value(_ column: Int) -> Ratio { columns[column].value }

    private mutating func evaluate(row: Int) throws(Ratio.Overflow) {
        var sum = Ratio.zero
        for (place, coefficient) in tableau[row].enumerated() where !coefficient.isZero {
            sum = try sum + coefficient * columns[free[place]].value
        }
        columns[basis[row]].value = sum
    }

    mutating func solve(pivots limit: Int) -> Outcome {
        do throws(Ratio.Overflow) {
            while pivots < limit {
                guard let (row, isLow) = try violatedRow() else { return .feasible }
                guard let place = try entering(row, isLow: isLow) else { return .infeasible(blame(row, isLow: isLow)) }
                try pivot(row, place, isLow: isLow)
                pivots += 1
            }
        } catch {}
        return .unknown
    }

    /// The row of the least column that is outside its bounds: always the least, so that it cannot go round in circles (Bland 1977).
    private func violatedRow() throws(Ratio.Overflow) -> (row: Int, isLow: Bool)? {
        var best: (row: Int, isLow: Bool)?
        for (row, number) in basis.enumerated() where best == nil || number < basis[best!.row] {
            let column = columns[number]
            if let low = column.low, try column.value < low { best = (row, true) }
            if let high = column.high, try high < column.value { best = (row, false) }
        }
        return best
    }

    private func entering(_ row: Int, isLow: Bool) throws(Ratio.Overflow) -> Int? {
        var best: Int?
        for (place, coefficient) in tableau[row].enumerated() where !coefficient.isZero {
            if let best, free[best] < free[place] { continue }
            let column = columns[free[place]]
            // Whether the column must grow to bring the row back.
            let grows = coefficient.isPositive == isLow
            let bound = grows ? column.high : column.low
            if bound == nil || bound != column.value { best = place }
        }
        return best
    }

    private func blame(_ row: Int, isLow: Bool) -> [Blame] {
        var found = [Blame(column: basis[row], isLow: isLow)]
        for (place, coefficient) in tableau[row].enumerated() where !coefficient.isZero {
            found.append(Blame(column: free[place], isLow: coefficient.isPositive != isLow))
        }
        return found
    }

    private mutating func pivot(_ row: Int, _ place: Int, isLow: Bool) throws(Ratio.Overflow) {
        let (leaving, entering) = (basis[row], free[place])
        let target = (isLow ? columns[leaving].low : columns[leaving].high)!
        let factor = tableau[row][place]
        let step = try (target - columns[leaving].value) / factor
        columns[leaving].value = target
        columns[entering].value = try columns[entering].value + step
        for other in basis.indices where other != row && !tableau[other][place].isZero {
            columns[basis[other]].value = try columns[basis[other]].value + tableau[other][place] * step
        }
        try exchange(row, place, factor)
        basis[row] = entering
        free[place] = leaving
    }

    /// Solves the row for the free column and puts that into the other rows.
    private mutating func exchange(_ row: Int, _ place: Int, _ factor: Ratio) throws(Ratio.Overflow) {
        var solved = tableau[row]
        for index in solved.indices where !solved[index].isZero {
            solved[index] = index == place ? try Ratio(1) / factor : try -(solved[index] / factor)
        }
        tableau[row] = solved
        for other in basis.indices where other != row {
            let share = tableau[other][place]
            if share.isZero { continue }
            tableau[other][place] = .zero
            for index in solved.indices where !solved[index].isZero {
                tableau[other][index] = try tableau[other][index] + share * solved[index]
            }
        }
    }
}
