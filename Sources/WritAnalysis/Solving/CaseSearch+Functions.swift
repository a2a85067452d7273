import WritValues

// Definitions that are known by asking: they are asked at the ends, and between where a bound is to be carried back.
extension CaseSearch {
    // MARK: Rounding

    /// A value brought to a unit, divided by a number that is settled: rising in the value, or falling where the number is negative.
    func propagateRounded(
        _ result: Variable, _ value: Variable, _ divisor: Variable?, _ number: Int128, _ rounding: Definition.Rounding
    ) -> Bool {
        let (low, high) = (low(value), high(value))
        guard low != .min, high != .max, let first = rounding(low, over: number),
            let last = rounding(high, over: number)
        else { return true }
        let isRising = number > 0
        let isTotal = divisor == nil && links[result.number].isTotal
        func reasons() -> Int {
            let mark = antecedents.count
            if let divisor { because(boundsOf: divisor) }
            return mark
        }
        if max(first, last) < self.high(result) {
            let mark = reasons()
            if !isTotal || !isRising { because(low: value) }
            if !isTotal || isRising { because(high: value) }
            if !cutHigh(result, to: max(first, last), from: mark) { return false }
        }
        if min(first, last) > self.low(result) {
            let mark = reasons()
            if !isTotal || isRising { because(low: value) }
            if !isTotal || !isRising { because(high: value) }
            if !raiseLow(result, to: min(first, last), from: mark) { return false }
        }
        return carryBack(result, to: value, from: first, last, reasons, isTotal) { rounding($0, over: number) }
    }

    /// Carries the bounds of a result back to the one value it depends on, which it follows rising or falling.
    func carryBack(
        _ result: Variable, to value: Variable, from first: Int128, _ last: Int128, _ reasons: () -> Int,
        _ isTotal: Bool,
        slack: Int128 = 0, _ function: (Int128) -> Int128?
    ) -> Bool {
        let isRising = first <= last
        for isHigh in [true, false] {
            let bound = isHigh ? high(result) : low(result)
            func beyond(_ point: Int128) -> Bool? {
                function(point).map { isHigh ? Saturating.add($0, -slack) > bound : Saturating.add($0, slack) < bound }
            }
            // The end of the value where the result is farthest out on this side.
            let cutsHigh = isHigh == isRising
            let (inner, outer) = cutsHigh ? (low(value), high(value)) : (high(value), low(value))
            guard inner != outer, beyond(outer) == true, let isNone = beyond(inner) else { continue }
            let border = isNone ? inner : firstBeyond(inner, outer, beyond)
            guard let border else { continue }
            let mark = reasons()
            if isHigh { because(high: result) } else { because(low: result) }
            if !isTotal { because(boundsOf: value) }
            if cutsHigh {
                if isNone { because(low: value) }
                if !cutHigh(value, to: border - 1, from: mark) { return false }
            } else {
                if isNone { because(high: value) }
                if !raiseLow(value, to: border + 1, from: mark) { return false }
            }
        }
        return true
    }

    /// The first point from one that is not beyond to one that is, by bisection; nil where the function has no value in between.
    private func firstBeyond(_ inner: Int128, _ outer: Int128, _ beyond: (Int128) -> Bool?) -> Int128? {
        var (inside, outside) = (inner, outer)
        while true {
            let middle = Self.middle(inside, outside)
            if middle == inside || middle == outside { return outside }
            guard let isBeyond = beyond(middle) else { return nil }
            if isBeyond { outside = middle } else { inside = middle }
        }
    }

    /// A quotient whose divisor is not settled, but not 0: it is farthest out at corners.
    func propagateQuotient(_ result: Variable, _ value: Variable, _ divisor: Variable, _ rounding: Definition.Rounding)
        -> Bool
    {
        let (top, bottom) = (interval(value), interval(divisor))
        if bottom.contains(0) || top.low == .min || top.high == .max || bottom.low == .min || bottom.high == .max {
            return true
        }
        var corners: [Int128] = []
        for number in [top.low, top.high] {
            for divisor in [bottom.low, bottom.high] {
                guard let corner = rounding(number, over: divisor) else { return true }
                corners.append(corner)
            }
        }
        return hold(result, in: Interval(corners.min()!, corners.max()!), [value, divisor])
    }

    /// Narrows a result to what it can be for the bounds that some variables have.
    private func hold(_ result: Variable, in range: Interval, _ variables: [Variable]) -> Bool {
        func reasons() -> Int {
            let mark = antecedents.count
            for variable in variables { because(boundsOf: variable) }
            return mark
        }
        if range.high != .max, range.high < high(result), !cutHigh(result, to: range.high, from: reasons()) {
            return false
        }
        if range.low != .min, range.low > low(result), !raiseLow(result, to: range.low, from: reasons()) {
            return false
        }
        return true
    }

    // MARK: Functions

    /// A function that has a value at both ends has one between: where it has none, as beyond a calendar, it has none further out.
    func propagateFunction(_ result: Variable, _ function: Definition.Function) -> Bool {
        let arguments = function.arguments
        let loose = arguments.filter { !domains.isFixed($0.variable) }
        if loose.contains(where: { $0.direction == .anything || low($0.variable) == .min || high($0.variable) == .max })
        {
            return propagateSmallFunction(result, function, loose)
        }
        func corner(isHigh: Bool) -> Int128? {
            function.evaluate(
                arguments.map { ($0.direction == .rises) == isHigh ? high($0.variable) : low($0.variable) })
        }
        guard let least = corner(isHigh: false), let greatest = loose.isEmpty ? least : corner(isHigh: true) else {
            return true
        }
        let slack = Saturating.multiply(function.slack, Int128(loose.count))
        let range = Interval(least, greatest) + Interval(Saturating.negate(slack), slack)
        if range.isEmpty { return true }
        if !hold(result, in: range, arguments.map(\.variable)) { return false }
        guard loose.count == 1, let place = arguments.firstIndex(where: { $0.variable == loose[0].variable }) else {
            return true
        }
        return carryBack(result, function, to: place, least, greatest)
    }

    private func carryBack(
        _ result: Variable, _ function: Definition.Function, to place: Int, _ least: Int128, _ greatest: Int128
    ) -> Bool {
        let argument = function.arguments[place]
        var values = function.arguments.map { low($0.variable) }
        func reasons() -> Int {
            let mark = antecedents.count
            for (index, argument) in function.arguments.enumerated() where index != place {
                because(boundsOf: argument.variable)
            }
            return mark
        }
        let isRising = argument.direction == .rises
        // A function that is the same at both ends may still step back and forth between; then it has nothing to carry.
        if least >= greatest { return true }
        return carryBack(
            result, to: argument.variable, from: isRising ? least : greatest, isRising ? greatest : least, reasons,
            false,
            slack: function.slack
        ) {
            values[place] = $0
            return function.evaluate(values)
        }
    }

    /// A function of one variable that is not settled and has few values is asked for each.
    private func propagateSmallFunction(
        _ result: Variable, _ function: Definition.Function, _ loose: [Definition.Argument]
    ) -> Bool {
        guard loose.count == 1, let place = function.arguments.firstIndex(of: loose[0]) else { return true }
        let range = interval(loose[0].variable)
        if range.low == .min || range.high == .max || Saturating.add(range.high, Saturating.negate(range.low)) > 16 {
            return true
        }
        var values = function.arguments.map { low($0.variable) }
        var hull: Interval?
        for value in range.low...range.high {
            values[place] = value
            guard let answer = function.evaluate(values) else { return true }
            hull = hull.map { $0.hull(Interval(answer)) } ?? Interval(answer)
        }
        return hull.map { hold(result, in: $0, function.arguments.map(\.variable)) } ?? true
    }
}
