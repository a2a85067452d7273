import Testing
import WritValues

func at(_ text: String) -> Instant { Instant(rfc3339: text)! }

@Suite struct InstantTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-01-02T03:04:05Z", 1_767_323_045_000_000),
            ("2026-01-02T11:04:05+08:00", 1_767_323_045_000_000),
            ("2026-01-02t03:04:05z", 1_767_323_045_000_000), ("2026-01-01T22:04:05.25-05:00", 1_767_323_045_250_000),
            ("1969-12-31T23:59:59.999999Z", -1), ("2026-01-02T03:04:05.1000000000-00:00", 1_767_323_045_100_000),
            ("0001-01-01T00:00:00Z", -62_135_596_800_000_000), ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
        ] as [(String, Int64)])
    func reading(text: String, microseconds: Int64) {
        #expect(Instant.parse(text).map(\.microseconds) == .success(microseconds))
    }

    @Test(
        arguments: [
            ("2026-01-02", .malformed), ("2026-01-02 03:04:05Z", .malformed), ("2026-01-02T03:04Z", .malformed),
            ("2026-01-02T24:00:00Z", .malformed),
            ("2026-02-30T00:00:00Z", .malformed), ("2026-01-02T03:04:05.Z", .malformed),
            ("2026-01-02T03:04:05+8:00", .malformed),
            ("2026-01-02T03:04:05+24:00", .malformed), ("2026-01-02T03:04:05Zx", .malformed),
            ("2026-01-02T03:04:05+0800", .malformed),
            ("2026-01-02T03:04:61Z", .malformed), ("2026-01-02T03:04:60Z", .malformed),
            ("2026-01-02T03:04:05", .noOffset),
            ("2016-12-31T23:59:60Z", .leapSecond), ("2017-01-01T07:59:60+08:00", .leapSecond),
            ("2026-01-02T03:04:05.0000001Z", .tooManyDecimals),
            ("0001-01-01T00:00:00+00:01", .outOfRange), ("9999-12-31T23:59:59-00:01", .outOfRange),
        ] as [(String, InstantFault)])
    func faults(text: String, fault: InstantFault) { #expect(Instant.parse(text) == .failure(fault)) }

    @Test func writing() {
        #expect(at("2026-01-02T11:04:05+08:00").description == "2026-01-02T03:04:05Z")
        #expect(at("2026-01-02T03:04:05.050Z").description == "2026-01-02T03:04:05.05Z")
        #expect(at("2026-01-02T03:04:05Z").description(in: Zone.named("Asia/Shanghai")!) == "2026-01-02T11:04:05+08:00")
        #expect(
            at("2026-01-02T03:04:05Z").description(in: Zone.named("America/St_Johns")!) == "2026-01-01T23:34:05-03:30")
        #expect(at("2026-01-02T03:04:05Z").description(in: .utc) == "2026-01-02T03:04:05Z")
    }

    /// Also where a zone's offset had seconds, as Amsterdam's and Monrovia's had.
    @Test func whatIsWrittenReadsBack() {
        var random = SplitMix64(seed: 6)
        for name in ["UTC", "Europe/Amsterdam", "Africa/Monrovia", "Asia/Kathmandu", "Pacific/Apia"] {
            let zone = Zone.named(name)!
            for _ in 0..<300 {
                let instant = Instant(
                    microseconds: Int64.random(in: -4_000_000_000_000_000...4_000_000_000_000_000, using: &random))!
                #expect(Instant(rfc3339: instant.description(in: zone)) == instant)
            }
        }
    }

    @Test func adding() {
        #expect(at("2026-01-01T00:00:00Z").addingMicroseconds(-1) == at("2025-12-31T23:59:59.999999Z"))
        #expect(Instant.last.addingMicroseconds(1) == nil)
        #expect(Instant.first.addingMicroseconds(.min) == nil)
    }
}
