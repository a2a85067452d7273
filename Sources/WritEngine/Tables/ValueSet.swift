/// Values of one column as closed intervals, in order, with gaps between them: what a cell lets pass.
///
/// The value of an unknown cell, `Int64.min`, is in no set.
package struct ValueSet: Hashable, Sendable {
    package struct Interval: Hashable, Sendable {
        package var low: Int64
        package var high: Int64
    }

    package static let least = Int64.min + 1
    package static let none = ValueSet(intervals: [])
    package static let all = ValueSet(intervals: [Interval(low: least, high: .max)])

    package private(set) var intervals: [Interval]

    package init(_ value: Int64) { intervals = value < Self.least ? [] : [Interval(low: value, high: value)] }

    /// The values from one end to the other, where ends beyond what 64 bits hold are taken to be infinitely far.
    package init(from low: Int128, through high: Int128) {
        let (low, high) = (max(low, Int128(Self.least)), min(high, Int128(Int64.max)))
        intervals = low > high ? [] : [Interval(low: Int64(low), high: Int64(high))]
    }

    private init(intervals: [Interval]) { self.intervals = intervals }

    package func contains(_ value: Int64) -> Bool { intervals.contains { $0.low <= value && value <= $0.high } }

    package var complement: ValueSet {
        var gaps: [Interval] = []
        var next: Int64? = Self.least
        for interval in intervals {
            if let low = next, low < interval.low { gaps.append(Interval(low: low, high: interval.low - 1)) }
            next = interval.high == .max ? nil : interval.high + 1
        }
        if let next { gaps.append(Interval(low: next, high: .max)) }
        return ValueSet(intervals: gaps)
    }

    package func intersection(_ other: ValueSet) -> ValueSet {
        if self == .all { return other }
        if other == .all { return self }
        var common: [Interval] = []
        var (left, right) = (intervals[...], other.intervals[...])
        while let a = left.first, let b = right.first {
            let (low, high) = (max(a.low, b.low), min(a.high, b.high))
            if low <= high { common.append(Interval(low: low, high: high)) }
            if a.high < b.high { left.removeFirst() } else { right.removeFirst() }
        }
        return ValueSet(intervals: common)
    }

    package func union(_ other: ValueSet) -> ValueSet {
        var merged: [Interval] = []
        for next in (intervals + other.intervals).sorted(by: { $0.low < $1.low }) {
            if let last = merged.last, last.high == .max || next.low <= last.high + 1 {
                merged[merged.count - 1].high = max(last.high, next.high)
            } else {
                merged.append(next)
            }
        }
        return ValueSet(intervals: merged)
    }
}
