import WritSemantics
import WritValues

extension Frame {
    func count(_ slot: Int32) -> Int128 { slots.values[Int(slot)].count }
    func state(_ slot: Int32) -> UInt32 { slots.states[Int(slot)] }

    func set(_ slot: Int32, _ value: Value) {
        slots.values[Int(slot)] = value
        slots.states[Int(slot)] = 0
    }

    func set(_ slot: Int32, count: Int128) { set(slot, Value(count: count)) }
    func set(_ slot: Int32, unknown state: UInt32) { slots.states[Int(slot)] = state }

    mutating func fault(_ kind: Fault.Kind, at site: Int32, _ detail: String) -> UInt32 {
        causes.add(.fault(Fault(kind, at: plan.plan.sites[Int(site)].location, detail: detail)))
    }

    /// Whether b and c are known; if not, a is unknown with their causes.
    @inline(__always) private mutating func areKnown(_ i: Instruction) -> Bool {
        if state(i.b) | state(i.c) == 0 { return true }
        set(i.a, unknown: causes.merge(state(i.b), state(i.c)))
        return false
    }

    @inline(__always) mutating func add(_ i: Instruction) {
        guard areKnown(i) else { return }
        let (result, overflow) = count(i.b).addingReportingOverflow(count(i.c))
        if overflow { return overflowed(i, "+") }
        set(i.a, count: result)
    }

    @inline(__always) mutating func subtract(_ i: Instruction) {
        guard areKnown(i) else { return }
        let (result, overflow) = count(i.b).subtractingReportingOverflow(count(i.c))
        if overflow { return overflowed(i, "-") }
        set(i.a, count: result)
    }

    mutating func multiply(_ i: Instruction) {
        guard areKnown(i) else { return }
        let (result, overflow) = count(i.b).multipliedReportingOverflow(by: count(i.c))
        if overflow { return overflowed(i, "*") }
        set(i.a, count: result)
    }

    @inline(never) private mutating func overflowed(_ i: Instruction, _ sign: String) {
        let site = plan.plan.sites[Int(i.e)]
        set(
            i.a,
            unknown: fault(
                .overflow, at: i.e, FaultDetail.operation(count(i.b), site.left, sign, count(i.c), site.right)))
    }

    @inline(__always) mutating func bounded(_ i: Instruction) {
        let count = count(i.b)
        if state(i.b) != 0 || Int64(exactly: count) != nil {
            slots.values[Int(i.a)] = slots.values[Int(i.b)]
            slots.states[Int(i.a)] = state(i.b)
        } else {
            overflowed(i.a, count, at: i.e)
        }
    }

    @inline(never) private mutating func overflowed(_ slot: Int32, _ count: Int128, at site: Int32, prefix: String = "")
    {
        let type = plan.plan.sites[Int(site)].left
        set(slot, unknown: fault(.overflow, at: site, prefix + FaultDetail.text(count, type)))
    }

    mutating func negate(_ i: Instruction) {
        if state(i.b) != 0 { return set(i.a, unknown: state(i.b)) }
        let (result, overflow) = Int128(0).subtractingReportingOverflow(count(i.b))
        if overflow { return overflowed(i.a, count(i.b), at: i.e, prefix: "-") }
        set(i.a, count: result)
    }

    mutating func rescale(_ i: Instruction) {
        if state(i.b) != 0 { return set(i.a, unknown: state(i.b)) }
        let count = count(i.b)
        let result =
            i.c >= 0 ? Exact.rescale(count, from: 0, to: Int(i.c)) : Exact.rescale(count, from: -Int(i.c), to: 0)
        guard let result else { return overflowed(i.a, count, at: i.e) }
        set(i.a, count: result)
    }

    mutating func divide(_ i: Instruction) {
        guard areKnown(i) else { return }
        let (numerator, divisor) = (count(i.b), count(i.c))
        if divisor == 0 {
            let site = plan.plan.sites[Int(i.e)]
            let detail = FaultDetail.operation(numerator, site.left, "/", divisor, site.right)
            return set(i.a, unknown: fault(.zeroDivisor, at: i.e, detail))
        }
        setQuotient(i.a, numerator, divisor, i.d)
    }

    mutating func average(_ i: Instruction) {
        guard areKnown(i) else { return }
        if count(i.c) == 0 { return nothing(i.a, AbsenceCode.noElement, at: i.e) }
        setQuotient(i.a, count(i.b), count(i.c), i.d)
    }

    private func setQuotient(_ slot: Int32, _ numerator: Int128, _ divisor: Int128, _ scales: Int32) {
        set(slot, count: numerator)
        set(slot + 1, count: divisor)
        set(slot + 2, Value(tag: Int(scales)))
    }

    mutating func nothing(_ slot: Int32, _ reason: Int32, at site: Int32) {
        let absence = Absence(AbsenceCode.reason(reason), at: plan.plan.sites[Int(site)].location)
        set(slot, unknown: causes.add(.nothing(absence)))
    }

    mutating func round(_ i: Instruction) {
        if state(i.b) != 0 { return set(i.a, unknown: state(i.b)) }
        let rounding = plan.plan.roundings[Int(i.c)]
        let ratio = i.opcode == .round ? Ratio(count(i.b), scale: rounding.scale) : self.ratio(cells(i.b))
        if i.opcode == .round, rounding.scale == rounding.unitScale {
            if let result = Exact.round(count(i.b), toMultipleOf: rounding.unit, rounding.mode) {
                return set(i.a, count: result)
            }
        } else if let result = ratio.rounded(to: rounding.unit, scale: rounding.unitScale, rounding.mode) {
            return set(i.a, count: result)
        }
        overflowedRounding(i, ratio)
    }

    /// The product of an amount of time shows its factors, which the instruction before has.
    private mutating func overflowedRounding(_ i: Instruction, _ ratio: Ratio) {
        set(i.a, unknown: fault(.overflow, at: i.e, FaultDetail.text(ratio)))
    }

    mutating func extreme(_ i: Instruction) {
        guard areKnown(i) else { return }
        let (b, c) = (count(i.b), count(i.c))
        set(i.a, count: i.opcode == .least ? min(b, c) : max(b, c))
    }

    mutating func compare(_ i: Instruction) {
        guard areKnown(i) else { return }
        let comparison = plan.plan.comparisons[Int(i.d)]
        let order: Int
        if let left = comparison.leftScale, let right = comparison.rightScale {
            order = Exact.compare(count(i.b), scale: left, with: count(i.c), scale: right)
        } else {
            let left = comparison.leftScale.map { Ratio(count(i.b), scale: $0) } ?? ratio(cells(i.b))
            let right = comparison.rightScale.map { Ratio(count(i.c), scale: $0) } ?? ratio(cells(i.c))
            order = left.compared(with: right)
        }
        set(i.a, Value(boolean: comparison.relation.holds(order)))
    }

    mutating func accumulate(_ i: Instruction) {
        if state(i.b) != 0 { return join(Int(i.a), state(i.b)) }
        if state(i.c) != 0 { return }
        let (total, overflow) = count(i.a).addingReportingOverflow(count(i.b))
        if overflow {
            let site = plan.plan.sites[Int(i.e)]
            let detail = FaultDetail.operation(count(i.a), site.left, "+", count(i.b), site.right)
            return set(i.c, unknown: fault(.overflow, at: i.e, detail))
        }
        slots.values[Int(i.a)] = Value(count: total)
    }

    /// Whether the best value takes the new one in.
    func keepBest(_ i: Instruction) -> Bool {
        if state(i.b) != 0 { return false }
        let (best, found) = (count(i.a), count(i.b))
        guard slots.values[Int(i.c)].low == 0 || (i.d == 0 ? found < best : found > best) else { return false }
        slots.values[Int(i.a)] = Value(count: found)
        set(i.c, Value(boolean: true))
        return true
    }
}

extension ScaledComparison.Relation {
    /// Whether it holds of two values that stand in this order: negative, zero or positive.
    func holds(_ order: Int) -> Bool {
        switch self {
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        case .equal: order == 0
        }
    }
}
