extension CivilDate {
    /// The date `days` later, or earlier when negative; `nil` outside the years 0001 to 9999.
    public func addingDays(_ days: Int) -> CivilDate? {
        let (sum, overflow) = days.addingReportingOverflow(Int(dayNumber))
        return overflow ? nil : CivilDate(dayNumber: sum)
    }

    /// The same day of the month `months` later, or earlier when negative: the last day where that month is shorter, so that
    /// one month after January 31 is February 28 or 29. `nil` outside the years 0001 to 9999.
    public func addingMonths(_ months: Int) -> CivilDate? {
        let (year, month, day) = fields
        let (sum, overflow) = months.addingReportingOverflow(year * 12 + month - 1)
        guard !overflow, sum >= 12, sum < 10_000 * 12 else { return nil }
        let length = Self.days(inMonth: sum % 12 + 1, year: sum / 12)
        return CivilDate(year: sum / 12, month: sum % 12 + 1, day: min(day, length))
    }

    /// How many days later `b` is than `a`; negative when earlier.
    public static func days(between a: CivilDate, and b: CivilDate) -> Int { Int(b.dayNumber) - Int(a.dayNumber) }

    /// How many whole months lie between two dates.
    ///
    /// For `a <= b` the largest n such that `a.addingMonths(n) <= b`: from January 31 to February 28 is one month, to
    /// February 27 none. For `b < a` it is minus the number from `b` to `a`, so that exchanging the two changes the sign.
    public static func months(between a: CivilDate, and b: CivilDate) -> Int {
        if b < a { return -months(between: b, and: a) }
        let (from, to) = (a.fields, b.fields)
        let months = (to.year - from.year) * 12 + to.month - from.month
        let isMonthEnd = to.day == days(inMonth: to.month, year: to.year)
        return to.day >= from.day || isMonthEnd ? months : months - 1
    }

    /// The first day of this date's month.
    public var startOfMonth: CivilDate { CivilDate(unchecked: dayNumber - Int32(day) + 1) }

    /// The last day of this date's month.
    public var endOfMonth: CivilDate {
        let (year, month, day) = fields
        return CivilDate(unchecked: dayNumber + Int32(Self.days(inMonth: month, year: year) - day))
    }
}
