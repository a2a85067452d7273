import Testing
import WritValues

/// The worked check of the calendar: a week before a Chinese holiday, with an extra working Saturday.
@Suite struct WorkedExample {
    func at(_ text: String) -> Instant { Instant(rfc3339: text)! }
    func date(_ text: String) -> CivilDate { CivilDate(iso: text)! }
    let hour: Int64 = 3_600_000_000
    let calendar: WorkingCalendar
    init() {
        let hours = [WorkingInterval("09:00", "18:00")!]
        let weekly = Dictionary(uniqueKeysWithValues: Weekday.allCases.prefix(5).map { ($0, hours) })
        calendar = WorkingCalendar(
            name: "plant", zone: Zone.named("Asia/Shanghai")!, weekly: weekly,
            extraDays: [CivilDate(iso: "2024-05-11")!: hours])
    }
    @Test func workedCheck() {
        #expect(
            calendar.instant(2 * hour, after: at("2024-05-10T16:30:00+08:00"))
                == .success(at("2024-05-11T09:30:00+08:00")))
        #expect(
            calendar.instant(8 * hour, after: at("2024-05-10T10:00:00+08:00"))
                == .success(at("2024-05-10T18:00:00+08:00")))
        #expect(
            calendar.instant(2 * hour, after: at("2024-05-12T20:00:00+08:00"))
                == .success(at("2024-05-13T11:00:00+08:00")))
        #expect(calendar.workingDays(1, after: date("2024-05-10")) == .success(date("2024-05-11")))
    }
}
