/// A time zone: how far its clocks are ahead of UTC, at any time.
///
/// The rules come from the program itself (IANA's tz database, ``Zone/dataVersion``), never from the machine, so that the
/// same policy gives the same answer everywhere. Two zones are equal if their names are.
public struct Zone: Sendable {
    /// The name it was asked for by, such as `Asia/Shanghai` or `+08:00`.
    public let name: String
    let rules: ZoneRules

    /// Coordinated universal time.
    public static let utc = Zone(name: "UTC", rules: ZoneRules(fixed: 0))

    /// The zone of this name; `nil` when there is none.
    ///
    /// Names are those of the tz database with their capitals, old aliases included, and fixed offsets `±HH:MM` up to 23:59.
    /// The first use of a zone reads its rules; then a dictionary look-up.
    public static func named(_ name: String) -> Zone? {
        if let rules = ZoneLibrary.rules(named: name) { return Zone(name: name, rules: rules) }
        var scanner = DigitScanner(name)
        guard name.utf8.count == 6, let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        return Zone(name: name, rules: ZoneRules(fixed: offset))
    }

    /// All names of the tz database, sorted by their bytes; without the fixed offsets.
    public static var names: [String] { ZoneLibrary.names }

    /// The release of the tz database, such as `2025b`.
    public static var dataVersion: String { ZoneLibrary.version }

    /// Seconds that its clocks are ahead of UTC; negative behind. O(log n) in the number of its changes.
    public func offset(at instant: Instant) -> Int {
        rules.span(at: floorDivide(instant.microseconds, 1_000_000)).offset
    }

    /// What its clocks show. At the ends of the range they stop (``Instant/dateAndTime(offset:)``).
    public func localDateTime(of instant: Instant) -> (date: CivilDate, time: CivilTime) {
        instant.dateAndTime(offset: offset(at: instant))
    }

    /// What its clocks show; `nil` where that is a date in year 0 or 10000, which has no form.
    public func exactLocalDateTime(of instant: Instant) -> (date: CivilDate, time: CivilTime)? {
        instant.exactDateAndTime(offset: offset(at: instant))
    }

    /// The instant at which its clocks show this date and time; `nil` outside the years 0001 to 9999 of UTC.
    ///
    /// A time that a clock change skips moves forward by the gap: 02:30 is 03:30 where 02:00 becomes 03:00. Of a time that
    /// is shown twice it is the first. ``CivilTime/endOfDay`` is midnight of the next day.
    public func instant(of date: CivilDate, _ time: CivilTime) -> Instant? {
        let local = Int64(date.dayNumber) * CivilTime.microsecondsPerDay + time.microseconds
        let offset = rules.offset(atLocal: floorDivide(local, 1_000_000))
        return Instant(microseconds: local - Int64(offset) * 1_000_000)
    }
}

extension Zone: Hashable, CustomStringConvertible {
    public static func == (a: Zone, b: Zone) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
    public var description: String { name }
}
