import WritSource

/// Dates as they are written elsewhere.
extension Lexer {
    struct ForeignDate {
        let length: Int
        /// Nil if day and month may be either way round.
        let meant: String?
    }

    /// `1/2/2026`, `31.12.2026`, `2026/1/2` and `2026-1-2`, without spaces.
    func foreignDate() -> ForeignDate? {
        let first = digitCount(at: 0)
        let sign = peek(first)
        guard sign == UInt8(ascii: "/") || sign == UInt8(ascii: ".") || sign == UInt8(ascii: "-") else { return nil }
        let second = digitCount(at: first + 1)
        guard second == 1 || second == 2, peek(first + second + 1) == sign else { return nil }
        let third = digitCount(at: first + second + 2)
        let length = first + second + third + 2
        guard (first == 4 && (third == 1 || third == 2)) || (third == 4 && first <= 2), !Self.isWordByte(peek(length))
        else { return nil }
        let middle = number(at: first + 1, second)
        if first == 4 {
            return ForeignDate(length: length, meant: date(number(at: 0, 4), middle, number(at: length - third, third)))
        }
        let (day, year) = (number(at: 0, first), number(at: length - 4, 4))
        if sign == UInt8(ascii: ".") || day > 12 { return ForeignDate(length: length, meant: date(year, middle, day)) }
        return ForeignDate(length: length, meant: middle > 12 || middle == day ? date(year, day, middle) : nil)
    }

    mutating func report(_ date: ForeignDate, _ flags: TokenFlags) {
        let start = position
        position += date.length
        report(
            SyntaxCodes.foreignSign, "a date is written with year, month and day: `2026-01-31`",
            SourceRange(start, position), label: date.meant.map { "write `\($0)`" } ?? "which is the month?",
            fixIt: date.meant.map { ("write `\($0)`", $0) })
        emit(.invalid, from: start, flags.union(.foreign))
    }

    private func digitCount(at distance: Int) -> Int {
        var count = 0
        while count < 5, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(peek(distance + count)) { count += 1 }
        return count
    }

    private func number(at distance: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 * 10 + Int(peek(distance + $1) - UInt8(ascii: "0")) }
    }

    private func date(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard year >= 1000, (1...12).contains(month), (1...31).contains(day) else { return nil }
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
