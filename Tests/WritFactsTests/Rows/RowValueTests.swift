import Testing
import WritFacts
import WritSemantics

/// One fact at a time: what the fast reader takes, and what it leaves to the careful one.
@Suite struct RowValueTests {
    private static let scalars = RowModels.scalars
    private static let nested = RowModels.nested

    /// Values that both readers must take.
    static let taken: [(String, String)] = [
        ("flag", "true"), ("flag", "false"), ("flag", "null"),
        ("n", "0"), ("n", "-0"), ("n", "-3"), ("n", "1000"), ("n", "\"7\""), ("n", "7.000"), ("n", "0.7e1"),
        ("n", "1E3"),
        ("number_of_pieces", "9223372036854775807"), ("number_of_pieces", "-9223372036854775807"),
        ("number_of_pieces", "12345678"), ("number_of_pieces", "123456789012"),
        ("rate", "0.0375"), ("rate", "-1.5E-2"), ("rate", "12"), ("rate", "0.00000"), ("rate", "1234567.1234"),
        ("fine rate", "0.000000000001"), ("fine rate", "9.223372036854"),
        ("price", "12.00"), ("price", "\"12.00\""), ("price", "\"12.00 USD\""), ("price", "\"12 USD\""),
        ("price", "1.2e1"),
        ("paid", "5"), ("paid", "\"5 JPY\""), ("paid", "-5.0"),
        ("who", "\"\""), ("who", "\"a text\""), ("who", "\"\\u00e9 \\uD83D\\uDCE6 \\/\\\"\\\\\\b\\f\\n\\r\\t\""),
        ("who", "\"e\u{301}\""), ("who", "\"\u{7F}\""), ("who", "\"unknown\""), ("who", "\"包\""),
        ("name_of_a_fact_which_is_longer_than_sixteen", "\"x\""), ("优先级", "\"高\""),
        ("mailed", "\"2020-01-01\""), ("mailed", "\"2030-12-31\""), ("born", "\"0001-01-01\""),
        ("born", "\"2024-02-29\""),
        ("born", "\"9999-12-31\""),
        ("opens", "\"09:30\""), ("opens", "\"23:59:59.999999\""), ("opens", "\"00:00:00.5\""),
        ("seen", "\"1970-01-01T01:00:00+01:00\""), ("seen", "\"2026-05-31t11:00:00.123456z\""),
        ("seen", "\"1970-01-01T00:00:00-23:59\""),
        ("place", "\"Asia/Shanghai\""), ("place", "\"+08:00\""), ("place", "\"UTC\""),
        ("plan", "\"plant\""), ("plan", "\"office\""),
        ("waited", "1.5"), ("waited", "\"1.5\""), ("waited", "\"90 minutes\""), ("waited", "\"PT1H30M\""),
        ("waited", "-2"),
        ("lead", "3"), ("lead", "\"3 working days\""), ("age", "0.5"), ("age", "\"P1Y6M\""),
        ("carrier", "\"USPS\""), ("carrier", "\"usps\""), ("carrier", "\"ups\""), ("carrier", "{\"ups\": null}"),
        ("carrier", "{\"ups\": {}}"), ("carrier", "\"an other carrier, whose name is long\""),
        ("id", "\"case-17\""), ("id", "null"),
    ]

    @Test(arguments: taken) func bothTake(fact: String, value: String) {
        #expect(Self.compare(fact, value) == .taken)
    }

    /// Values that are wrong: the fast reader must leave them, so that the careful one can say why.
    static let refused: [(String, String)] = [
        ("flag", "\"true\""), ("flag", "1"), ("flag", "truex"), ("flag", "fals"), ("flag", "[true]"), ("flag", "nul"),
        ("n", "1001"), ("n", "-4"), ("n", "2.5"), ("n", "007"), ("n", "+7"), ("n", "1."), ("n", ".5"), ("n", "1e"),
        ("n", "- 1"),
        ("n", "\"\""), ("n", "\" 7\""), ("n", "\"7 \""), ("n", "true"), ("n", "0x10"), ("n", "7 7"), ("n", "1e99"),
        ("number_of_pieces", "9223372036854775808"), ("number_of_pieces", "99999999999999999999"),
        ("rate", "0.00001"), ("rate", "1e400"), ("rate", "NaN"), ("fine rate", "9.2233720368547759"),
        ("price", "\"12.00 EUR\""), ("price", "\"12.00 usd\""), ("price", "\"1,200.00\""), ("price", "12.001"),
        ("price", "\"12.00 USDX\""), ("price", "-0.01"), ("price", "1000000.01"), ("price", "\"USD\""),
        ("who", "7"), ("who", "true"), ("who", "\"\\x\""), ("who", "\"\\uD83D\""), ("who", "\"\\uDCE6\""),
        ("who", "\"\\u12\""),
        ("who", "\"a\nb\""), ("who", "\"a"), ("who", "'a'"), ("who", "{}"),
        ("mailed", "\"2019-12-31\""), ("mailed", "\"2026-02-30\""), ("mailed", "\"2026-2-3\""), ("mailed", "20260203"),
        ("born", "\"0000-01-01\""), ("born", "\"2023-02-29\""), ("born", "\"2026-01-02 \""),
        ("born", "\"2026-01-02T\""),
        ("opens", "\"24:00\""), ("opens", "\"9:30\""), ("opens", "\"09:60\""), ("opens", "\"09:30:60\""),
        ("opens", "\"09:30:00.\""),
        ("seen", "\"2026-05-31T11:00:00\""), ("seen", "\"2026-05-31T11:00Z\""), ("seen", "\"2026-05-31T23:59:60Z\""),
        ("seen", "\"2026-05-31T11:00:00.1234567Z\""), ("seen", "\"0001-01-01T00:00:00+00:01\""),
        ("seen", "\"2026-05-31T11:00:00+24:00\""),
        ("place", "\"Asia/Shanghay\""), ("place", "\"+8:00\""), ("place", "\"+24:00\""), ("place", "8"),
        ("plan", "\"ofice\""), ("plan", "0"),
        ("waited", "\"3 days\""), ("waited", "0.00000000001"), ("waited", "1e30"), ("lead", "401"),
        ("lead", "\"3 days\""),
        ("carrier", "\"DHL\""), ("carrier", "{}"), ("carrier", "{\"ups\": 1}"), ("carrier", "{\"ups\": {\"a\": 1}}"),
        ("carrier", "{\"ups\": null, \"usps\": null}"), ("carrier", "true"),
        ("id", "{}"), ("nobody", "1"),
    ]

    @Test(arguments: refused) func bothRefuse(fact: String, value: String) {
        #expect(Self.compare(fact, value) == .refused)
    }

    private static func compare(_ fact: String, _ value: String) -> BothReaders.Outcome {
        let readers = BothReaders(scalars, for: scalars.reach([]))
        return readers.compare(Array("{\"\(fact)\": \(value)}".utf8))
    }

    // MARK: Whole documents

    static let refusedDocuments: [String] = [
        "", " ", "{", "}", "[]", "[{}]", "1", "{}{}", "{} x", "{}]", "{,}", "{\"n\": 1,}", "{\"n\": 1 \"rate\": 2}",
        "{\"n\" 1}", "{\"n\": 1, \"n\": 1}", "{\"id\": 1, \"id\": 1}", "{n: 1}", "{\"n\":: 1}", "{\"n\": }",
        "{\"n\": 1",
        "{\"n\": 1}\u{0}", "{\"n\": 1 /* one */}", "{\"n\": 1}\n{\"n\": 2}", "{\"N\": 1}", "{\"n \": 1}", "{\"\": 1}",
        "{\"n\": 1\u{C}\"rate\": 2}", "{\"n\"\u{1A}1}", "{\"count\": 1}",
    ]

    @Test(arguments: refusedDocuments) func bothRefuseTheDocument(_ text: String) {
        let readers = BothReaders(Self.scalars, for: Self.scalars.reach([]))
        #expect(readers.compare(Array(text.utf8)) == .refused)
    }

    /// Right, and still left to the careful reader: too seldom to be worth the care.
    @Test(arguments: [
        "null", "\u{FEFF}{}", "{\"\\u006e\": 1}", "{\"n\": 1, \"id\": \"e\u{301}\"}", "{\"price\": \"12.00  USD\"}",
    ])
    func theFastReaderLeaves(_ text: String) {
        let readers = BothReaders(Self.scalars, for: Self.scalars.reach([]))
        #expect(readers.compare(Array(text.utf8)) == .left)
    }

    @Test func whatIsAskedForMustBeThere() {
        let fact = Self.nested.facts.firstIndex { $0.heading.name == "order" }!
        let order =
            "{\"number\": \"1\", \"total_price\": 1, \"lines\": [], \"ship_to\": {\"name\": \"a\", \"city\": {\"ZIP code\": \"1\"}}}"
        let asked = BothReaders(Self.nested, for: Self.nested.reach([fact]))
        let notAsked = BothReaders(Self.nested, for: Self.nested.reach([]))
        #expect(asked.compare(Array("{\"order\": \(order)}".utf8)) == .taken)
        for lacking in ["{}", "{\"order\": null}", "{\"order\": {}}", "{\"order\": \(order.dropLast(3))}}}"] {
            #expect(asked.compare(Array(lacking.utf8)) == .refused, "\(lacking)")
        }
        for lacking in ["{}", "{\"order\": null}", "{\"order\": {}}"] {
            #expect(notAsked.compare(Array(lacking.utf8)) == .taken, "\(lacking)")
        }
    }

    @Test func presetsStandWhateverTheDocumentSays() {
        let count = FactID(Self.scalars.facts.firstIndex { $0.slot.wireName == "number_of_pieces" }!)
        let readers = BothReaders(
            Self.scalars, for: Self.scalars.reach([count.index]), presets: [count: .count(17)])
        for text in ["{}", "{\"number_of_pieces\": 3}", "{\"number_of_pieces\": null}"] {
            #expect(readers.compare(Array(text.utf8)) == .taken, "\(text)")
            #expect(readers.readFast(Array(text.utf8))?[count] == .count(17))
        }
        #expect(readers.compare(Array("{\"number_of_pieces\": \"x\"}".utf8)) == .refused)
    }

    @Test func limitsAreKept() {
        let limits = DocumentLimits(maxBytes: 60, maxDepth: 2, maxNodes: 8)
        let readers = BothReaders(SampleModel.model, for: SampleModel.model.reach([]), limits: limits)
        #expect(readers.compare(Array("{\"tags\": [\"a\"]}".utf8)) == .taken)
        #expect(readers.compare(Array("{\"tags\": [\"\",\"\",\"\",\"\",\"\",\"\",\"\"]}".utf8)) == .refused)
        #expect(readers.compare(Array("{\"order\": {\"lines\": [{}]}}".utf8)) == .refused)
        #expect(readers.compare(Array("{\"reason\": \"\(String(repeating: "a", count: 50))\"}".utf8)) == .refused)
    }
}
