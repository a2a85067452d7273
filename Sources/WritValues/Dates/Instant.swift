/// A point on the time line, to the microsecond, in the years 0001 to 9999 of UTC. Leap seconds are not counted (POSIX).
public struct Instant: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z; in ``microsecondRange``.
    public let microseconds: Int64

    public static let microsecondRange: ClosedRange<Int64> =
        Int64(CivilDate.dayNumbers.lowerBound)
        * CivilTime.microsecondsPerDay...(Int64(CivilDate.dayNumbers.upperBound) + 1) * CivilTime.microsecondsPerDay - 1

    public static let first = Instant(unchecked: microsecondRange.lowerBound)
    public static let last = Instant(unchecked: microsecondRange.upperBound)

    /// `nil` outside the years 0001 to 9999.
    public init?(microseconds: Int64) {
        guard Self.microsecondRange.contains(microseconds) else { return nil }
        self.microseconds = microseconds
    }

    init(unchecked microseconds: Int64) { self.microseconds = microseconds }

    /// The instant at which a clock that is `offset` seconds ahead of UTC shows this date and time; `nil` out of range.
    public init?(_ date: CivilDate, _ time: CivilTime, offset: Int = 0) {
        let local = Int64(date.dayNumber) * CivilTime.microsecondsPerDay + time.microseconds
        self.init(microseconds: local - Int64(offset) * 1_000_000)
    }

    public static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }

    /// The instant so much later, or earlier when negative; `nil` outside the years 0001 to 9999.
    public func addingMicroseconds(_ amount: Int64) -> Instant? {
        let (sum, overflow) = microseconds.addingReportingOverflow(amount)
        return overflow ? nil : Instant(microseconds: sum)
    }

    /// What a clock `offset` seconds ahead of UTC shows. At the two ends of the range the clock stops: a date in year 0 or
    /// 10000 has no form.
    public func dateAndTime(offset: Int = 0) -> (date: CivilDate, time: CivilTime) {
        let local = microseconds(offset: offset)
        let shown = min(max(local, Self.microsecondRange.lowerBound), Self.microsecondRange.upperBound)
        return Self.dateAndTime(shown)
    }

    /// What a clock `offset` seconds ahead of UTC shows; `nil` where that is outside the years 0001 to 9999.
    public func exactDateAndTime(offset: Int = 0) -> (date: CivilDate, time: CivilTime)? {
        let local = microseconds(offset: offset)
        return Self.microsecondRange.contains(local) ? Self.dateAndTime(local) : nil
    }

    private func microseconds(offset: Int) -> Int64 { microseconds + Int64(offset) * 1_000_000 }

    private static func dateAndTime(_ shown: Int64) -> (date: CivilDate, time: CivilTime) {
        let day = floorDivide(shown, CivilTime.microsecondsPerDay)
        let time = shown - day * CivilTime.microsecondsPerDay
        return (CivilDate(unchecked: Int32(day)), CivilTime(unchecked: time))
    }
}

/// The quotient rounded down, for a positive divisor.
@inline(__always)
func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}
