import Testing

@testable import WritValues

@Suite struct ZoneFooterTests {
    func changes(_ text: String, _ year: Int) -> [String] {
        let changes = ZoneFooter(text)!.changes(in: year)!
        return [changes.first, changes.second].map { "\(Instant(microseconds: $0.at * 1_000_000)!) \($0.offset)" }
    }

    @Test func weekdaysOfMonths() {
        #expect(
            changes("EST5EDT,M3.2.0,M11.1.0", 2024) == ["2024-03-10T07:00:00Z -14400", "2024-11-03T06:00:00Z -18000"])
        #expect(
            changes("AEST-10AEDT,M10.1.0,M4.1.0/3", 2024) == [
                "2024-04-06T16:00:00Z 36000", "2024-10-05T16:00:00Z 39600",
            ])
        #expect(
            changes("CET-1CEST,M3.5.0,M10.5.0/3", 2026) == ["2026-03-29T01:00:00Z 7200", "2026-10-25T01:00:00Z 3600"])
    }

    @Test func timesBeforeAndAfterTheDay() {
        // Nuuk: the evening before; Jerusalem: the Friday before the last Sunday, written as 26:00 on Thursday.
        #expect(changes("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2026).first == "2026-03-29T01:00:00Z -3600")
        #expect(changes("IST-2IDT,M3.4.4/26,M10.5.0", 2026).first == "2026-03-27T00:00:00Z 10800")
    }

    @Test func negativeDaylightSaving() {
        #expect(changes("IST-1GMT0,M10.5.0,M3.5.0/1", 2026) == ["2026-03-29T01:00:00Z 3600", "2026-10-25T01:00:00Z 0"])
    }

    @Test func daysOfTheYear() {
        #expect(changes("AAA0BBB,J60/0,J300/0", 2024).first == "2024-03-01T00:00:00Z 3600")
        #expect(changes("AAA0BBB,J60/0,J300/0", 2023).first == "2023-03-01T00:00:00Z 3600")
        #expect(changes("AAA0BBB,59/0,300/0", 2024).first == "2024-02-29T00:00:00Z 3600")
        #expect(changes("AAA0BBB,0/0,300/0", 2024).first == "2024-01-01T00:00:00Z 3600")
    }

    @Test func daylightSavingAllYear() {
        let rules = ZoneRules(changes: [], offsets: [0], footer: ZoneFooter("XXX3EDT4,0/0,J365/23"))
        for second: Int64 in [0, 946_684_799, 946_684_800, 15_000_000_000] {
            #expect(rules.span(at: second).offset == -14_400)
        }
    }

    @Test func fixed() {
        #expect(ZoneFooter("CST-8")?.isFixed == true)
        #expect(ZoneFooter("<+0545>-5:45")?.standard == 20_700)
    }

    @Test(arguments: [
        "", "5", "EST", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.2.0,M11.1.0,", "<+05",
        "EST5EDT,M3.6.0,M11.1.0",
    ])
    func broken(text: String) { #expect(ZoneFooter(text) == nil) }
}
