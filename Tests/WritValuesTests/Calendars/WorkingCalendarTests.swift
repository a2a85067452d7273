import Testing
import WritValues

let hour: Int64 = 3_600_000_000

/// Monday to Friday 09:00–18:00 in Shanghai, and one Saturday before a holiday week.
func plant(coverage: ClosedRange<CivilDate>? = nil) -> WorkingCalendar {
    let hours = [WorkingInterval("09:00", "18:00")!]
    return WorkingCalendar(
        name: "plant", zone: Zone.named("Asia/Shanghai")!,
        weekly: Dictionary(uniqueKeysWithValues: Weekday.allCases.prefix(5).map { ($0, hours) }),
        holidays: [
            date("2024-05-01"): "Labour Day", date("2024-05-02"): "", date("2024-05-03"): "", date("2024-05-04"): "",
        ],
        extraDays: [date("2024-05-11"): hours], coverage: coverage)
}

@Suite struct WorkingCalendarTests {
    @Test(arguments: [
        ("2024-05-10T16:30:00+08:00", 2, "2024-05-11T09:30:00+08:00"),
        ("2024-05-10T10:00:00+08:00", 8, "2024-05-10T18:00:00+08:00"),
        ("2024-05-12T20:00:00+08:00", 2, "2024-05-13T11:00:00+08:00"),
        ("2024-05-12T20:00:00+08:00", 0, "2024-05-12T20:00:00+08:00"),
        ("2024-05-11T10:00:00+08:00", -2, "2024-05-10T17:00:00+08:00"),
        ("2024-05-11T10:00:00+08:00", -1, "2024-05-11T09:00:00+08:00"),
        ("2024-04-30T17:00:00+08:00", 2, "2024-05-06T10:00:00+08:00"),
    ])
    func workingHours(from: String, hours: Int64, to: String) {
        #expect(plant().instant(hours * hour, after: at(from)) == .success(at(to)))
    }

    @Test(arguments: [
        ("2024-05-10", 1, "2024-05-11"), ("2024-05-10", 2, "2024-05-13"), ("2024-04-30", 1, "2024-05-06"),
        ("2024-05-04", 0, "2024-05-04"),
        ("2024-05-12", -1, "2024-05-11"), ("2024-05-11", -1, "2024-05-10"), ("2024-05-06", -1, "2024-04-30"),
    ])
    func workingDays(from: String, days: Int64, to: String) {
        #expect(plant().workingDays(days, after: date(from)) == .success(date(to)))
    }

    @Test func nearestWorkingDays() {
        #expect(plant().firstWorkingDay(onOrAfter: date("2024-05-01")) == .success(date("2024-05-06")))
        #expect(plant().firstWorkingDay(onOrAfter: date("2024-05-11")) == .success(date("2024-05-11")))
        #expect(plant().lastWorkingDay(onOrBefore: date("2024-05-05")) == .success(date("2024-04-30")))
        #expect(plant().isWorkingDay(date("2024-05-11")) == .success(true))
        #expect(plant().isWorkingDay(date("2024-05-03")) == .success(false))
    }

    /// Pauses overlap, and stop the clock also at night, where that changes nothing.
    @Test func pauses() {
        let pauses = [
            (at("2024-05-10T11:00:00+08:00"), at("2024-05-10T12:00:00+08:00")),
            (at("2024-05-10T11:30:00+08:00"), at("2024-05-10T13:00:00+08:00")),
            (at("2024-05-10T20:00:00+08:00"), at("2024-05-11T08:00:00+08:00")),
        ]
        let start = at("2024-05-10T10:00:00+08:00")
        #expect(plant().instant(1 * hour, after: start, excluding: pauses) == .success(at("2024-05-10T11:00:00+08:00")))
        #expect(plant().instant(2 * hour, after: start, excluding: pauses) == .success(at("2024-05-10T14:00:00+08:00")))
        #expect(
            plant().workingTime(between: start, and: at("2024-05-11T10:00:00+08:00"), excluding: pauses)
                == .success(7 * hour))
        #expect(
            plant().workingTime(between: at("2024-05-11T10:00:00+08:00"), and: start, excluding: pauses)
                == .success(-7 * hour))
        #expect(
            plant().instant(-7 * hour, after: at("2024-05-11T10:00:00+08:00"), excluding: pauses) == .success(start))
    }

    @Test func breaksAndExtraHours() {
        let calendar = WorkingCalendar(
            name: "shop", zone: .utc,
            weekly: [.monday: [WorkingInterval("08:00", "12:00")!, WorkingInterval("11:00", "24:00")!]],
            breaks: [WorkingInterval("12:00", "13:00")!], holidays: [date("2024-05-13"): "fair"],
            extraDays: [date("2024-05-13"): [WorkingInterval("10:00", "14:00")!]])
        let week = (date("2024-05-06"), date("2024-05-12"))
        #expect(
            calendar.workingTime(between: Instant(week.0, .midnight)!, and: Instant(week.1, .midnight)!)
                == .success(15 * hour))
        #expect(
            calendar.workingTime(between: at("2024-05-13T00:00:00Z"), and: at("2024-05-14T00:00:00Z"))
                == .success(3 * hour))
    }

    @Test func coverage() {
        let calendar = plant(coverage: date("2024-05-06")...date("2024-05-31"))
        #expect(calendar.workingDays(3, after: date("2024-05-30")) == .failure(.outsideCoverage))
        #expect(calendar.workingDays(1, after: date("2024-05-30")) == .success(date("2024-05-31")))
        #expect(calendar.workingDays(1, after: date("2024-05-05")) == .success(date("2024-05-06")))
        #expect(calendar.workingDays(1, after: date("2024-05-04")) == .failure(.outsideCoverage))
        #expect(calendar.workingDays(-1, after: date("2024-05-06")) == .failure(.outsideCoverage))
        #expect(calendar.isWorkingDay(date("2024-06-01")) == .failure(.outsideCoverage))
        #expect(calendar.workingDays(between: date("2024-05-05"), and: date("2024-05-31")) == .success(21))
        #expect(
            calendar.workingDays(between: date("2024-05-04"), and: date("2024-05-31")) == .failure(.outsideCoverage))
        #expect(
            calendar.instant(1 * hour, after: at("2024-05-31T17:00:00+08:00"))
                == .success(at("2024-05-31T18:00:00+08:00")))
        #expect(calendar.instant(2 * hour, after: at("2024-05-31T17:00:00+08:00")) == .failure(.outsideCoverage))
        #expect(calendar.instant(200 * hour, after: at("2024-05-10T17:00:00+08:00")) == .failure(.outsideCoverage))
        #expect(calendar.instant(-2 * hour, after: at("2024-05-06T10:00:00+08:00")) == .failure(.outsideCoverage))
    }

    @Test func nothingToWorkWith() {
        let idle = WorkingCalendar(
            name: "idle", zone: Zone.named("America/New_York")!, weekly: [:],
            extraDays: [date("2024-05-11"): [WorkingInterval("09:00", "18:00")!]])
        #expect(idle.workingDays(1, after: date("2024-05-11")) == .failure(.noWorkingTime))
        #expect(idle.workingDays(1, after: date("2024-05-10")) == .success(date("2024-05-11")))
        #expect(idle.workingDays(2, after: date("2024-05-10")) == .failure(.outOfRange))
        #expect(idle.workingDays(-1, after: date("2024-05-11")) == .failure(.noWorkingTime))
        #expect(idle.instant(hour, after: at("2024-06-01T00:00:00Z")) == .failure(.noWorkingTime))
        #expect(idle.workingTime(between: .first, and: .last) == .success(9 * hour))
    }

    /// Hostile amounts: an answer or a reason, at once.
    @Test(.timeLimit(.minutes(1)))
    func extremes() {
        let calendar = plant()
        for amount in [Int64.max, 10_000_000, .min, -10_000_000] {
            #expect(calendar.workingDays(amount, after: date("2024-05-10")) == .failure(.outOfRange))
        }
        #expect(calendar.workingDays(1_000_000, after: date("2024-05-10")).map(\.year) == .success(5857))
        #expect(calendar.instant(.max, after: at("2024-05-10T10:00:00Z")) == .failure(.outOfRange))
        #expect(calendar.instant(.min, after: at("2024-05-10T10:00:00Z")) == .failure(.outOfRange))
        let days = (try? calendar.workingDays(between: .first, and: .last).get()) ?? 0
        #expect(calendar.workingTime(between: .first, and: .last).map { $0 / hour } == .success(Int64(days) * 9 + 9))
    }
}
