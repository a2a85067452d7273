import WritValues

/// How one language writes numbers, dates and amounts of time.
///
/// The product's own small table, so that the same answer reads the same on every machine.
public struct Locale: Sendable, Hashable {
    /// Two letters of ISO 639.
    public let language: String
    let words: LocaleWords

    /// The locale of a language such as `zh`, or of one with a region such as `fr-CA` or `en_US`, whose region changes
    /// nothing; nil for a language that is not in the table.
    public static func named(_ name: String) -> Locale? {
        let language = name.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return LocaleWords.all[language].map { Locale(language: language, words: $0) }
    }

    /// The languages there is a locale for, sorted.
    public static var languages: [String] { LocaleWords.all.keys.sorted() }

    /// A decimal with its groups of three and its sign between whole and fraction.
    func grouped(_ plain: String) -> String {
        let isNegative = plain.hasPrefix("-")
        let parts = plain.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        let whole = Array(parts[0])
        var text = ""
        for (place, digit) in whole.enumerated() {
            if place > 0, (whole.count - place) % 3 == 0, whole.count > words.groupsFrom { text += words.group }
            text.append(digit)
        }
        if parts.count > 1 { text += words.decimal + parts[1] }
        return (isNegative ? "-" : "") + text
    }

    /// The amount before or after its currency's code.
    func money(_ amount: String, _ currency: Currency) -> String {
        words.currencyFirst ? "\(currency.code) \(amount)" : "\(amount) \(currency.code)"
    }

    /// `19 January 2026`, `2026年1月19日`.
    func date(_ date: CivilDate) -> String {
        let (year, month, day) = date.fields
        switch words.datePattern {
        case .eastern: return "\(year)年\(month)月\(day)日"
        case .words(let afterDay, let beforeYear):
            return "\(day)\(afterDay) \(words.months[month - 1])\(beforeYear) \(year)"
        }
    }

    /// `3 working days`, `3 个工作日`.
    func amount(_ count: Int128, _ kind: AmountKind) -> String {
        let sign = count < 0 ? "-" : ""
        let parts = Self.parts(Int128(clamping: count.magnitude), kind)
        return sign + parts.map { part($0.count, $0.unit, scale: $0.scale) }.joined(separator: words.partSeparator)
    }

    private func part(_ count: Int128, _ unit: LocaleWords.Unit, scale: Int) -> String {
        let number = grouped(DecimalText.print(count: count, scale: scale, minimumDecimals: 0))
        let form = words.units[unit]!
        return number + form.gap + (number == "1" ? form.one : form.many)
    }

    /// The counts of the units that make up an amount, as the language's own text has them.
    private static func parts(_ count: Int128, _ kind: AmountKind) -> [(
        count: Int128, unit: LocaleWords.Unit, scale: Int
    )] {
        switch kind {
        case .days: return [(count, .day, 0)]
        case .workingDays: return [(count, .workingDay, 0)]
        case .months: return count > 0 && count % 12 == 0 ? [(count / 12, .year, 0)] : [(count, .month, 0)]
        case .elapsed: return clock(count, .hour, .minute, .second)
        case .workingTime: return clock(count, .workingHour, .workingMinute, .workingSecond)
        }
    }

    private static func clock(
        _ count: Int128, _ hour: LocaleWords.Unit, _ minute: LocaleWords.Unit, _ second: LocaleWords.Unit
    ) -> [(count: Int128, unit: LocaleWords.Unit, scale: Int)] {
        let minuteCount: Int128 = 60_000_000
        var parts: [(count: Int128, unit: LocaleWords.Unit, scale: Int)] = []
        let (hours, minutes, rest) = (count / (60 * minuteCount), count / minuteCount % 60, count % minuteCount)
        if hours > 0 { parts.append((hours, hour, 0)) }
        if minutes > 0 { parts.append((minutes, minute, 0)) }
        if rest > 0 { parts.append((rest, second, 6)) }
        return parts.isEmpty ? [(0, minute, 0)] : parts
    }
}

extension Locale {
    /// How numbers and money are put together from digits, as bytes, for writers that make no text of them.
    public struct NumberStyle: Sendable {
        /// What stands between groups of three digits, where there are more than `groupsFrom`.
        public let group: [UInt8]
        public let groupsFrom: Int
        public let decimal: [UInt8]
        /// Whether the currency's code comes before the amount.
        public let currencyFirst: Bool
    }

    public var numberStyle: NumberStyle {
        NumberStyle(
            group: Array(words.group.utf8), groupsFrom: words.groupsFrom, decimal: Array(words.decimal.utf8),
            currencyFirst: words.currencyFirst)
    }
}

extension Locale {
    /// The words of a date, for writers that make no text of it.
    public struct DateStyle: Sendable {
        /// Year, month and day by their numbers, each with its sign after it; the months' names are not used.
        public let isEastern: Bool
        public let months: [String]
        /// What stands after the day's number and before the year's, without the blanks.
        public let afterDay: String
        public let beforeYear: String
    }

    public var dateStyle: DateStyle {
        switch words.datePattern {
        case .eastern: DateStyle(isEastern: true, months: [], afterDay: "", beforeYear: "")
        case .words(let afterDay, let beforeYear):
            DateStyle(isEastern: false, months: words.months, afterDay: afterDay, beforeYear: beforeYear)
        }
    }
}
