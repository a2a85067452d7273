/// A day of the proleptic Gregorian calendar, in the years 0001 to 9999.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; in ``dayNumbers``.
    public let dayNumber: Int32

    /// The day numbers of 0001-01-01 and 9999-12-31, and all between.
    public static let dayNumbers: ClosedRange<Int32> = -719_162...2_932_896

    public static let first = CivilDate(unchecked: dayNumbers.lowerBound)
    public static let last = CivilDate(unchecked: dayNumbers.upperBound)

    /// The day with this number; `nil` outside the years 0001 to 9999.
    public init?(dayNumber: Int) {
        guard let number = Int32(exactly: dayNumber), Self.dayNumbers.contains(number) else { return nil }
        self.dayNumber = number
    }

    init(unchecked dayNumber: Int32) { self.dayNumber = dayNumber }

    /// `nil` when there is no such day.
    @inlinable @inline(__always)
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, year: year)
        else { return nil }
        dayNumber = Self.dayNumber(year: year, month: month, day: day)
    }

    public static func < (a: CivilDate, b: CivilDate) -> Bool { a.dayNumber < b.dayNumber }

    public var year: Int { fields.year }
    /// 1 to 12.
    public var month: Int { fields.month }
    /// 1 to 31.
    public var day: Int { fields.day }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday; the shift by whole weeks keeps the dividend positive.
        let fromMonday = (Int(dayNumber) + 3 + 7 * 200_000) % 7
        return Weekday(rawValue: fromMonday + 1)!
    }

    /// 28 to 31.
    @inlinable
    public static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`: years
    /// start in March, so that the day by which they differ is the last. Years and all else here are positive and small.
    @inlinable
    static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
        let isLate = month <= 2
        let shifted = UInt32(truncatingIfNeeded: isLate ? year &- 1 : year)
        let century = shifted / 100
        let days = shifted &* 365 &+ shifted / 4 &- century &+ century / 4
        let fromMarch = UInt32(truncatingIfNeeded: isLate ? month &+ 9 : month &- 3)
        let dayOfYear = (fromMarch &* 153 &+ 2) / 5 &+ UInt32(truncatingIfNeeded: day)
        return Int32(truncatingIfNeeded: days &+ dayOfYear) &- 719_469
    }

    /// Year, month and day together: one division chain for all three (Hinnant's `civil_from_days`).
    public var fields: (year: Int, month: Int, day: Int) {
        let shifted = Int(dayNumber) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
