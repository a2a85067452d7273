import Testing
import WritValues

func date(_ text: String) -> CivilDate { CivilDate(iso: text)! }

@Suite struct CivilDateTests {
    /// Every day of the range, against counting up one day at a time.
    @Test func everyDay() {
        var number = CivilDate.dayNumbers.lowerBound
        var isRight = true
        var weekday = 0
        for year in 1...9999 {
            for month in 1...12 {
                for day in 1...CivilDate.days(inMonth: month, year: year) {
                    let date = CivilDate(dayNumber: Int(number))!
                    isRight = isRight && date.fields == (year, month, day) && date.weekday.rawValue == weekday + 1
                    isRight = isRight && CivilDate(year: year, month: month, day: day) == date
                    number += 1
                    weekday = (weekday + 1) % 7
                }
            }
        }
        #expect(isRight)
        #expect(number - 1 == CivilDate.dayNumbers.upperBound)
    }

    @Test func known() {
        #expect(date("1970-01-01").dayNumber == 0)
        #expect(date("2000-03-01").dayNumber == 11_017)
        #expect(date("2024-05-11").weekday == .saturday)
        #expect(Weekday.saturday.name == "saturday")
        #expect(CivilDate.first.description == "0001-01-01")
        #expect(CivilDate.last.description == "9999-12-31")
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "0000-01-01", "2026-1-1", "2026-01-01 ",
        "26-01-01", "2026/01/01",
        "", "2026-01", "+2026-01-01", "２０２６-01-01", "1900-02-29", "2026-01-01T",
    ])
    func noSuchDay(text: String) { #expect(CivilDate(iso: text) == nil) }

    @Test func addingDays() {
        #expect(date("2024-02-28").addingDays(2) == date("2024-03-01"))
        #expect(date("2024-02-28").addingDays(.max) == nil)
        #expect(date("1024-02-28").addingDays(.min) == nil)
        #expect(CivilDate.last.addingDays(1) == nil)
        #expect(CivilDate.first.addingDays(3_652_058) == .last)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"), ("2026-12-31", 2, "2027-02-28"),
        ("2026-05-31", 0, "2026-05-31"),
    ])
    func addingMonths(from: String, months: Int, to: String) { #expect(date(from).addingMonths(months) == date(to)) }

    @Test func addingMonthsOutOfRange() {
        #expect(CivilDate.last.addingMonths(1) == nil)
        #expect(CivilDate.first.addingMonths(-1) == nil)
        #expect(date("2026-01-01").addingMonths(.max) == nil)
        #expect(date("2026-01-01").addingMonths(.min) == nil)
        #expect(CivilDate.first.addingMonths(9999 * 12 - 1) == date("9999-12-01"))
    }

    /// Against stepping month by month and then going back from a day that does not exist.
    @Test func addingMonthsAgainstBruteForce() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<2000 {
            let from = CivilDate(dayNumber: Int.random(in: -100_000...100_000, using: &random))!
            let months = Int.random(in: -300...300, using: &random)
            var (year, month, day) = from.fields
            for _ in 0..<abs(months) {
                month += months.signum()
                if month == 13 { (year, month) = (year + 1, 1) }
                if month == 0 { (year, month) = (year - 1, 12) }
            }
            while CivilDate(year: year, month: month, day: day) == nil { day -= 1 }
            #expect(from.addingMonths(months) == CivilDate(year: year, month: month, day: day))
        }
    }

    @Test func monthsBetween() {
        #expect(CivilDate.months(between: date("2026-01-31"), and: date("2026-02-28")) == 1)
        #expect(CivilDate.months(between: date("2026-01-31"), and: date("2026-02-27")) == 0)
        #expect(CivilDate.months(between: date("2026-02-28"), and: date("2026-01-31")) == -1)
        #expect(CivilDate.months(between: date("2024-02-29"), and: date("2025-02-28")) == 12)
        #expect(CivilDate.months(between: .first, and: .last) == 9999 * 12 - 1)
    }

    /// The largest number of months that does not pass the later date.
    @Test func monthsBetweenIsTheInverse() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<3000 {
            let a = CivilDate(dayNumber: Int.random(in: 0...3000, using: &random))!
            let b = CivilDate(dayNumber: Int.random(in: 0...3000, using: &random))!
            let (low, high) = (min(a, b), max(a, b))
            let n = (0...200).last { low.addingMonths($0)! <= high }!
            #expect(CivilDate.months(between: low, and: high) == n)
            #expect(CivilDate.months(between: high, and: low) == -n)
        }
    }

    @Test func endsOfMonths() {
        #expect(date("2024-02-10").endOfMonth == date("2024-02-29"))
        #expect(date("2024-02-10").startOfMonth == date("2024-02-01"))
        #expect(CivilDate.last.endOfMonth == .last)
    }
}
