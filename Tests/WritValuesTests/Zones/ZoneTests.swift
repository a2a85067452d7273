import Testing
import WritValues

@Suite struct ZoneTests {
    @Test func names() {
        #expect(Zone.named("Asia/Shanghai")?.name == "Asia/Shanghai")
        #expect(Zone.named("PRC")?.name == "PRC")
        for name in ["Asia/Atlantis", "asia/shanghai", "", "@", "Z", "+8:00", "+24:00", "08:00", "+08:60", "+0800"] {
            #expect(Zone.named(name) == nil)
        }
        #expect(Zone.names.count > 590)
        #expect(Zone.names.allSatisfy { Zone.named($0) != nil })
        #expect(!Zone.dataVersion.isEmpty)
    }

    @Test func fixedOffsets() {
        let instant = at("2026-01-02T03:04:05Z")
        #expect(Zone.named("+08:00")?.offset(at: instant) == 28_800)
        #expect(Zone.named("-03:30")?.offset(at: instant) == -12_600)
        #expect(Zone.utc.offset(at: instant) == 0)
        #expect(Zone.named("UTC") == .utc)
    }

    @Test(arguments: ZoneVectors.offsets.split(separator: "\n").map(String.init))
    func offsets(vector: String) {
        let fields = vector.split(separator: " ")
        let instant = Instant(microseconds: Int64(fields[1])! * 1_000_000)!
        #expect(Zone.named(String(fields[0]))?.offset(at: instant) == Int(fields[2]))
    }

    @Test(arguments: ZoneVectors.locals.split(separator: "\n").map(String.init))
    func locals(vector: String) {
        let fields = vector.split(separator: " ")
        let shown = fields[1].split(separator: "T")
        let instant = Zone.named(String(fields[0]))?.instant(of: CivilDate(iso: shown[0])!, CivilTime(shown[1])!)
        #expect(instant?.microseconds == Int64(fields[2])! * 1_000_000)
    }

    /// The Law: skipped times move forward by the gap, repeated ones are the first.
    @Test func gapsAndFolds() {
        let newYork = Zone.named("America/New_York")!
        #expect(newYork.instant(of: date("2024-03-10"), CivilTime("02:30")!) == at("2024-03-10T03:30:00-04:00"))
        #expect(newYork.instant(of: date("2024-03-10"), CivilTime("02:00")!) == at("2024-03-10T03:00:00-04:00"))
        #expect(newYork.instant(of: date("2024-11-03"), CivilTime("01:30")!) == at("2024-11-03T01:30:00-04:00"))
        #expect(newYork.instant(of: date("2024-11-03"), CivilTime("02:00")!) == at("2024-11-03T02:00:00-05:00"))
        // Samoa left out a whole day.
        let apia = Zone.named("Pacific/Apia")!
        #expect(
            apia.instant(of: date("2011-12-30"), CivilTime("12:00")!)
                == apia.instant(of: date("2011-12-31"), CivilTime("12:00")!))
    }

    /// A local time that exists comes back from its instant; one that does not is later by the gap.
    @Test func localTimesComeBack() {
        var random = SplitMix64(seed: 8)
        for name in Zone.names {
            let zone = Zone.named(name)!
            for _ in 0..<20 {
                let day = CivilDate(dayNumber: Int.random(in: -20_000...80_000, using: &random))!
                let time = CivilTime(hour: Int.random(in: 0...23, using: &random), minute: 30)!
                let instant = zone.instant(of: day, time)!
                let shown = zone.localDateTime(of: instant)
                #expect(shown == (day, time) || shown > (day, time))
                // It is the first: a day earlier nothing shows the same.
                let before = Instant(microseconds: instant.microseconds - 3_600_000_000)!
                #expect(zone.localDateTime(of: before) < shown || zone.offset(at: before) > zone.offset(at: instant))
            }
        }
    }

    @Test func beyondTheEndsOfTimeThereIsNoLocalDate() {
        let (shanghai, newYork) = (Zone.named("Asia/Shanghai")!, Zone.named("America/New_York")!)
        #expect(shanghai.exactLocalDateTime(of: .last) == nil)
        #expect(newYork.exactLocalDateTime(of: .first) == nil)
        #expect(newYork.exactLocalDateTime(of: .last)?.date == .last)
        #expect(shanghai.exactLocalDateTime(of: .first)?.date == .first)
        let instant = Instant(rfc3339: "9999-12-31T15:59:59Z")!
        #expect(shanghai.exactLocalDateTime(of: instant)?.time == CivilTime("23:59:59"))
        #expect(shanghai.exactLocalDateTime(of: instant.addingMicroseconds(1_000_000)!) == nil)
        #expect(Instant(rfc3339: "9999-12-31T23:59:59Z")!.description(in: shanghai) == "9999-12-31T23:59:59Z")
        #expect(instant.description(in: shanghai) == "9999-12-31T23:59:59+08:00")
    }

    @Test func theEndsOfTime() {
        for name in ["Pacific/Kiritimati", "America/New_York", "Europe/Dublin", "+14:00", "-12:00"] {
            let zone = Zone.named(name)!
            let first = zone.localDateTime(of: .first)
            let last = zone.localDateTime(of: .last)
            #expect(first.date == .first || first.date == CivilDate.first)
            #expect(last.date == .last)
            _ = zone.instant(of: .first, .midnight)
            _ = zone.instant(of: .last, .endOfDay)
        }
        #expect(Zone.named("+14:00")!.instant(of: .first, .midnight) == nil)
    }
}
