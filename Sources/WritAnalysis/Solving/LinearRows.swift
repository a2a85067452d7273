import WritValues

/// What the relevant calculations and comparisons say of sums, ready for a linear program.
struct LinearRows {
    struct Row {
        var parts: [(column: Int, coefficient: Int128)]
        var bounds: Interval
        /// On what the row rests.
        var antecedents: [Antecedent]
    }

    private(set) var variables: [Variable] = []
    private(set) var rows: [Row] = []
    /// Whether there is more than differences, which need no linear program.
    private(set) var hasSums = false
    private var columns: [Variable: Int] = [:]

    mutating func column(of variable: Variable) -> Int {
        if let known = columns[variable] { return known }
        variables.append(variable)
        columns[variable] = variables.count - 1
        return variables.count - 1
    }

    mutating func add(
        _ parts: [(variable: Variable, coefficient: Int128)], in bounds: Interval, because antecedents: [Antecedent],
        isDifference: Bool = false
    ) {
        let parts = parts.filter { $0.coefficient != 0 }.map {
            (column: column(of: $0.variable), coefficient: $0.coefficient)
        }
        rows.append(Row(parts: parts, bounds: bounds, antecedents: antecedents))
        if !isDifference { hasSums = true }
    }

    func has(_ variable: Variable) -> Bool { columns[variable] != nil }
}

extension CaseSearch {
    /// Whether sums and products contradict each other where the bounds one by one do not.
    ///
    /// - Returns: what is to blame, or nil; then the program's solution is remembered as a place to look for values.
    func linearContradiction() -> [Antecedent]? {
        let rows = linearRows()
        trials.hints.removeAll(keepingCapacity: true)
        guard rows.hasSums, rows.rows.count * rows.variables.count < 60_000,
            var program = try? LinearProgram(
                columns: rows.variables.map(interval), rows: rows.rows.map(\.parts), bounds: rows.rows.map(\.bounds))
        else { return nil }
        let size = rows.rows.count * rows.variables.count
        defer { pay((1 + program.pivots) * size / 1000) }
        switch program.solve(pivots: 200) {
        case .unknown: return nil
        case .feasible:
            for (column, variable) in rows.variables.enumerated() {
                trials.hints[variable] = program.value(column).floor
            }
            return nil
        case .infeasible(let blames):
            var found: [Antecedent] = []
            for blame in blames {
                if blame.column >= rows.variables.count {
                    found += rows.rows[blame.column - rows.variables.count].antecedents
                } else {
                    let variable = rows.variables[blame.column]
                    found.append(blame.isLow ? .lower(variable, low(variable)) : .upper(variable, high(variable)))
                }
            }
            return found
        }
    }

    private func linearRows() -> LinearRows {
        var rows = LinearRows()
        for case .variable(let variable) in relevance.items {
            switch table[variable].definition {
            case .linear(let parts, let constant): addRow(variable, parts, constant, to: &rows)
            case .product(let left, let right): addRows(variable, left, right, to: &rows)
            case .rounded(let value, let divisor, let rounding): addRow(variable, value, divisor, rounding, to: &rows)
            default: continue
            }
        }
        // What holds before anything is tried goes on to hold.
        let derived = trials.derived ?? monotoneEdges()
        trials.derived = derived
        for edge in derived {
            rows.add([(edge.to, 1), (edge.from, -1)], in: Interval(.min, edge.length), because: edge.antecedents)
        }
        guard rows.hasSums else { return rows }
        for number in differences.active {
            let edge = differences.edges[Int(number)]
            guard cone.contains(edge.from), cone.contains(edge.to) else { continue }
            var antecedents: [Antecedent] = []
            appendOrigin(of: number, to: &antecedents)
            rows.add(
                [(edge.to, 1), (edge.from, -1)], in: Interval(.min, edge.length), because: antecedents,
                isDifference: true)
        }
        return rows
    }

    private func bounds(of variables: [Variable]) -> [Antecedent] {
        variables.flatMap { [.lower($0, low($0)), .upper($0, high($0))] }
    }

    private func addRow(_ sum: Variable, _ parts: [Definition.Part], _ constant: Int128, to rows: inout LinearRows) {
        let isTotal = links[sum.number].isTotal
        if parts.isEmpty || (!isTotal && !isWithin(parts, constant)) { return }
        let terms = parts.map { (variable: $0.variable, coefficient: -$0.coefficient) }
        rows.add(
            [(sum, 1)] + terms, in: Interval(constant), because: isTotal ? [] : bounds(of: parts.map(\.variable)))
    }

    /// The planes through the corners of a product (McCormick 1976): where a factor is settled they meet in it.
    private func addRows(_ product: Variable, _ left: Variable, _ right: Variable, to rows: inout LinearRows) {
        let (first, second) = (interval(left), interval(right))
        let far: UInt128 = 1 << 60
        let antecedents = bounds(of: [left, right])
        let planes: [(Int128, Int128, isBelow: Bool)] = [
            (first.low, second.low, true), (first.high, second.high, true), (first.low, second.high, false),
            (first.high, second.low, false),
        ]
        for (x, y, isBelow) in planes where x.magnitude < far && y.magnitude < far {
            // (left − x)·(right − y) is at least 0 where both are at the same end, and at most 0 where they are not.
            rows.add(
                [(product, 1), (left, -y), (right, -x)], in: isBelow ? Interval(-x * y, .max) : Interval(.min, -x * y),
                because: antecedents)
        }
    }

    /// A rounded quotient is within half a unit, or a unit, of what it was.
    private func addRow(
        _ result: Variable, _ value: Variable, _ divisor: Variable?, _ rounding: Definition.Rounding,
        to rows: inout LinearRows
    ) {
        guard let number = divisor.map({ interval($0).single }) ?? 1, number != 0, low(value) != .min,
            high(value) != .max, rounding(low(value), over: number) != nil, rounding(high(value), over: number) != nil,
            let quotient = quotient(rounding, over: number)
        else { return }
        var antecedents = links[result.number].isTotal ? [] : bounds(of: [value] + (divisor.map { [$0] } ?? []))
        var room = Interval(-quotient.room, quotient.room)
        if rounding.mode == .up || rounding.mode == .down, low(value) >= 0 {
            // Toward zero is down, and away from it up, as long as nothing is below zero.
            antecedents.append(.lower(value, 0))
            let isDown = (rounding.mode == .down) == (quotient.top > 0)
            room = room.intersection(isDown ? Interval(.min, 0) : Interval(0, .max))
        }
        rows.add([(result, quotient.bottom), (value, -quotient.top)], in: room, because: antecedents)
    }

    /// By what a value is multiplied and divided to be a count of the unit's scale, and how far from that, so often divided, the rounding
    /// may be; nil where the numbers are out of proportion.
    func quotient(
        _ rounding: Definition.Rounding, over number: Int128
    ) -> (top: Int128, bottom: Int128, room: Int128)? {
        let exponent = rounding.divisorScale + rounding.unitScale - rounding.scale
        guard abs(exponent) <= 18, number.magnitude < 1 << 60 else { return nil }
        let ten = (0..<abs(exponent)).reduce(Int128(1)) { power, _ in power * 10 }
        let sign: Int128 = number < 0 ? -1 : 1
        let (top, bottom) = exponent >= 0 ? (sign * ten, abs(number)) : (sign, abs(number) * ten)
        let unit = Saturating.multiply(bottom, rounding.unit)
        if unit >= 1 << 100 { return nil }
        return (top, bottom, rounding.mode == .up || rounding.mode == .down ? unit - 1 : unit / 2)
    }
}
