import Testing
import WritValues

/// Working time on random calendars against a grid of quarter hours, over years in which clocks change in every odd way.
@Suite struct WorkingTimeLawTests {
    static let quarter: Int64 = 900_000_000

    /// Whether each quarter of an hour is worked, by the definition: the union of the hours of all days.
    struct Grid {
        let start: Int64
        var worked: [Bool]

        init(_ calendar: WorkingCalendar, _ hours: (CivilDate) -> [WorkingInterval], from: CivilDate, days: Int) {
            start = Int64(from.dayNumber - 2) * CivilTime.microsecondsPerDay
            worked = Array(repeating: false, count: (days + 4) * 96)
            for offset in -3..<days + 3 {
                let date = from.addingDays(offset)!
                for interval in hours(date) {
                    let low = calendar.zone.instant(of: date, interval.start)!.microseconds
                    let high = calendar.zone.instant(of: date, interval.end)!.microseconds
                    for moment in stride(from: low, to: max(low, high), by: Int(quarter)) {
                        let cell = Int((moment - start) / quarter)
                        if worked.indices.contains(cell) { worked[cell] = true }
                    }
                }
            }
        }

        func instant(_ cell: Int) -> Instant { Instant(microseconds: start + Int64(cell) * quarter)! }

        func time(_ low: Int, _ high: Int) -> Int64 { Int64(worked[low..<high].count { $0 }) * quarter }

        func after(_ cell: Int, _ amount: Int) -> Int? {
            var (cell, left) = (cell, amount)
            while left > 0, cell < worked.count {
                if worked[cell] { left -= 1 }
                cell += 1
            }
            return left == 0 ? cell : nil
        }

        func before(_ cell: Int, _ amount: Int) -> Int? {
            var (cell, left) = (cell, amount)
            while left > 0, cell > 0 {
                cell -= 1
                if worked[cell] { left -= 1 }
            }
            return left == 0 ? cell : nil
        }
    }

    static func intervals(_ random: inout SplitMix64) -> [WorkingInterval] {
        (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
            let start = Int64.random(in: 0..<95, using: &random)
            let length = Int64.random(in: 1...40, using: &random)
            let from = CivilTime(microseconds: start * quarter)!
            return WorkingInterval(from, CivilTime(microseconds: (start + length) * quarter) ?? .endOfDay)
        }
    }

    @Test(arguments: [
        ("America/New_York", "2023-10-01", 400), ("Australia/Lord_Howe", "2024-03-01", 300),
        ("Pacific/Apia", "2011-09-01", 200),
        ("America/Sao_Paulo", "2017-09-01", 250), ("Africa/Cairo", "2014-04-01", 250),
        ("Europe/Dublin", "2030-01-01", 700),
        ("Asia/Kathmandu", "2024-01-01", 60), ("America/Nuuk", "2150-01-01", 400), ("UTC", "1999-12-01", 60),
        ("Antarctica/Troll", "2024-02-01", 300),
    ])
    func againstTheGrid(zone: String, from: String, days: Int) {
        var random = SplitMix64(seed: UInt64(days))
        for _ in 0..<12 {
            var weekly: [Weekday: [WorkingInterval]] = [:]
            for day in Weekday.allCases { weekly[day] = Self.intervals(&random) }
            var extra: [CivilDate: [WorkingInterval]] = [:]
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                extra[date(from).addingDays(Int.random(in: 0..<days, using: &random))!] = Self.intervals(&random)
            }
            let calendar = WorkingCalendar(name: zone, zone: Zone.named(zone)!, weekly: weekly, extraDays: extra)
            let grid = Grid(calendar, { extra[$0] ?? weekly[$0.weekday]! }, from: date(from), days: days)
            for _ in 0..<40 { check(calendar, grid, &random) }
        }
    }

    func check(_ calendar: WorkingCalendar, _ grid: Grid, _ random: inout SplitMix64) {
        let low = Int.random(in: 96..<grid.worked.count - 96, using: &random)
        let high = Int.random(in: low..<grid.worked.count - 96, using: &random)
        let (a, b) = (grid.instant(low), grid.instant(high))
        #expect(calendar.workingTime(between: a, and: b) == .success(grid.time(low, high)))
        #expect(calendar.workingTime(between: b, and: a) == .success(-grid.time(low, high)))
        let amount = Int.random(in: 1...300, using: &random) * Int.random(in: 1...20, using: &random)
        if let end = grid.after(low, amount) {
            #expect(calendar.instant(Int64(amount) * Self.quarter, after: a) == .success(grid.instant(end)))
        }
        if let end = grid.before(high, amount) {
            #expect(calendar.instant(Int64(-amount) * Self.quarter, after: b) == .success(grid.instant(end)))
        }
        checkPauses(calendar, grid, low, amount, &random)
    }

    func checkPauses(_ calendar: WorkingCalendar, _ grid: Grid, _ low: Int, _ amount: Int, _ random: inout SplitMix64) {
        var paused = grid
        var pauses: [(Instant, Instant)] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let start = Int.random(in: 0..<grid.worked.count - 1, using: &random)
            let end = min(start + Int.random(in: 1...2000, using: &random), grid.worked.count - 1)
            pauses.append((grid.instant(start), grid.instant(end)))
            for cell in start..<end { paused.worked[cell] = false }
        }
        let high = grid.worked.count - 96
        let between = calendar.workingTime(between: grid.instant(low), and: grid.instant(high), excluding: pauses)
        #expect(between == .success(paused.time(low, high)))
        if let end = paused.after(low, amount) {
            let found = calendar.instant(Int64(amount) * Self.quarter, after: grid.instant(low), excluding: pauses)
            #expect(found == .success(grid.instant(end)))
        }
        if let end = paused.before(high, amount) {
            let found = calendar.instant(Int64(-amount) * Self.quarter, after: grid.instant(high), excluding: pauses)
            #expect(found == .success(grid.instant(end)))
        }
    }
}
