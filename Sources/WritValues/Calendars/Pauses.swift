/// Stretches of time during which a clock stands still, in order and disjoint.
public struct Pauses: Hashable, Sendable {
    /// One stretch: from `start`, up to and without `end`, in microseconds since 1970.
    struct Stretch: Hashable, Sendable {
        var start: Int64
        var end: Int64
    }

    let stretches: [Stretch]

    public static let none = Pauses([])

    /// The union of the intervals; one whose end is not after its start is nothing.
    public init(_ intervals: [(Instant, Instant)]) {
        var merged: [Stretch] = []
        for (start, end) in intervals.sorted(by: { $0.0 < $1.0 }) where start < end {
            if let last = merged.last, start.microseconds <= last.end {
                merged[merged.count - 1].end = max(last.end, end.microseconds)
            } else {
                merged.append(Stretch(start: start.microseconds, end: end.microseconds))
            }
        }
        stretches = merged
    }

    /// The instant at which `amount` microseconds have passed since `start` outside the pauses; a negative amount goes
    /// backwards. An amount that is used up where a pause begins ends there; 0 gives `start` itself. `nil` out of range.
    public func elapsed(_ amount: Int64, after start: Instant) -> Instant? {
        var now = start.microseconds
        var rest = amount
        for pause in amount < 0 ? stretches.reversed() : stretches {
            let (near, far) = amount < 0 ? (pause.end, pause.start) : (pause.start, pause.end)
            if amount < 0 ? far >= now : far <= now { continue }
            let free = amount < 0 ? min(0, near - now) : max(0, near - now)
            if rest.magnitude <= free.magnitude { break }
            rest -= free
            now = far
        }
        return Instant(unchecked: now).addingMicroseconds(rest)
    }

    /// The microseconds between two instants outside the pauses; negative when `b` is before `a`.
    public func elapsed(between a: Instant, and b: Instant) -> Int64 {
        let (low, high) = (min(a, b).microseconds, max(a, b).microseconds)
        let paused = stretches.reduce(Int64(0)) { $0 + max(0, min(high, $1.end) - max(low, $1.start)) }
        let amount = high - low - paused
        return b < a ? -amount : amount
    }
}
