/// The rule for the years after a zone's last published change: the POSIX `TZ` string that ends a TZif file (RFC 8536,
/// section 3.3.1), such as `EST5EDT,M3.2.0,M11.1.0`.
struct ZoneFooter: Hashable, Sendable {
    /// Seconds ahead of UTC in standard time, and in daylight saving time.
    let standard: Int
    let daylight: Int
    /// When daylight saving time begins and ends, on the clock shown just before; `nil` when there is none.
    let begin: ZoneDay?
    let end: ZoneDay?

    var isFixed: Bool { begin == nil }

    /// Reads a `TZ` string; `nil` when it is not one with explicit rules.
    init?(_ text: some StringProtocol) {
        var scanner = ZoneFooterScanner(text)
        guard scanner.skipName(), let west = scanner.seconds() else { return nil }
        standard = -west
        if scanner.isAtEnd {
            (daylight, begin, end) = (standard, nil, nil)
            return
        }
        guard scanner.skipName() else { return nil }
        daylight = scanner.seconds().map { -$0 } ?? standard + 3600
        guard let begin = scanner.day(), let end = scanner.day(), scanner.isAtEnd else { return nil }
        self.begin = begin
        self.end = end
    }

    /// From when on an offset holds.
    struct Change: Hashable, Sendable {
        var at: Int64
        var offset: Int
    }

    /// The two changes whose rules name this year, in order; `nil` when there are none. Where daylight saving time lasts all
    /// year, its end is at the same second as its begin in the next year, which then counts.
    func changes(in year: Int) -> (first: Change, second: Change)? {
        guard let begin, let end else { return nil }
        let up = Change(at: begin.seconds(in: year) - Int64(standard), offset: daylight)
        let down = Change(at: end.seconds(in: year) - Int64(daylight), offset: standard)
        return up.at < down.at ? (up, down) : (down, up)
    }

    /// The run around an instant; cut at `lowest`, from where the footer holds.
    func span(at second: Int64, from lowest: Int64) -> ZoneRules.Span {
        var span = ZoneRules.Span(start: lowest, end: .max, offset: standard)
        let year = Self.year(of: second)
        for candidate in year - 1...year + 1 {
            guard let (early, late) = changes(in: candidate) else { break }
            if span.isEnded(by: early, around: second, from: lowest) { break }
            if span.isEnded(by: late, around: second, from: lowest) { break }
        }
        return span
    }

    /// The year of UTC that a second is in; beyond the years of ``CivilDate`` the nearest of these.
    static func year(of second: Int64) -> Int {
        let day = min(
            max(floorDivide(second, 86_400), Int64(CivilDate.first.dayNumber)), Int64(CivilDate.last.dayNumber))
        return CivilDate(unchecked: Int32(day)).year
    }
}

extension ZoneRules.Span {
    /// Takes in the next change in order: as the end, when it comes after `second`, or else as the start.
    fileprivate mutating func isEnded(by change: ZoneFooter.Change, around second: Int64, from lowest: Int64) -> Bool {
        if change.at > second {
            end = change.at
            return true
        }
        start = max(lowest, change.at)
        offset = change.offset
        return false
    }
}
