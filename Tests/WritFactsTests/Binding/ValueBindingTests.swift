import Testing
import WritFacts
import WritSemantics
import WritValues

@Suite struct ValueBindingTests {
    /// A value of every type as YAML writes it, and what it is.
    static let good: [(String, String, Datum)] = [
        ("reason", "no", .text("no")), ("reason", "007", .text("007")), ("reason", "unknown", .text("unknown")),
        ("reason", "\"e\\u0301\"", .text("\u{E9}")), ("reason", "2026-01-02", .text("2026-01-02")),
        ("flag", "true", .boolean(true)), ("flag", "false", .boolean(false)),
        ("count", "7", .count(7)), ("count", "0.7e1", .count(7)), ("count", "7.000", .count(7)),
        ("count", "\"7\"", .count(7)),
        ("rate", "0.0375", .count(375)), ("rate", "-1.5E-2", .count(-150)), ("rate", "12", .count(120_000)),
        ("price", "12.00 USD", .count(1200)), ("price", "12 USD", .count(1200)), ("price", "12.5", .count(1250)),
        ("price", "\"0.10 USD\"", .count(10)), ("price", "92233720368547758.07", .count(Int128(Int64.max))),
        ("mailed", "2026-02-28", .count(20512)), ("mailed", "\"1970-01-01\"", .count(0)),
        ("opens", "09:30", .count(34_200_000_000)),
        ("seen", "1970-01-01T01:00:00+01:00", .count(0)), ("seen", "1970-01-01T00:00:00.5Z", .count(500_000)),
        ("zone", "Asia/Shanghai", .text("Asia/Shanghai")), ("zone", "\"+08:00\"", .text("+08:00")),
        ("plan", "office", .variant(1, [])),
        ("waited", "1.5", .count(5_400_000_000)), ("waited", "90 minutes", .count(5_400_000_000)),
        ("waited", "PT1H30M", .count(5_400_000_000)), ("waited", "-2 hours", .count(-7_200_000_000)),
        ("lead", "3 working days", .count(3)), ("lead", "3", .count(3)),
        ("months", "2", .count(24)), ("months", "0.5", .count(6)), ("months", "P1Y6M", .count(18)),
        ("carrier", "ups", .variant(1, [])), ("carrier", "V.I.P.", .variant(2, [])),
        ("carrier", "vip_post", .variant(2, [])),
        ("remedy", "reship", .variant(0, [])), ("remedy", "{reship: {}}", .variant(0, [])),
        ("tags", "[a, no, 3]", .list([.text("a"), .text("no"), .text("3")])), ("tags", "[]", .list([])),
    ]

    @Test(arguments: good) func readsByTheDeclaredType(fact: String, text: String, expected: Datum) {
        let bound = Bound("\(fact): \(text)")
        #expect(bound.sink.diagnostics.map(\.message) == [])
        #expect(bound[fact] == expected)
    }

    static let goodJSON: [(String, String, Datum)] = [
        ("reason", "\"no\"", .text("no")), ("flag", "true", .boolean(true)), ("count", "7", .count(7)),
        ("price", "12.00", .count(1200)), ("price", "\"12.00 USD\"", .count(1200)),
        ("price", "\"12.00\"", .count(1200)),
        ("price", "1.2e1", .count(1200)), ("mailed", "\"2026-02-28\"", .count(20512)), ("lead", "2", .count(2)),
        ("lead", "\"2 working days\"", .count(2)),
    ]

    @Test(arguments: goodJSON) func readsJSONByTheDeclaredType(fact: String, text: String, expected: Datum) {
        let bound = Bound("{\"\(fact)\": \(text)}", .json)
        #expect(bound.sink.diagnostics.map(\.message) == [])
        #expect(bound[fact] == expected)
    }

    /// What is wrong with a value, the words under the carets, and the message.
    static let bad: [(String, String, String, String, String)] = [
        ("flag", "yes", "W0617", "yes", "`flag` is true or false, and `yes` is neither"),
        ("flag", "\"true\"", "W0617", "\"true\"", "`flag` is true or false, and the text `true` is neither"),
        ("flag", "[true]", "W0603", "[true]", "`flag` is true or false, and this is a list"),
        ("count", "2.5", "W0605", "2.5", "`count` has room for no decimals, and `2.5` has more"),
        ("count", "1e99", "W0606", "1e99", "`count` is more than a value can hold"),
        ("count", "0x10", "W0604", "0x10", "`count` is a whole number such as 12, and `0x10` is not"),
        ("count", "11", "W0616", "11", "`count` lies between 0 and 10"),
        ("rate", "0.00001", "W0605", "0.00001", "`rate` has room for 4 decimals, and `0.00001` has more"),
        ("price", "12.00 EUR", "W0607", "12.00 EUR", "`price` is money in USD, and this is in EUR"),
        ("price", "12.00 usd", "W0607", "12.00 usd", "`price` is money in USD, and `usd` is no currency"),
        ("price", "1,200.00", "W0604", "1,200.00", "`price` is money in USD, such as 12.00 USD, and `1,200.00` is not"),
        ("price", "12.001 USD", "W0605", "12.001 USD", "`price` has room for 2 decimals, and `12.001` has more"),
        ("price", "92233720368547758.08", "W0606", "92233720368547758.08", "`price` is more than a value can hold"),
        ("mailed", "2026-02-30", "W0608", "2026-02-30", "`mailed` is a date, and `2026-02-30` is not"),
        ("mailed", "02/03/2026", "W0608", "02/03/2026", "`mailed` is a date, and `02/03/2026` is not"),
        ("opens", "9:30", "W0609", "9:30", "`opens` is a time of day, and `9:30` is not"),
        (
            "seen", "2026-01-02T03:04:05", "W0610", "2026-01-02T03:04:05",
            "`seen` is a point in time, and `2026-01-02T03:04:05` is not one"
        ),
        (
            "zone", "Asia/Shanghay", "W0611", "Asia/Shanghay",
            "`zone` is a time zone, and there is none called `Asia/Shanghay`"
        ),
        ("plan", "ofice", "W0612", "ofice", "`plan` is a calendar of the policy, and it has none called `ofice`"),
        (
            "lead", "3 days", "W0613", "3 days",
            "`lead` is counted in working days, and `3 days` in days of the calendar"
        ),
        ("lead", "1.5", "W0605", "1.5", "`lead` is a whole number of working days, or of a smaller unit"),
        ("waited", "soon", "W0613", "soon", "`waited` is an amount of time such as 3 hours, and `soon` is not"),
        ("carrier", "upps", "W0614", "upps", "`carrier` is one of Carrier, and `upps` is not"),
        ("remedy", "{refund: 12}", "W0615", "12", "the fields of `refund` are written by their names"),
        (
            "remedy", "{refund: {}, reship: {}}", "W0615", "{refund: {}, reship: {}}",
            "`remedy` is one of Remedy, written as an object with one key"
        ),
        (
            "remedy", "{refund: {amount: x}}", "W0604", "x",
            "`remedy.amount` is money in USD, such as 12.00 USD, and `x` is not"
        ),
        ("remedy", "{refund: {amout: 1}}", "W0601", "amout", "`refund` has no `amout`"),
        ("tags", "a", "W0603", "a", "`tags` is a list, and this is a value"),
        ("tags", "[a, {}]", "W0603", "{}", "`tags[2]` is a text, and this is a group of fields"),
        (
            "order", "[]", "W0603", "[]",
            "`order` is a group of fields (`number`, `total_price`, `lines` and `paid`), and this is a list"
        ),
    ]

    @Test(arguments: bad) func refusesWithTheWordsUnderTheCarets(
        fact: String, text: String, code: String, words: String, message: String
    ) {
        let bound = Bound("\(fact): \(text)")
        #expect(bound.facts == nil)
        let place = "\(fact): \(text)".prefix(upTo: "\(fact): \(text)".range(of: words, after: fact.count)).count + 1
        #expect(bound.sink.diagnostics.map(Complaint.init) == [Complaint(code, words, "1:\(place)", message)])
    }

    @Test func refusesWhatJSONWritesInAnotherForm() {
        let bound = Bound("{\"reason\": 12, \"mailed\": 20260102, \"flag\": \"true\", \"mailed2\": \"unknown\"}", .json)
        #expect(bound.sink.diagnostics.map(\.code.id) == ["W0601", "W0603", "W0603", "W0617"])
        #expect(Bound("{\"mailed\": \"unknown\"}", .json).sink.diagnostics.map(\.code.id) == ["W0608"])
    }
}

extension String {
    /// Where `words` first stands after an offset; the words of a value are looked for behind its key.
    func range(of words: String, after offset: Int) -> String.Index {
        var start = index(startIndex, offsetBy: offset)
        while start < endIndex, !self[start...].hasPrefix(words) { start = index(after: start) }
        return start
    }
}
