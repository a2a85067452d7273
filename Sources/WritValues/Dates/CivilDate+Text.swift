extension CivilDate: CustomStringConvertible {
    /// Reads `YYYY-MM-DD`, exactly; `nil` for anything else and for days that do not exist.
    public init?(iso text: some StringProtocol) {
        var scanner = DigitScanner(text)
        guard let date = scanner.date(), scanner.isAtEnd else { return nil }
        self = date
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = fields
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }
}

/// `number` with zeros in front, at least `width` digits. Not negative.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
