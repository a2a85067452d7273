/// Why a calendar has no answer.
public enum CalendarFailure: String, Error, CaseIterable, Hashable, Sendable {
    /// The answer, or the way to it, leaves the years 0001 to 9999.
    case outOfRange
    /// A day that matters lies outside the dates for which the calendar's holidays are known.
    case outsideCoverage
    /// No working time is left in the direction asked for, however far.
    case noWorkingTime
}
