/// A time of day on a wall clock, to the microsecond.
public struct CivilTime: Hashable, Comparable, Sendable {
    /// Microseconds since midnight, 0 to ``microsecondsPerDay``; that itself only for ``endOfDay``.
    public let microseconds: Int64

    public static let microsecondsPerDay: Int64 = 86_400_000_000
    public static let midnight = CivilTime(unchecked: 0)
    /// 24:00, the end of a working interval which lasts until midnight. No parsed time of day and no fact is this.
    public static let endOfDay = CivilTime(unchecked: microsecondsPerDay)

    /// `nil` unless `microseconds` is in 00:00 ..< 24:00.
    public init?(microseconds: Int64) {
        guard (0..<Self.microsecondsPerDay).contains(microseconds) else { return nil }
        self.microseconds = microseconds
    }

    init(unchecked microseconds: Int64) { self.microseconds = microseconds }

    /// `nil` when there is no such time; a second of 60 is none.
    public init?(hour: Int, minute: Int, second: Int = 0, microsecond: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0...999_999).contains(microsecond)
        else { return nil }
        microseconds = Int64((hour * 60 + minute) * 60 + second) * 1_000_000 + Int64(microsecond)
    }

    public static func < (a: CivilTime, b: CivilTime) -> Bool { a.microseconds < b.microseconds }

    /// 0 to 23; 24 for ``endOfDay``.
    public var hour: Int { Int(microseconds / 3_600_000_000) }
    public var minute: Int { Int(microseconds / 60_000_000 % 60) }
    public var second: Int { Int(microseconds / 1_000_000 % 60) }
    /// The fraction of the second, 0 to 999,999.
    public var microsecond: Int { Int(microseconds % 1_000_000) }
}

extension CivilTime: CustomStringConvertible {
    /// Reads `HH:MM`, `HH:MM:SS` or `HH:MM:SS.f` with up to six digits of fraction (more if they are zeros); `nil` for
    /// anything else. `24:00` is none: use ``init(endingAt:)`` where an interval may end there.
    public init?(_ text: some StringProtocol) {
        var scanner = DigitScanner(text)
        guard let hour = scanner.number(2), scanner.accept(":"), let minute = scanner.number(2) else { return nil }
        var second = 0
        var fraction: Int64 = 0
        if scanner.accept(":") {
            guard let read = scanner.number(2) else { return nil }
            second = read
            if scanner.accept(".") {
                guard case .exact(let read) = scanner.microseconds() else { return nil }
                fraction = read
            }
        }
        guard scanner.isAtEnd else { return nil }
        self.init(hour: hour, minute: minute, second: second, microsecond: Int(fraction))
    }

    /// Reads the end of an interval: as ``init(_:)``, and `24:00` is ``endOfDay``.
    public init?(endingAt text: some StringProtocol) {
        if text == "24:00" || text == "24:00:00" {
            self = .endOfDay
        } else {
            self.init(text)
        }
    }

    /// `HH:MM`, with seconds and their fraction only if they are not zero.
    public var description: String {
        let minutes = padded(hour, 2) + ":" + padded(minute, 2)
        return microseconds % 60_000_000 == 0 ? minutes : minutes + ":" + secondsText
    }

    /// `SS` or `SS.f`, without zeros at the end.
    var secondsText: String {
        let text = DecimalText.print(count: Int128(microseconds % 60_000_000), scale: 6, minimumDecimals: 0)
        return second < 10 ? "0" + text : text
    }
}
