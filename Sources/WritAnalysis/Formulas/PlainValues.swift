import WritSemantics
import WritValues

/// The values that nobody wonders about: 100 of money, 1 of numbers, noon of a day that the policy's calendars cover. Where a search begins
/// to look, and what a case has of which nothing is asked.
struct PlainValues: Sendable {
    /// Days since 1970-01-01: 2026-01-15, or the day nearest to it that all calendars cover.
    let day: Int128

    init() { day = 20_468 }

    init(_ model: CheckedModel) {
        var day = PlainValues().day
        for coverage in model.calendars.compactMap(\.calendar.coverage) {
            let days = Int128(coverage.lowerBound.dayNumber)...Int128(coverage.upperBound.dayNumber)
            day = min(max(day, days.lowerBound), days.upperBound)
        }
        self.day = day
    }

    /// The count of a quantity of a type, nil where it is not known what it counts.
    func count(_ type: WritType?) -> Int128 {
        switch type {
        case .money(_, let scale): 100 * Exact.power(of10: scale)
        case .number(let scale): Exact.power(of10: scale)
        case .date: day
        case .time: 12 * 3_600_000_000
        case .instant: (day * 24 + 12) * 3_600_000_000
        case .amount(.elapsed), .amount(.workingTime): 3_600_000_000
        case .amount: 1
        default: 0
        }
    }
}
