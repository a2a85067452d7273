import Testing
import WritSemantics
import WritValues

@Suite("Calendars")
struct CalendarTests {
    private func calendar(_ items: String) -> String {
        "policy a timezone \"UTC\"\ncalendar base\n  days monday to friday\n  holiday 2026-01-01\ncalendar c\n" + items
    }

    @Test("weekdays round the end of the week, breaks and extra days")
    func good() {
        expectClean(calendar("  hours saturday to monday 09:00 to 12:00, 13:00 to 24:00\n  break 10:00 to 10:30"))
        expectClean(calendar("  like base\n  working 2026-01-01"))
        expectClean(
            calendar(
                "  days monday\n  holiday 2026-04-06 to 2026-04-10 \"Easter\"\n  working 2026-05-02 08:00 to 10:00"))
    }

    @Test("mistaken weekdays")
    func weekdays() {
        expectReport(calendar("  days mondey to friday"), "error W0213 «mondey»")
        #expect(help(calendar("  days mon")) == "did you mean `monday`?")
    }

    @Test("mistaken times")
    func times() {
        expectReport(calendar("  hours monday 22:00 to 06:00"), "error W0414 «22:00 to 06:00»")
        expectReport(calendar("  hours monday 09:00 to 12:00, 11:00 to 15:00"), "error W0414 «11:00 to 15:00»")
        expectReport(calendar("  hours monday 09:00 to 12:00\n  hours monday 11:00 to 15:00"), "error W0414 «monday»")
        expectClean(calendar("  hours monday 09:00 to 12:00\n  hours monday 13:00 to 15:00"))
    }

    @Test("mistaken dates")
    func dates() {
        expectReport(
            calendar("  days monday\n  holiday 2026-05-02 to 2026-05-01"), "error W0415 «2026-05-02 to 2026-05-01»")
        expectReport(
            calendar("  days monday\n  holiday 2026-05-02 to 2062-05-01"), "error W0415 «2026-05-02 to 2062-05-01»")
        expectReport(calendar("  days monday\n  holiday 2026-05-02\n  working 2026-05-02"), "error W0416 «2026-05-02»")
        expectReport(calendar("  days monday\n  holiday 2026-05-02\n  holiday 2026-05-02"), "error W0416 «2026-05-02»")
    }

    @Test("no working time, no zone")
    func gaps() {
        expectReport(calendar("  holiday 2026-05-02"), "error W0417 «c»")
        expectReport(calendar("  hours monday 09:00 to 12:00\n  break 08:00 to 13:00"), "error W0417 «c»")
        expectReport("policy a\ncalendar c\n  days monday", "error W0418 «c»")
        expectReport(calendar("  days monday\n  timezone \"Mars/Phobos\""), "error W0211 «\"Mars/Phobos\"»")
        expectReport(calendar("  working 2026-05-02"), "error W0416 «working 2026-05-02»")
    }

    @Test("likeness")
    func like() {
        expectReport(calendar("  like bsae"), "error W0208 «bsae»")
        expectReport(calendar("  like base\n  like base"), "error W0416 «like base»")
        let circle =
            "policy a timezone \"UTC\"\ncalendar a\n  like b\n  days monday\ncalendar b\n  like a\n  days monday"
        #expect(PolicyCheck(circle).report == "error W0419 «a»")
    }
}
