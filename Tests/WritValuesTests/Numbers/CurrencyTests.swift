import Testing
import WritValues

@Suite struct CurrencyTests {
    @Test(arguments: [
        ("USD", 2), ("EUR", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("CNY", 2), ("ISK", 0), ("TND", 3), ("XCG", 2),
    ])
    func digits(code: String, digits: Int) {
        #expect(Currency.named(code)?.code == code)
        #expect(Currency.named(code)?.minorDigits == digits)
    }

    @Test func onlyTheStandardsCodes() {
        #expect(Currency.named("usd") == nil)
        #expect(Currency.named("XAU") == nil)
        #expect(Currency.all.allSatisfy { $0.code.utf8.count == 3 && $0.code.utf8.allSatisfy { 65...90 ~= $0 } })
        #expect(Currency.all.map(\.code) == Currency.all.map(\.code).sorted())
        #expect(Set(Currency.all).count == Currency.all.count)
    }
}
