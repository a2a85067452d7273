import Testing
import WritKit

/// Amounts of money between a policy's text and a host's counts.
@Suite struct MoneyTests {
    @Test(arguments: [
        ("12.50 USD", 12_50, 2), ("-0.07 USD", -7, 2), ("7 JPY", 7, 0), ("0.000 KWD", 0, 3),
        ("92233720368547758.07 USD", Int64.max, 2), ("-92233720368547758.08 USD", Int64.min, 2),
        ("0.000000000000000001 USD", 1, 18),
    ])
    func isItsTextAndItsCount(text: String, count: Int64, scale: Int) {
        let money = Money(count: count, scale: scale, currency: String(text.suffix(3)))
        #expect(money.wireText == text)
        #expect(Money(wireText: text) == money)
        #expect("\(money.digits) \(money.currency)" == text)
    }

    @Test(arguments: [
        "", "12", "12 ", "USD", "USD 12", "12.50 USDX", "12.50USD", "12,50 USD", "twelve USD", "1 2 USD",
        "92233720368547758.08 USD", "0.0000000000000000001 USD", "nan USD",
    ])
    func whatIsNoAmountIsRefused(text: String) {
        #expect(Money(wireText: text) == nil)
    }
}
