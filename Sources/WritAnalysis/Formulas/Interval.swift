import WritSemantics
import WritValues

/// The whole numbers from one to another. An end at the border of `Int128` is infinitely far: nothing is known on that side.
struct Interval: Hashable, Sendable {
    var low: Int128
    var high: Int128

    static let all = Interval(.min, .max)

    init(_ low: Int128, _ high: Int128) {
        self.low = low
        self.high = high
    }
    init(_ value: Int128) { self.init(value, value) }
    init(_ range: ClosedRange<Int128>) { self.init(range.lowerBound, range.upperBound) }

    var isEmpty: Bool { low > high }
    var single: Int128? { low == high ? low : nil }
    var range: ClosedRange<Int128> { low...high }
    func contains(_ value: Int128) -> Bool { low <= value && value <= high }

    func intersection(_ other: Interval) -> Interval { Interval(max(low, other.low), min(high, other.high)) }
    func hull(_ other: Interval) -> Interval { Interval(min(low, other.low), max(high, other.high)) }

    // MARK: Arithmetic. What passes the border stays at it.

    static func + (left: Interval, right: Interval) -> Interval {
        Interval(Saturating.add(left.low, right.low), Saturating.add(left.high, right.high))
    }

    static prefix func - (value: Interval) -> Interval {
        Interval(Saturating.negate(value.high), Saturating.negate(value.low))
    }

    static func * (left: Interval, right: Interval) -> Interval {
        let ends = [
            Saturating.multiply(left.low, right.low), Saturating.multiply(left.low, right.high),
            Saturating.multiply(left.high, right.low), Saturating.multiply(left.high, right.high),
        ]
        return Interval(ends.min()!, ends.max()!)
    }
}

/// Arithmetic in which the borders of `Int128` are infinitely far. An infinity times 0 is 0.
enum Saturating {
    static func add(_ left: Int128, _ right: Int128) -> Int128 {
        if left == .min || left == .max { return left }
        if right == .min || right == .max { return right }
        let (sum, isOver) = left.addingReportingOverflow(right)
        return isOver ? (left < 0 ? .min : .max) : sum
    }

    static func negate(_ value: Int128) -> Int128 {
        if value == .min { return .max }
        return value == .max ? .min : -value
    }

    static func multiply(_ left: Int128, _ right: Int128) -> Int128 {
        if left == 0 || right == 0 { return 0 }
        let isNegative = (left < 0) != (right < 0)
        if left == .min || left == .max || right == .min || right == .max { return isNegative ? .min : .max }
        let (product, isOver) = left.multipliedReportingOverflow(by: right)
        return isOver ? (isNegative ? .min : .max) : product
    }
}
