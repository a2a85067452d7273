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

    /// The two changes whose rules name this year, in order. Where daylight saving time lasts all year, its end is at the same
    /// second as its begin in the next year, which then counts.
    func changes(in year: Int) -> [(at: Int64, offset: Int)] {
        guard let begin, let end else { return [] }
        let up = (at: begin.seconds(in: year) - Int64(standard), offset: daylight)
        let down = (at: end.seconds(in: year) - Int64(daylight), offset: standard)
        return up.at < down.at ? [up, down] : [down, up]
    }

    /// The run around an instant; cut at `lowest`, from where the footer holds.
    func span(at second: Int64, from lowest: Int64) -> ZoneRules.Span {
        let year = Self.year(of: second)
        let around = (year - 1...year + 1).flatMap { changes(in: $0) }
        guard let after = around.firstIndex(where: { $0.at > second }), after > 0 else {
            return ZoneRules.Span(start: lowest, end: .max, offset: standard)
        }
        let start = max(lowest, around[after - 1].at)
        return ZoneRules.Span(start: start, end: around[after].at, offset: around[after - 1].offset)
    }

    /// The year of UTC that a second is in; beyond the years of ``CivilDate`` the nearest of these.
    static func year(of second: Int64) -> Int {
        let day = min(
            max(floorDivide(second, 86_400), Int64(CivilDate.first.dayNumber)), Int64(CivilDate.last.dayNumber))
        return CivilDate(unchecked: Int32(day)).year
    }
}
