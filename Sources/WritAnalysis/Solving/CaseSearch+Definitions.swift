import WritValues

// What definitions say of the bounds. A calculation that could pass the border of `Int128` for some values left says nothing: where it
// does, its variable may be anything.
extension CaseSearch {
    func propagateDefinition(of variable: Variable) -> Bool {
        switch table[variable].definition {
        case .linear(let parts, let constant): propagateLinear(variable, parts, constant)
        case .product(let left, let right): propagateProduct(variable, left, right)
        case .rounded(let value, nil, let rounding): propagateRounded(variable, value, nil, 1, rounding)
        case .rounded(let value, let divisor?, let rounding):
            if let number = interval(divisor).single {
                number == 0 || propagateRounded(variable, value, divisor, number, rounding)
            } else {
                propagateQuotient(variable, value, divisor, rounding)
            }
        case .choice(let choices): propagateChoice(variable, choices)
        case .extreme(let extreme, let values): propagateExtreme(variable, isLeast: extreme == .least, values)
        case .function(let function): propagateFunction(variable, function)
        case nil: true
        }
    }

    /// Whether a definition has a value whatever those of the variables it reads are.
    func isTotal(_ variable: Variable, _ definition: Definition) -> Bool {
        switch definition {
        case .linear(let parts, let constant): magnitude(parts, constant, of: table.interval) != nil
        case .product(let left, let right): fits(table.interval(of: left), table.interval(of: right))
        case .rounded(let value, nil, let rounding):
            rounding(table.interval(of: value).low) != nil && rounding(table.interval(of: value).high) != nil
                && table.interval(of: value).low != .min && table.interval(of: value).high != .max
        case .extreme(_, let values): !values.isEmpty
        default: false
        }
    }

    /// The farthest from 0 that any partial sum can come; nil where that is out of reach.
    private func magnitude(_ parts: [Definition.Part], _ constant: Int128, of interval: (Variable) -> Interval)
        -> Int128?
    {
        var sum = constant.magnitude
        for part in parts {
            let range = interval(part.variable)
            let farthest = max(range.low.magnitude, range.high.magnitude)
            let (product, isOver) = part.coefficient.magnitude.multipliedReportingOverflow(by: farthest)
            let (next, isFar) = sum.addingReportingOverflow(product)
            if isOver || isFar || part.coefficient.magnitude > 1 << 120 { return nil }
            sum = next
        }
        return sum < Int128.max.magnitude / 4 ? Int128(sum) : nil
    }

    /// Whether no partial sum can be too far out for the bounds that are left.
    func isWithin(_ parts: [Definition.Part], _ constant: Int128) -> Bool {
        magnitude(parts, constant, of: interval) != nil
    }

    private func fits(_ left: Interval, _ right: Interval) -> Bool {
        let (product, isOver) = max(left.low.magnitude, left.high.magnitude).multipliedReportingOverflow(
            by: max(right.low.magnitude, right.high.magnitude))
        return !isOver && product < Int128.max.magnitude / 4
    }

    // MARK: Antecedents

    func because(low variable: Variable) { antecedents.append(.lower(variable, low(variable))) }
    func because(high variable: Variable) { antecedents.append(.upper(variable, high(variable))) }
    func because(boundsOf variable: Variable) {
        because(low: variable)
        because(high: variable)
    }

    // MARK: Sums

    private func propagateLinear(_ sum: Variable, _ parts: [Definition.Part], _ constant: Int128) -> Bool {
        let isTotal = links[sum.number].isTotal
        if !isTotal, magnitude(parts, constant, of: interval) == nil { return true }
        var (least, greatest) = (constant, constant)
        for part in parts {
            let (low, high) = (part.coefficient * low(part.variable), part.coefficient * high(part.variable))
            least += min(low, high)
            greatest += max(low, high)
        }
        if greatest < high(sum) {
            let mark = antecedents.count
            because(parts, isLow: false, except: nil, isTotal)
            if !cutHigh(sum, to: greatest, from: mark) { return false }
        }
        if least > low(sum) {
            let mark = antecedents.count
            because(parts, isLow: true, except: nil, isTotal)
            if !raiseLow(sum, to: least, from: mark) { return false }
        }
        if !alignToDivisor(sum, parts, constant, isTotal) { return false }
        for index in parts.indices {
            if high(sum) < greatest,
                !propagate(sum, isLow: false, Saturating.add(high(sum), -least), to: index, parts, isTotal)
            {
                return false
            }
            if low(sum) > least,
                !propagate(
                    sum, isLow: true, Saturating.add(greatest, Saturating.negate(low(sum))), to: index, parts, isTotal)
            {
                return false
            }
        }
        return true
    }

    /// Between the multiples of what all coefficients can be divided by, there is no sum.
    private func alignToDivisor(
        _ sum: Variable, _ parts: [Definition.Part], _ constant: Int128, _ isTotal: Bool
    ) -> Bool {
        let divisor = Int128(links[sum.number].divisor)
        if divisor < 2 { return true }
        let highest = Saturating.add(
            constant, Saturating.multiply(Self.floor(Saturating.add(high(sum), -constant), divisor), divisor))
        if highest < high(sum) {
            let mark = antecedents.count
            because(high: sum)
            if !isTotal { for part in parts { because(boundsOf: part.variable) } }
            if !cutHigh(sum, to: highest, from: mark) { return false }
        }
        let lowest = Saturating.add(
            constant, Saturating.multiply(Self.ceiling(Saturating.add(low(sum), -constant), divisor), divisor))
        if lowest > low(sum) {
            let mark = antecedents.count
            because(low: sum)
            if !isTotal { for part in parts { because(boundsOf: part.variable) } }
            if !raiseLow(sum, to: lowest, from: mark) { return false }
        }
        return true
    }

    /// The greatest common divisor of the coefficients; 1 where it is not worth while.
    static func divisor(of definition: Definition) -> Int {
        guard case .linear(let parts, _) = definition else { return 1 }
        var divisor = 0
        for part in parts {
            guard var other = Int(exactly: part.coefficient), other != .min else { return 1 }
            while other != 0 { (divisor, other) = (other, divisor % other) }
        }
        return abs(divisor)
    }

    /// What the bound of a sum leaves for one part, which has this much room from where it keeps the sum least (or greatest).
    private func propagate(
        _ sum: Variable, isLow: Bool, _ room: Int128, to index: Int, _ parts: [Definition.Part], _ isTotal: Bool
    ) -> Bool {
        let (coefficient, variable) = (parts[index].coefficient, parts[index].variable)
        if coefficient == 0 || room < 0 || parts.lazy.filter({ $0.variable == variable }).count > 1 { return true }
        let steps = room / abs(coefficient)
        if steps >= high(variable) - low(variable) { return true }
        let cutsHigh = (coefficient > 0) != isLow
        let bound = cutsHigh ? low(variable) + steps : high(variable) - steps
        let mark = antecedents.count
        if isLow { because(low: sum) } else { because(high: sum) }
        because(parts, isLow: !isLow, except: index, isTotal)
        return cutsHigh ? cutHigh(variable, to: bound, from: mark) : raiseLow(variable, to: bound, from: mark)
    }

    private func because(_ parts: [Definition.Part], isLow: Bool, except index: Int?, _ isTotal: Bool) {
        for (place, part) in parts.enumerated() {
            if !isTotal {
                because(boundsOf: part.variable)
            } else if place != index {
                if (part.coefficient > 0) == isLow { because(low: part.variable) } else { because(high: part.variable) }
            }
        }
    }

    // MARK: Products

    private func propagateProduct(_ product: Variable, _ left: Variable, _ right: Variable) -> Bool {
        let isTotal = links[product.number].isTotal
        if !isTotal, !fits(interval(left), interval(right)) { return true }
        let range = interval(left) * interval(right)
        let low = left == right ? max(range.low, 0) : range.low
        if range.high < high(product) {
            let mark = antecedents.count
            because(boundsOf: left)
            because(boundsOf: right)
            if !cutHigh(product, to: range.high, from: mark) { return false }
        }
        if low > self.low(product) {
            let mark = antecedents.count
            because(boundsOf: left)
            because(boundsOf: right)
            if !raiseLow(product, to: low, from: mark) { return false }
        }
        if left == right { return true }
        return propagateFactor(product, left, by: right, isTotal) && propagateFactor(product, right, by: left, isTotal)
    }

    /// What a product and one factor, which is not 0, leave for the other.
    private func propagateFactor(_ product: Variable, _ factor: Variable, by other: Variable, _ isTotal: Bool) -> Bool {
        let divisor = interval(other)
        if divisor.contains(0) { return true }
        let whole = interval(product)
        if whole.low == .min || whole.high == .max { return true }
        let ends = [
            (whole.low, divisor.low), (whole.low, divisor.high), (whole.high, divisor.low), (whole.high, divisor.high),
        ]
        let low = ends.map { Self.ceiling($0, $1) }.min()!
        let high = ends.map { Self.floor($0, $1) }.max()!
        func reasons() -> Int {
            let mark = antecedents.count
            for variable in [product, other] + (isTotal ? [] : [factor]) { because(boundsOf: variable) }
            return mark
        }
        if high < self.high(factor), !cutHigh(factor, to: high, from: reasons()) { return false }
        if low > self.low(factor), !raiseLow(factor, to: low, from: reasons()) { return false }
        return true
    }

    static func floor(_ value: Int128, _ divisor: Int128) -> Int128 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        return rest != 0 && (rest < 0) != (divisor < 0) ? quotient - 1 : quotient
    }

    private static func ceiling(_ value: Int128, _ divisor: Int128) -> Int128 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        return rest != 0 && (rest < 0) == (divisor < 0) ? quotient + 1 : quotient
    }

    // MARK: Extremes

    private func propagateExtreme(_ extreme: Variable, isLeast: Bool, _ values: [Variable]) -> Bool {
        if values.isEmpty { return true }
        // Turned round for the greatest: `near` is the side on which every value bounds the extreme.
        let near = isLeast ? values.map(high).min()! : values.map(low).max()!
        let far = isLeast ? values.map(low).min()! : values.map(high).max()!
        let mark = antecedents.count
        let decisive = values.first { (isLeast ? high($0) : low($0)) == near }!
        antecedents.append(isLeast ? .upper(decisive, near) : .lower(decisive, near))
        if !narrow(extreme, isHigh: isLeast, to: near, from: mark) { return false }
        let next = antecedents.count
        for value in values { antecedents.append(isLeast ? .lower(value, far) : .upper(value, far)) }
        if !narrow(extreme, isHigh: !isLeast, to: far, from: next) { return false }
        let bound = isLeast ? low(extreme) : high(extreme)
        for value in values where isLeast ? low(value) < bound : high(value) > bound {
            let mark = antecedents.count
            antecedents.append(isLeast ? .lower(extreme, bound) : .upper(extreme, bound))
            if !narrow(value, isHigh: !isLeast, to: bound, from: mark) { return false }
        }
        return propagateLastChance(extreme, isLeast: isLeast, values)
    }

    /// Where only one value can still be the extreme it is.
    private func propagateLastChance(_ extreme: Variable, isLeast: Bool, _ values: [Variable]) -> Bool {
        let bound = isLeast ? high(extreme) : low(extreme)
        let able = values.filter { isLeast ? low($0) <= bound : high($0) >= bound }
        if bound == .max || bound == .min || able.count > 1 { return true }
        let mark = antecedents.count
        antecedents.append(isLeast ? .upper(extreme, bound) : .lower(extreme, bound))
        for value in values where !able.contains(value) {
            antecedents.append(isLeast ? .lower(value, bound + 1) : .upper(value, bound - 1))
        }
        guard let only = able.first else {
            conflict = Array(antecedents[mark...])
            antecedents.removeLast(antecedents.count - mark)
            return false
        }
        return narrow(only, isHigh: isLeast, to: bound, from: mark)
    }

    /// Cuts a bound on either side; takes the antecedents off where it is no news.
    func narrow(_ variable: Variable, isHigh: Bool, to bound: Int128, from mark: Int) -> Bool {
        if isHigh ? bound == .max : bound == .min {
            antecedents.removeLast(antecedents.count - mark)
            return true
        }
        return isHigh ? cutHigh(variable, to: bound, from: mark) : raiseLow(variable, to: bound, from: mark)
    }
}
