/// Why a text is not an instant.
public enum InstantFault: Error, Hashable, Sendable, CaseIterable {
    /// Not a date-time of RFC 3339, or a day or time which does not exist.
    case malformed
    /// A date and time without `Z` or an offset: it names no instant.
    case noOffset
    /// Second 60. Clocks count no leap seconds here, so it would name another instant than was meant.
    case leapSecond
    /// Finer than a microsecond.
    case tooManyDecimals
    /// Outside the years 0001 to 9999 of UTC.
    case outOfRange
}

extension Instant: CustomStringConvertible {
    /// Reads a date-time of RFC 3339 such as `2026-01-02T11:04:05.5+08:00`. `t` and `z` may be lower case; a fraction has up
    /// to six digits, more if they are zeros; `-00:00` is UTC.
    public static func parse(_ text: some StringProtocol) -> Result<Instant, InstantFault> {
        var scanner = DigitScanner(text)
        guard let date = scanner.date(), scanner.accept("T") || scanner.accept("t"), let hour = scanner.number(2),
            scanner.accept(":"), let minute = scanner.number(2), scanner.accept(":"), let second = scanner.number(2)
        else { return .failure(.malformed) }
        var fraction: Int64 = 0
        var isTooFine = false
        if scanner.accept(".") {
            switch scanner.microseconds() {
            case .exact(let read): fraction = read
            case .tooFine: isTooFine = true
            case .malformed: return .failure(.malformed)
            }
        }
        let isLeapSecond = second == 60 && minute == 59
        guard let time = CivilTime(hour: hour, minute: minute, second: isLeapSecond ? 59 : second) else {
            return .failure(.malformed)
        }
        if scanner.isAtEnd { return .failure(.noOffset) }
        guard let offset = scanner.offset(), scanner.isAtEnd else { return .failure(.malformed) }
        if isLeapSecond { return .failure(.leapSecond) }
        if isTooFine { return .failure(.tooManyDecimals) }
        let local = CivilTime(unchecked: time.microseconds + fraction)
        guard let instant = Instant(date, local, offset: offset) else { return .failure(.outOfRange) }
        return .success(instant)
    }

    /// Reads a date-time of RFC 3339; `nil` where ``parse(_:)`` says why not.
    public init?(rfc3339 text: some StringProtocol) {
        guard case .success(let instant) = Instant.parse(text) else { return nil }
        self = instant
    }

    /// RFC 3339 in UTC: `2026-01-02T03:04:05Z`. A fraction is written only if there is one.
    public var description: String { text(offset: 0) + "Z" }

    /// RFC 3339 on the clock of a zone: `2026-01-02T11:04:05+08:00`, and `Z` where that clock shows UTC.
    ///
    /// RFC 3339 has whole minutes of offset, some zones before 1972 had seconds: their minutes are cut, and the time is
    /// written for the offset that is written, so that the text still names this instant.
    public func description(in zone: Zone) -> String {
        let minutes = zone.offset(at: self) / 60
        // Where the clock would show year 0 or 10000, UTC still names the instant.
        if minutes == 0 || exactDateAndTime(offset: minutes * 60) == nil { return description }
        let ahead = abs(minutes)
        return text(offset: minutes * 60) + (minutes < 0 ? "-" : "+") + padded(ahead / 60, 2) + ":"
            + padded(ahead % 60, 2)
    }

    private func text(offset: Int) -> String {
        let (date, time) = dateAndTime(offset: offset)
        return date.description + "T" + padded(time.hour, 2) + ":" + padded(time.minute, 2) + ":" + time.secondsText
    }
}

extension DigitScanner {
    /// `Z` or `±HH:MM`, in seconds ahead of UTC.
    mutating func offset() -> Int? {
        if accept("Z") || accept("z") { return 0 }
        let isNegative = accept("-")
        guard isNegative || accept("+"), let hour = number(2), hour < 24, accept(":"), let minute = number(2),
            minute < 60
        else { return nil }
        return (hour * 60 + minute) * (isNegative ? -60 : 60)
    }
}
