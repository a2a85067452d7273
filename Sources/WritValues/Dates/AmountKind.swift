/// The kinds of amounts of time. They do not convert into one another: a day has no fixed number of hours, a month no fixed
/// number of days.
public enum AmountKind: Int, CaseIterable, Hashable, Sendable {
    /// Time that passes on any clock; counted in microseconds.
    case elapsed
    /// Days of the calendar; counted in days.
    case days
    /// Months of the calendar; counted in months.
    case months
    /// Days on which a calendar works; counted in days.
    case workingDays
    /// Time inside the hours of a calendar; counted in microseconds.
    case workingTime

    /// The units that amounts of this kind are written in, largest first.
    public var units: [AmountUnit] { AmountUnit.all.filter { $0.kind == self } }
}
