import Testing
import WritValues

@Suite struct DecimalTextTests {
    @Test(
        arguments: [
            ("0", 0, 0), ("-0", 0, 0), ("7", 7, 0), ("-12.50", -125, 1), ("1e3", 1000, 0), ("1.5E-2", 15, 3),
            ("1E+2", 100, 0),
            ("0.000", 0, 0), ("0e999999999999999999999", 0, 0), ("100", 100, 0),
            ("1.0000000000000000000000000000000000000000000", 1, 0),
            ("12300e-2", 123, 0), ("0.00000000000000000000000000000000000001", 1, 38), ("120.0300e1", 12003, 1),
        ] as [(String, Int128, Int)])
    func reading(text: String, count: Int128, scale: Int) {
        #expect(DecimalText.parse(text) == .exact(count: count, scale: scale))
    }

    @Test(arguments: [
        "", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "1.e3", "0x1", "1 ", " 1", "1_000", "1,5", "--1", "1e5.5",
        "NaN", "١", "1.2.3",
    ])
    func malformed(text: String) {
        #expect(DecimalText.parse(text) == .malformed)
        #expect(DecimalText.count(text, atScale: 2) == .malformed)
    }

    @Test(arguments: [
        "1e999999999", "1e-999999999", "1e99999999999999999999999999", "1e39", "1e-39",
        "170141183460469231731687303715884105728",
        "0.170141183460469231731687303715884105729",
    ])
    func tooLarge(text: String) {
        #expect(DecimalText.parse(text) == .tooLarge)
    }

    @Test func theLargest() {
        #expect(DecimalText.parse(String(Int128.max)) == .exact(count: .max, scale: 0))
        #expect(DecimalText.parse("-" + String(Int128.max)) == .exact(count: -.max, scale: 0))
    }

    @Test(
        arguments: [
            ("12.50", 2, .exact(1250)), ("12.5", 2, .exact(1250)), ("12.505", 2, .tooManyDecimals),
            ("12.500", 2, .exact(1250)),
            ("9223372036854775807", 0, .exact(9_223_372_036_854_775_807)), ("9223372036854775808", 0, .tooLarge),
            ("-9223372036854775808", 0, .exact(-9_223_372_036_854_775_808)), ("-9223372036854775809", 0, .tooLarge),
            ("92233720368547758.07", 2, .exact(9_223_372_036_854_775_807)), ("92233720368547758.08", 2, .tooLarge),
            ("1e999999999", 2, .tooLarge), ("1e-999999999", 2, .tooManyDecimals), ("0e999999999", 2, .exact(0)),
            ("0.1234567890123456789012345678901234567890123456789", 2, .tooManyDecimals),
            ("1234567890123456789012345678901234567890123456789", 2, .tooLarge), ("5e-1", 0, .tooManyDecimals),
            ("50e-1", 0, .exact(5)), ("0.00000000000000000000000000000000000001", 38, .exact(1)),
        ] as [(String, Int, DecimalText.Counting)])
    func counting(text: String, scale: Int, expected: DecimalText.Counting) {
        #expect(DecimalText.count(text, atScale: scale) == expected)
    }

    @Test(
        arguments: [
            (1250, 2, 2, "12.50"), (1250, 2, 0, "12.5"), (1200, 2, 0, "12"), (1200, 2, 1, "12.0"), (-5, 2, 2, "-0.05"),
            (0, 2, 2, "0.00"),
            (0, 2, 0, "0"), (7, 0, 0, "7"), (7, 0, 2, "7.00"), (-1, 6, 0, "-0.000001"), (100, 0, 0, "100"),
        ] as [(Int128, Int, Int, String)])
    func printing(count: Int128, scale: Int, decimals: Int, expected: String) {
        #expect(DecimalText.print(count: count, scale: scale, minimumDecimals: decimals) == expected)
    }

    @Test func whatIsPrintedReadsBack() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<2000 {
            let count =
                Int128(Int64.random(in: .min ... .max, using: &random))
                >> Int128(Int.random(in: 0...63, using: &random))
            let scale = Int.random(in: 0...18, using: &random)
            for decimals in [0, 2, scale] {
                let text = DecimalText.print(count: count, scale: scale, minimumDecimals: decimals)
                #expect(DecimalText.count(text, atScale: scale) == .exact(count), "\(text)")
            }
        }
    }
}
