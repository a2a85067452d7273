/// Reads the parts of a POSIX `TZ` string.
struct ZoneFooterScanner {
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// An abbreviation: letters, or anything in angle brackets. It is not kept.
    mutating func skipName() -> Bool {
        if accept("<") {
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: ">") { return true }
            }
            return false
        }
        let letters = rest.prefix { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
        rest = rest.dropFirst(letters.count)
        return !letters.isEmpty
    }

    /// `[±]h[h[h]][:mm[:ss]]` in seconds; `nil` when no number is next.
    mutating func seconds() -> Int? {
        let isNegative = accept("-")
        if !isNegative { _ = accept("+") }
        guard let hours = number() else { return nil }
        var seconds = hours * 3600
        if accept(":") {
            guard let minutes = number() else { return nil }
            seconds += minutes * 60
            if accept(":") {
                guard let rest = number() else { return nil }
                seconds += rest
            }
        }
        return isNegative ? -seconds : seconds
    }

    /// `,date[/time]`; the time is 02:00 unless written.
    mutating func day() -> ZoneDay? {
        guard accept(","), let rule = rule() else { return nil }
        guard accept("/") else { return ZoneDay(rule: rule, time: 2 * 3600) }
        return seconds().map { ZoneDay(rule: rule, time: $0) }
    }

    private mutating func rule() -> ZoneDay.Rule? {
        if accept("J") { return number().map { .julian($0) } }
        guard accept("M") else { return number().map { .ordinal($0) } }
        guard let month = number(), (1...12).contains(month), accept("."), let week = number(), (1...5).contains(week),
            accept("."), let weekday = number(), (0...6).contains(weekday)
        else { return nil }
        return .weekday(month: month, week: week, weekday: weekday)
    }

    private mutating func accept(_ mark: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest.removeFirst()
        return true
    }

    /// One to three digits.
    private mutating func number() -> Int? {
        let digits = rest.prefix { $0 &- 48 < 10 }
        guard (1...3).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 &- 48) }
    }
}
