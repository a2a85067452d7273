import Testing
import WritValues

@Suite struct CivilTimeTests {
    @Test(
        arguments: [
            ("00:00", 0, "00:00"), ("09:30", 34_200_000_000, "09:30"),
            ("23:59:59.999999", 86_399_999_999, "23:59:59.999999"),
            ("09:30:00", 34_200_000_000, "09:30"), ("09:30:01", 34_201_000_000, "09:30:01"),
            ("09:30:01.5", 34_201_500_000, "09:30:01.5"),
            ("09:30:01.050000000", 34_201_050_000, "09:30:01.05"), ("00:00:00.000001", 1, "00:00:00.000001"),
        ] as [(String, Int64, String)])
    func reading(text: String, microseconds: Int64, canonical: String) {
        #expect(CivilTime(text)?.microseconds == microseconds)
        #expect(CivilTime(text)?.description == canonical)
    }

    @Test(arguments: [
        "24:00", "9:30", "09:60", "09:30:60", "09", "09:30:", "09:30:00.", "09:30:00.0000001", "0930", "09:30 ",
        "-1:00", "09.30",
    ])
    func noSuchTime(text: String) { #expect(CivilTime(text) == nil) }

    @Test func theEndOfTheDay() {
        #expect(CivilTime(endingAt: "24:00") == .endOfDay)
        #expect(CivilTime(endingAt: "18:00") == CivilTime(hour: 18, minute: 0))
        #expect(CivilTime(microseconds: CivilTime.microsecondsPerDay) == nil)
        #expect(CivilTime.endOfDay.description == "24:00")
        #expect(CivilTime("23:59")! < .endOfDay)
    }
}
