/// What a language's table holds.
struct LocaleWords: Sendable, Hashable {
    enum Unit: Sendable, Hashable, CaseIterable {
        case second, minute, hour, day, month, year, workingSecond, workingMinute, workingHour, workingDay
    }

    struct Form: Sendable, Hashable {
        var one: String
        var many: String
        /// Between the number and the word.
        var gap = " "
    }

    enum DatePattern: Sendable, Hashable {
        /// `2026年1月19日`.
        case eastern
        /// Day, month's name, year, with what stands after the day and before the year.
        case words(afterDay: String, beforeYear: String)
    }

    var yes: String
    var no: String
    var unknown: String
    var months: [String] = []
    var datePattern: DatePattern
    /// Between a date and a time.
    var dateTime: String
    /// Between elements of a list.
    var comma = ", "
    var decimal: String
    var group: String
    /// Numbers of so many whole digits or fewer have no groups.
    var groupsFrom = 3
    var currencyFirst = false
    var units: [Unit: Form]
    /// Between hours and minutes.
    var partSeparator = " "
}

extension LocaleWords {
    /// The units' words in the order second, minute, hour, day, month, year, one and many of each, then how `working` is
    /// put on to those that have it.
    static func units(_ words: [(String, String)], gap: String = " ", working: (String) -> String) -> [Unit: Form] {
        let plain: [Unit] = [.second, .minute, .hour, .day, .month, .year]
        var units = Dictionary(uniqueKeysWithValues: zip(plain, words.map { Form(one: $0.0, many: $0.1, gap: gap) }))
        for (unit, base) in [(Unit.workingSecond, 0), (.workingMinute, 1), (.workingHour, 2), (.workingDay, 3)] {
            units[unit] = Form(one: working(words[base].0), many: working(words[base].1), gap: gap)
        }
        return units
    }
}
