import Testing
import WritValues

/// Long ways through a calendar leap over cycles of 400 years; short ones never do. They must agree.
@Suite struct WorkingTimeFarTests {
    let year: Int64 = 31_556_952_000_000

    @Test(arguments: ["America/New_York", "Australia/Lord_Howe", "UTC"])
    func longWaysAreTheSumOfShortOnes(zone: String) throws {
        var random = SplitMix64(seed: 13)
        var weekly: [Weekday: [WorkingInterval]] = [:]
        for day in Weekday.allCases { weekly[day] = WorkingTimeLawTests.intervals(&random) }
        weekly[.sunday] = [WorkingInterval("01:15", "03:45")!]
        let calendar = WorkingCalendar(
            name: zone, zone: Zone.named(zone)!, weekly: weekly,
            holidays: [date("2024-05-01"): "", date("2400-02-29"): ""])
        for _ in 0..<2 {
            let start = Instant(microseconds: Int64.random(in: 50 * year...300 * year, using: &random))!
            let end = Instant(microseconds: Int64.random(in: 1000 * year...1600 * year, using: &random))!
            var total: Int64 = 0
            var now = start
            while now < end {
                let next = min(end, now.addingMicroseconds(150 * year) ?? end)
                total += try calendar.workingTime(between: now, and: next).get()
                now = next
            }
            #expect(calendar.workingTime(between: start, and: end) == .success(total))
            #expect(calendar.workingTime(between: end, and: start) == .success(-total))
            // There and back: the ends are the first and the last instant with this much work between them.
            let there = try calendar.instant(total, after: start).get()
            #expect(there <= end)
            #expect(calendar.workingTime(between: start, and: there) == .success(total))
            let back = try calendar.instant(-total, after: end).get()
            #expect(back >= start)
            #expect(calendar.workingTime(between: back, and: end) == .success(total))
        }
    }
}
