extension AmountText {
    /// Writes an amount; ``parse(_:)`` reads it back.
    ///
    /// Clock time is written in hours, minutes and seconds (`2 hours 30 minutes`), and in seconds alone when it is under two
    /// minutes and no whole minute (`90 seconds`). Days stay days, for `14 days` and `2 weeks` are the same; whole years
    /// of months are years. Nothing is `0 minutes`, `0 days`, ….
    public static func print(kind: AmountKind, count: Int128) -> String {
        let sign = count < 0 ? "-" : ""
        let amount = Int128(clamping: count.magnitude)
        switch kind {
        case .elapsed: return sign + clock(amount, prefix: "")
        case .workingTime: return sign + clock(amount, prefix: "working ")
        case .days: return sign + counted(amount, "day")
        case .workingDays: return sign + counted(amount, "working day")
        case .months:
            let isYears = amount > 0 && amount % 12 == 0
            return sign + (isYears ? counted(amount / 12, "year") : counted(amount, "month"))
        }
    }

    private static func clock(_ amount: Int128, prefix: String) -> String {
        let minute: Int128 = 60_000_000
        if amount == 0 { return "0 \(prefix)minutes" }
        if amount < 2 * minute, amount % minute != 0 { return seconds(amount, prefix) }
        var parts: [String] = []
        let (hours, minutes) = (amount / (60 * minute), amount / minute % 60)
        if hours > 0 { parts.append(counted(hours, prefix + "hour")) }
        if minutes > 0 { parts.append(counted(minutes, prefix + "minute")) }
        if amount % minute > 0 { parts.append(seconds(amount % minute, prefix)) }
        return parts.joined(separator: " ")
    }

    private static func seconds(_ microseconds: Int128, _ prefix: String) -> String {
        let number = DecimalText.print(count: microseconds, scale: 6, minimumDecimals: 0)
        return "\(number) \(prefix)second" + (number == "1" ? "" : "s")
    }

    private static func counted(_ count: Int128, _ unit: String) -> String {
        "\(count) \(unit)" + (count == 1 ? "" : "s")
    }
}
