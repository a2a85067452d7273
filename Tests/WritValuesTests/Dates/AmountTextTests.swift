import Testing
import WritValues

@Suite struct AmountTextTests {
    @Test(
        arguments: [
            ("2 hours", .elapsed, 7_200_000_000), ("1 hour", .elapsed, 3_600_000_000),
            ("90 minutes", .elapsed, 5_400_000_000),
            ("1.5 hours", .elapsed, 5_400_000_000), ("2 hours 30 minutes", .elapsed, 9_000_000_000),
            ("PT2H30M", .elapsed, 9_000_000_000),
            ("PT0.5S", .elapsed, 500_000), ("-PT1M", .elapsed, -60_000_000), ("250 milliseconds", .elapsed, 250_000),
            ("3 days", .days, 3),
            ("2 weeks", .days, 14), ("1 week 1 day", .days, 8), ("P2W", .days, 14), ("P3D", .days, 3),
            ("-3 days", .days, -3),
            ("9 months", .months, 9), ("2 years", .months, 24), ("1 year 6 months", .months, 18),
            ("P1Y6M", .months, 18), ("1.5 years", .months, 18),
            ("5 working days", .workingDays, 5), ("1 working day", .workingDays, 1),
            ("4 working hours", .workingTime, 14_400_000_000),
            ("4 working hours 30 working minutes", .workingTime, 16_200_000_000), ("0 minutes", .elapsed, 0),
            ("0 days", .days, 0),
        ] as [(String, AmountKind, Int128)])
    func reading(text: String, kind: AmountKind, count: Int128) {
        let amount = AmountText.parse(text)
        #expect(amount?.kind == kind)
        #expect(amount?.count == count)
    }

    @Test(arguments: [
        "", "-", "hours", "2", "2  hours", "2 hours ", " 2 hours", "2 hour s", "1.5 days", "2 hours 3 days", "P", "PT",
        "P1DT2H", "P1H", "PT1D", "PT1M1H",
        "PT1H1H", "2 Hours", "1e400 hours", "9999999999999 hours", "2 hours -3 minutes", "--2 hours", "P-1D",
        "1/3 hours", "working 2 hours",
        "2 working", "4 working hours 30 minutes", "0.0000001 seconds", "P1Y1W",
    ])
    func noAmount(text: String) { #expect(AmountText.parse(text) == nil) }

    @Test(
        arguments: [
            (.elapsed, 9_000_000_000, "2 hours 30 minutes"), (.elapsed, 90_000_000, "90 seconds"),
            (.elapsed, 60_000_000, "1 minute"),
            (.elapsed, 0, "0 minutes"), (.elapsed, 1_000_000, "1 second"), (.elapsed, 1_500_000, "1.5 seconds"),
            (.elapsed, 1, "0.000001 seconds"),
            (.elapsed, 90_000_000_000, "25 hours"), (.elapsed, 3_661_000_000, "1 hour 1 minute 1 second"),
            (.elapsed, -5_400_000_000, "-1 hour 30 minutes"),
            (.days, 14, "14 days"), (.days, 1, "1 day"), (.months, 9, "9 months"), (.months, 24, "2 years"),
            (.months, 18, "18 months"),
            (.months, 0, "0 months"), (.workingDays, 5, "5 working days"),
            (.workingTime, 14_400_000_000, "4 working hours"),
            (.workingTime, 16_200_000_000, "4 working hours 30 working minutes"),
        ] as [(AmountKind, Int128, String)])
    func writing(kind: AmountKind, count: Int128, text: String) {
        #expect(AmountText.print(kind: kind, count: count) == text)
    }

    @Test func whatIsWrittenReadsBack() {
        var random = SplitMix64(seed: 7)
        for kind in AmountKind.allCases {
            for _ in 0..<500 {
                let count =
                    Int128(Int64.random(in: .min ... .max, using: &random))
                    >> Int128(Int.random(in: 1...63, using: &random))
                let text = AmountText.print(kind: kind, count: count)
                #expect(AmountText.parse(text)?.kind == kind, "\(text)")
                #expect(AmountText.parse(text)?.count == count, "\(text)")
            }
        }
    }

    @Test func units() {
        #expect(AmountUnit.named("hours") == AmountUnit.named("hour"))
        #expect(AmountUnit.named("working hours")?.kind == .workingTime)
        #expect(AmountUnit.named("weeks")?.multiplier == 7)
        #expect(AmountUnit.named("fortnight") == nil)
        for kind in AmountKind.allCases { #expect(kind.units.last?.multiplier == 1) }
    }
}
