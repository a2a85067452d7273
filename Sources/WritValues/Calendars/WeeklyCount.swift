/// Counts the working days of a weekly pattern, in closed form.
struct WeeklyCount: Hashable, Sendable {
    /// Working days among the first n of a week, from Monday; eight entries.
    private let before: [Int]

    /// Whether each day from Monday to Sunday is a working day.
    init(_ isWorking: [Bool]) {
        var before = [0]
        for day in isWorking { before.append(before[before.count - 1] + (day ? 1 : 0)) }
        self.before = before
    }

    var perWeek: Int { before[7] }

    /// Working days from 0001-01-01, a Monday, up to and with `dayNumber`.
    func count(through dayNumber: Int) -> Int {
        let days = dayNumber - Int(CivilDate.first.dayNumber) + 1
        return days / 7 * perWeek + before[days % 7]
    }
}
