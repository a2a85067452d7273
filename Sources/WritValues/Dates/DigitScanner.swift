/// Reads the fixed forms of dates and times: digits in groups of known width, with known marks between them.
struct DigitScanner {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Goes past `mark` if it is next.
    mutating func accept(_ mark: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: mark) else { return false }
        position += 1
        return true
    }

    /// Exactly `width` ASCII digits.
    mutating func number(_ width: Int) -> Int? {
        guard position + width <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + width] {
            guard byte &- 48 < 10 else { return nil }
            value = value * 10 + Int(byte &- 48)
        }
        position += width
        return value
    }

    /// What a fraction of a second is in microseconds.
    enum Fraction { case exact(Int64), tooFine, malformed }

    /// The digits after a point: up to six, and after these only zeros.
    mutating func microseconds() -> Fraction {
        var value: Int64 = 0
        var unit: Int64 = 100_000
        let start = position
        var isTooFine = false
        while let byte = current, byte &- 48 < 10 {
            if unit == 0, byte != 48 { isTooFine = true }
            value += Int64(byte &- 48) * unit
            unit /= 10
            position += 1
        }
        if position == start { return .malformed }
        return isTooFine ? .tooFine : .exact(value)
    }

    /// `YYYY-MM-DD`.
    mutating func date() -> CivilDate? {
        guard let year = number(4), accept("-"), let month = number(2), accept("-"), let day = number(2) else {
            return nil
        }
        return CivilDate(year: year, month: month, day: day)
    }
}
