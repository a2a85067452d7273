import Testing
import WritValues

@testable import WritSemantics

/// What is kept: widened, bounded, never narrowed in silence.
@Suite struct KeepingTests {
    private static let usd = ExpressionBench.usd

    @Test(
        arguments: [
            ("n", WritType.number(scale: 4), "(bounded (rescale n 4))"), ("3", .number(scale: 4), "3"),
            ("usd", usd, "usd"), ("usd + usd", usd, "(bounded (+ usd usd))"),
            ("cap", usd, "cap"), ("3 days after d", .date, "(after 3 days d)"),
            ("if flag then usd else cap", usd, "(if flag usd cap)"), ("net(usd, 1)", usd, "net(usd, 1)"),
            ("\"Asia/Tokyo\"", .zone, "\"Asia/Tokyo\""), ("[]", .list(.integer), "[]"),
            ("[1, n]", .list(.number(scale: 2)), "[1, (bounded (rescale n 2))]"),
            ("list l.qty for l in lines", .list(.number(scale: 2)), "(list l lines (bounded (rescale l.qty 2)))"),
            ("plant", .calendar, "plant"), ("2 weeks", .amount(.days), "14 days"),
            ("days between d and e", .amount(.days), "(between days d e)"),
        ] as [(String, WritType, String)])
    func kept(_ source: String, _ type: WritType, _ term: String) {
        let checked = ExpressionBench().keep(source, as: type)
        #expect(checked.complaints == [])
        #expect(checked.text == term)
        #expect(checked.term.type == type)
    }

    @Test(
        arguments: [
            ("10.5 % of usd", usd, "W0306 10.5 % of usd", "10.5 % of usd rounded to 0.01 USD"),
            ("usd / 3", usd, "W0307 usd / 3", "usd / 3 rounded to 0.01 USD"),
            ("share", usd, "W0307 share", "share rounded to 0.01 USD"), ("x", .integer, "W0306 x", "x rounded to 1"),
            ("if flag then x else n", .integer, "W0306 if flag then x else n", "(if flag then x else n) rounded to 1"),
            ("3", usd, "W0305 3", "3 USD"), ("n", usd, "W0305 n", nil),
            ("eur", usd, "W0301 eur", nil), ("now", .date, "W0301 now", nil), ("\"{n}\"", .text, "W0331 \"{n}\"", nil),
            ("usd", .list(usd), "W0301 usd", nil), ("3", .amount(.workingDays), "W0305 3", "3 working days"),
            ("12.500 USD", usd, "W0306 12.500 USD", "12.500 USD rounded to 0.01 USD"),
        ] as [(String, WritType, String, String?)])
    func refused(_ source: String, _ type: WritType, _ complaint: String, _ fix: String?) {
        let checked = ExpressionBench().keep(source, as: type)
        #expect(checked.complaints == [complaint])
        #expect(checked.diagnostics.first?.fixIts.first?.replacement == fix)
    }

    @Test func decimalsAreExplained() {
        let message = ExpressionBench().keep("usd * 1.25", as: Self.usd).diagnostics[0]
        #expect(message.message == "this has 4 decimals, `money(USD)` keeps 2")
        #expect(message.help == "say how to round, e.g. `… rounded to 0.01 USD`")
    }

    @Test func unknownGoesIntoOptionalPlaces() {
        #expect(ExpressionBench().keep("unknown", as: .text, isOptional: true).complaints == [])
        #expect(ExpressionBench().keep("unknown", as: .text).complaints == ["W0322 unknown"])
        #expect(ExpressionBench().check("unknown", expecting: .text, isGiven: true).complaints == [])
        #expect(ExpressionBench().check("Line(sku: \"a\", qty: 1, price: 1 USD, note: unknown)").complaints == [])
    }

    @Test(
        arguments: [
            ("1 + 2 * 3", Datum.count(7)), ("10 % of 50 USD", .count(50_000)),
            ("(10 % of 50 USD) rounded to 0.01 USD", .count(500)), ("-3", .count(-3)),
            ("2 hours", .count(7_200_000_000)),
            ("1.5 hours", .count(5_400_000_000)), ("10 / 4 rounded to 0.1", .count(25)),
            ("[1, 2]", .list([.count(1), .count(2)])), ("refund(amount: 3 USD)", .variant(0, [.count(300)])),
            ("vip", .variant(0, [])),
            ("1 month after 2026-01-31", .count(20512)), ("if 1 > 2 then 3 else 4", .count(4)),
            ("true and not false", .boolean(true)),
            ("2026-01-01 at 00:00 in zone \"UTC\"", .count(1_767_225_600_000_000)),
            ("start of year of 2026-05-01", .count(20454)), ("greatest of (1, 2.5)", .count(25)),
        ] as [(String, Datum)])
    func constants(_ source: String, _ datum: Datum) { #expect(ExpressionBench().constant(source) == datum) }

    @Test(arguments: [
        "n", "cap", "n + 1", "outcome", "3 working days after 2026-01-01",
        "9000000000000000000 * 9000000000000000000 * 9000000000000000000",
    ])
    func notConstant(_ source: String) { #expect(ExpressionBench().constant(source) == nil) }

    @Test func actions() {
        let bench = ExpressionBench()
        #expect(bench.action("notify(template: \"a\")").complaints == [])
        #expect(bench.action("notify(templat: \"a\")").complaints == ["W0256 templat"])
        #expect(bench.action("notify(\"a\")").complaints == ["W0258 \"a\""])
        #expect(bench.action("notify()").complaints == ["W0255 notify()"])
        #expect(bench.action("notfy(template: \"a\")").complaints == ["W0250 notfy"])
        #expect(bench.action("net").complaints == ["W0250 net"])
        #expect(bench.action("notify(template: \"a\", copy: unknown)").complaints == [])
    }

    @Test(
        arguments: [
            ("vip", "(is col vip)", []), ("vip, gold", "(or (is col vip) (is col gold))", []),
            ("not vip", "(not (is col vip))", []), ("any", nil, []), ("", nil, []), ("known", "(known col)", []),
            ("unknown", "(not (known col))", []), ("purple", "?", ["W0250 purple"]),
            ("not vip, gold", "(not (or (is col vip) (is col gold)))", []),
        ] as [(String, String?, [String])])
    func cells(_ source: String, _ term: String?, _ complaints: [String]) {
        let bench = ExpressionBench()
        let cell = bench.cell(source, column: bench.type("Level"))
        #expect(cell.complaints == complaints)
        if complaints.isEmpty { #expect(cell.text == term) }
    }

    @Test(
        arguments: [
            ("<= 3 USD", "(<= col 3.00 USD)", []), ("[1 USD..2 USD)", "(and (>= col 1.00 USD) (< col 2.00 USD))", []),
            ("> cap", "(> col cap)", []), ("3", "?", ["W0305 3"]), ("name", "?", ["W0302 name"]),
            ("< 3 EUR", "?", ["W0303 3 EUR"]),
            ("< 1 USD, > 9 USD", "(or (< col 1.00 USD) (> col 9.00 USD))", []),
        ] as [(String, String?, [String])])
    func moneyCells(_ source: String, _ term: String?, _ complaints: [String]) {
        let cell = ExpressionBench().cell(source, column: Self.usd)
        #expect(cell.complaints == complaints)
        if complaints.isEmpty { #expect(cell.text == term) }
    }

    @Test func columnsOfNumbers() {
        let cell = ExpressionBench().cell(">= 500 USD", column: .integer)
        #expect(cell.complaints == ["W0302 500 USD"])
    }

    /// A long chain is deep, but no deeper than the parser lets it be.
    @Test(arguments: [400, 20_000]) func longChains(_ length: Int) {
        let sum = Array(repeating: "n", count: length).joined(separator: " + ")
        _ = ExpressionBench().check(sum)
    }
}
