/// A stretch of one working day on the wall clock: from `start`, up to and without `end`.
public struct WorkingInterval: Hashable, Sendable {
    public let start: CivilTime
    /// After `start`; may be ``CivilTime/endOfDay``.
    public let end: CivilTime

    /// `nil` unless `end` is after `start`. Hours that pass midnight are two intervals, on two days.
    public init?(_ start: CivilTime, _ end: CivilTime) {
        guard start < end else { return nil }
        self.start = start
        self.end = end
    }

    /// The interval between two texts such as `09:00` and `24:00`; `nil` when they are none.
    public init?(_ start: String, _ end: String) {
        guard let start = CivilTime(start), let end = CivilTime(endingAt: end) else { return nil }
        self.init(start, end)
    }

    /// The same stretches in order, with those that touch or overlap made one.
    static func merged(_ intervals: [WorkingInterval]) -> [WorkingInterval] {
        var merged: [WorkingInterval] = []
        for next in intervals.sorted(by: { $0.start < $1.start }) {
            if let last = merged.last, next.start <= last.end {
                merged[merged.count - 1] = WorkingInterval(last.start, max(last.end, next.end))!
            } else {
                merged.append(next)
            }
        }
        return merged
    }

    /// What is left of `intervals` when the breaks are taken out.
    public static func subtracting(_ breaks: [WorkingInterval], from intervals: [WorkingInterval]) -> [WorkingInterval]
    {
        var left = merged(intervals)
        for pause in breaks {
            left = left.flatMap { piece in
                [
                    WorkingInterval(piece.start, min(piece.end, pause.start)),
                    WorkingInterval(max(piece.start, pause.end), piece.end),
                ].compactMap(\.self)
            }
        }
        return left
    }
}
