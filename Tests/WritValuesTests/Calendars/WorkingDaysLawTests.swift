import Testing
import WritValues

/// Working days on random calendars against going through the days one by one.
@Suite struct WorkingDaysLawTests {
    let hours = [WorkingInterval("09:00", "18:00")!]
    let base = date("2024-01-01").dayNumber

    func calendar(_ random: inout SplitMix64) -> WorkingCalendar {
        var weekly: [Weekday: [WorkingInterval]] = [:]
        for day in Weekday.allCases where Int.random(in: 0..<3, using: &random) > 0 { weekly[day] = hours }
        func dates(_ count: Int) -> [CivilDate] {
            (0..<count).map { _ in CivilDate(dayNumber: Int(base) + Int.random(in: 0...200, using: &random))! }
        }
        let holidays = Dictionary(dates(Int.random(in: 0...30, using: &random)).map { ($0, "") }) { $1 }
        let extra = Dictionary(dates(Int.random(in: 1...10, using: &random)).map { ($0, hours) }) { $1 }
        return WorkingCalendar(name: "random", zone: .utc, weekly: weekly, holidays: holidays, extraDays: extra)
    }

    func naive(_ n: Int, after date: CivilDate, _ calendar: WorkingCalendar) -> CivilDate? {
        var (date, left) = (date, abs(n))
        while left > 0 {
            guard let next = date.addingDays(n.signum()), abs(next.dayNumber - base) < 2000 else { return nil }
            date = next
            if calendar.isWorkingDay(date) == .success(true) { left -= 1 }
        }
        return date
    }

    @Test func againstTheLoop() throws {
        var random = SplitMix64(seed: 9)
        for _ in 0..<150 {
            let calendar = calendar(&random)
            for _ in 0..<10 {
                let from = CivilDate(dayNumber: Int(base) + Int.random(in: -50...250, using: &random))!
                let n = Int.random(in: -60...60, using: &random)
                guard let expected = naive(n, after: from, calendar) else { continue }
                #expect(calendar.workingDays(Int64(n), after: from) == .success(expected))
                // Forwards n working days are at distance n. Backwards too, from a working day or to its own count.
                #expect(calendar.workingDays(between: from, and: expected) == .success(n))
            }
        }
    }

    @Test func distancesAddUp() throws {
        var random = SplitMix64(seed: 10)
        for _ in 0..<150 {
            let calendar = calendar(&random)
            let points = (0..<3).map { _ in CivilDate(dayNumber: Int(base) + Int.random(in: -50...250, using: &random))!
            }.sorted()
            let counts = try [(0, 1), (1, 2), (0, 2)].map {
                try calendar.workingDays(between: points[$0.0], and: points[$0.1]).get()
            }
            #expect(counts[0] + counts[1] == counts[2])
            var naive = 0
            var day = points[0]
            while day < points[2] {
                day = day.addingDays(1)!
                if calendar.isWorkingDay(day) == .success(true) { naive += 1 }
            }
            #expect(counts[2] == naive)
        }
    }
}
