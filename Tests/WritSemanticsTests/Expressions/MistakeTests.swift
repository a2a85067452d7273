import Testing

@testable import WritSemantics

/// What wrong expressions are told: the code, the words under the carets, and what to do.
@Suite struct MistakeTests {
    /// Source, `code words` (one mistake gives one message), a part of the help.
    typealias Row = (String, String, String?)

    @Test(
        arguments: [
            ("usd > eur", "W0303 eur", nil), ("usd + eur", "W0303 eur", nil),
            ("usd > 500", "W0305 500", "write `500 USD`"),
            ("usd > n", "W0305 n", "multiply: `n * 1 USD`"), ("span_ > 3", "W0305 3", "write `3 days`"),
            ("3 <= work", "W0305 3", "write `3 working days`"),
            ("span_ > work", "W0304 work", nil), ("wait_ > span_", "W0304 span_", nil),
            ("d < now", "W0302 now", "`date of now`"),
            ("name < name", "W0308 name", "`is`"), ("level > vip", "W0308 level", nil),
            ("lines > lines", "W0308 lines", "count x in lines"),
            ("name is 3", "W0302 3", nil), ("level is high", "W0302 high", nil), ("flag is n", "W0302 n", nil),
            ("\"{n}\" is name", "W0327 \"{n}\"", nil),
            ("n in usd", "W0319 usd", "{a, b}"), ("name in name", "W0319 name", "contains"),
            ("usd in {1 USD, 2 EUR}", "W0303 2 EUR", nil),
            ("n in [1..2 USD)", "W0305 n", nil), ("n in counts", "", nil), ("name in counts", "W0302 name", nil),
            ("name like names", "W0309 names", nil),
            ("name like name", "W0323 name", nil), ("n contains \"a\"", "W0309 n", nil),
            ("names contains name", "W0309 names", "ask `name in names`"),
            ("n and flag", "W0310 n", "is known"), ("level or flag", "W0310 level", "`level is …`"),
            ("not lines", "W0310 lines", "any x in lines"),
            ("name and n", "W0310 name|W0310 n", nil), ("nam <= usd <= 150 USD", "W0118 <=|W0250 nam", nil),
        ] as [Row])
    func relations(_ row: Row) { expect(row) }

    @Test(
        arguments: [
            ("d - e", "W0318 d", "`days between e and d`"),
            ("now - then_", "W0318 now", "`hours between then_ and now`"),
            ("d + 3 days", "W0318 d", "`3 days after d`"),
            ("d - 3 days", "W0318 d", "`3 days before d`"), ("d + 3", "W0318 d", "`3 days after d`"),
            ("name + name", "W0309 name", "{name}"), ("usd + 1", "W0305 1", "write `1 USD`"),
            ("usd * usd", "W0309 usd * usd", "plain number"), ("span_ * 1.5", "W0309 1.5", "round"),
            ("1.5 days", "W0309 1.5", nil), ("usd / 0", "W0326 0", nil), ("n / (1 - 1)", "W0326 1 - 1", nil),
            ("usd / n * 2", "W0307 usd / n", "rounded"), ("share + usd", "W0307 share", nil),
            ("-share", "W0307 share", nil), ("3 / usd", "W0309 3 / usd", nil),
            ("usd rounded to 0.01", "W0315 0.01", "`rounded to 0.01 USD`"), ("x rounded to n", "W0315 n", "0.01"),
            ("x rounded to 0", "W0315 0", nil), ("d rounded to 1", "W0309 d", nil),
            ("deep * deep * deep", "W0325 deep * deep * deep", nil),
            ("99999999999999999999", "W0311 99999999999999999999", nil),
            ("100000000000000000.00 USD", "W0311 100000000000000000.00", nil),
            ("5 USB", "W0212 USB", "did you mean `USD`?"),
            ("2026-02-30", "W0313 2026-02-30", "February 2026 has 28 days"), ("2026-13-01", "W0313 2026-13-01", nil),
            ("25:00", "W0313 25:00", nil),
            ("2026-01-01T25:00:00Z", "W0313 2026-01-01T25:00:00Z", nil),
            ("place is \"Europe/Pariss\"", "W0211 \"Europe/Pariss\"", "Europe/Paris"),
            ("if flag then n else name", "W0302 name", nil), ("if n then 1 else 2", "W0310 n", nil),
            ("if flag then share else usd", "W0307 share", nil), ("unknown", "W0322 unknown", "or else"),
            ("n or else unknown", "W0322 unknown", nil),
        ] as [Row])
    func calculations(_ row: Row) { expect(row) }

    @Test(
        arguments: [
            ("3 after d", "W0305 3", "`3 days after …`"), ("3 working days after now", "W0318 now", "date of now"),
            ("2 hours after d", "W0318 d", "at 09:00"), ("d after e", "W0318 d", nil),
            ("3 days after d on plant", "W0320 on plant", "working days"),
            ("3 days after d in zone place", "W0320 in zone place", nil),
            ("3 days after d excluding stops", "W0320 excluding stops", nil),
            ("2 hours after now excluding lines", "W0328 lines", "from : instant"),
            ("3 working days after d on n", "W0301 n", nil), ("hours between d and e", "W0318 d", "at 00:00"),
            ("days between now and then_", "W0318 now", "date of now"), ("3 working weeks", "W0318 weeks", nil),
            ("span_ days", "W0309 span_", "leave `days` out"), ("d is working day on name", "W0301 name", nil),
            ("year of name", "W0309 name", nil), ("date of d", "W0309 d", "already"),
            ("length of names", "W0309 names", "count"), ("end of month of now", "W0309 now", "date of now"),
            ("d at n", "W0309 n", "09:00"), ("now at t", "W0309 now", nil),
            ("least of (d, e)", "W0321 least", "`earliest of (…)`"),
            ("latest of (n, m)", "W0321 latest", "`greatest of (…)`"), ("least of (name, name)", "W0308 name", nil),
            ("least of (n, usd)", "W0305 n", nil),
            ("now is working day", "W0309 now", "date of now"),
            ("first working day on or before d", "W0318 first working day on or before d", "on or after"),
        ] as [Row])
    func time(_ row: Row) { expect(row) }

    @Test(
        arguments: [
            ("nam", "W0250 nam", "did you mean `name`?"), ("Flag", "W0250 Flag", "did you mean `flag`?"),
            ("zzzz", "W0250 zzzz", nil), ("null", "W0250 null", "is unknown"), ("twice", "W0251 twice", nil),
            ("gold", "W0251 gold", "`Level.gold`"),
            ("level is godl", "W0250 godl", "did you mean `gold`?"),
            ("level is purple", "W0250 purple", "`vip`, `gold`, `basic`"), ("Level", "W0253 Level", "`vip`"),
            ("Line", "W0253 Line", "Line(sku: …"), ("notify", "W0253 notify", "after `do`"),
            ("notify(template: \"a\")", "W0253 notify", nil),
            ("Level.gol", "W0252 gol", "did you mean `gold`?"), ("line.pric", "W0252 pric", "did you mean `price`?"),
            ("lines.price", "W0252 price", "any x in lines"), ("n.price", "W0252 price", nil),
            ("outcome.amont", "W0252 amont", "did you mean `amount`?"),
            ("outcome.until", "W0252 until", "different names"),
            ("refund", "W0255 refund", "refund(amount: …)"), ("net", "W0255 net", "net(base: …, factor: …)"),
            ("net(usd)", "W0255 net(usd)", nil), ("net(usd, 1, 2)", "W0256 2", nil),
            ("net(bas: usd, factor: 1)", "W0256 bas", "did you mean `base`?"),
            ("net(base: usd, base: usd)", "W0257 base: usd", nil),
            ("refund(usd)", "W0258 usd", "`amount: usd`"), ("refund(amount: 3)", "W0305 3", nil),
            ("n(3)", "W0254 n", nil), ("Level.gold()", "W0254 ()", nil),
            ("basic()", "W0254 ()", nil), ("Line(sku: \"a\", qty: 1)", "W0255 Line(sku: \"a\", qty: 1)", nil),
            ("refund(amount: nam)", "W0250 nam", nil),
            ("any n in lines has flag", "W0259 n", nil), ("any l in n has flag", "W0319 n", nil),
            ("any l in lines has l.qty", "W0310 l.qty", nil), ("sum l.sku for l in lines", "W0309 l.sku", nil),
            ("average l.price / 2 for l in lines", "W0307 l.price / 2", nil),
            ("max l.sku for l in lines", "W0308 l.sku", nil),
            ("first l in lines by l.sku", "W0308 l.sku", nil), ("[]", "W0330 []", nil),
            ("[1, \"a\"]", "W0302 \"a\"", nil), ("[usd / n]", "W0307 usd / n", nil),
            ("\"{share}\"", "W0307 share", nil), ("text en \"a\" en \"b\"", "W0324 en \"b\"", nil),
            ("zzz + zzy", "W0250 zzz|W0250 zzy", nil),
        ] as [Row])
    func names(_ row: Row) { expect(row) }

    /// What people write who know other languages, or only English. The last part is the text with its fix-it applied.
    @Test(
        arguments: [
            ("level is \"vip\"", "W0302", "level is vip"), ("d < \"2026-01-01\"", "W0302", "d < 2026-01-01"),
            ("\"vip\" is level", "W0302", "vip is level"),
            ("level in {vip, \"gold\"}", "W0302", "level in {vip, gold}"),
            ("n is \"3\"", "W0302", "n is 3"), ("level is vip or gold", "W0310", "level in {vip, gold}"),
            ("flag or level is vip or gold or basic", "W0310", "flag or level in {vip, gold, basic}"),
            ("n is 3 or 4", "W0310", "n in {3, 4}"), ("level is not vip or gold", "W0310", nil),
            ("\"Dear \" + name", "W0309", "\"Dear {name}\""), ("\"Dear \" + name + \"!\"", "W0309", "\"Dear {name}!\""),
            ("n + \" items\"", "W0309", "\"{n} items\""),
            ("level is vip or else false", "W0302", "(level is vip) or else false"),
            ("n > m or else false", "W0302", "(n > m) or else false"),
            ("n in [5..1]", "W0406", nil), ("n in [5..5)", "W0406", nil),
            ("d in [2026-02-01..2026-01-01]", "W0406", nil), ("n rounded to 0", "W0315", nil),
        ] as [(String, String, String?)])
    func otherWays(_ source: String, _ code: String, _ mended: String?) throws {
        let checked = ExpressionBench().check(source)
        #expect(checked.diagnostics.map(\.code.id) == [code], "\(checked.complaints)")
        #expect(checked.diagnostics.first?.help != nil)
        let fixIts = checked.diagnostics.flatMap(\.fixIts)
        guard let mended else { return #expect(fixIts.isEmpty) }
        let fixIt = try #require(fixIts.first)
        var bytes = Array(source.utf8)
        let range = fixIt.location.range
        bytes.replaceSubrange(range.lower..<range.upper, with: Array(fixIt.replacement.utf8))
        #expect(String(decoding: bytes, as: UTF8.self) == mended)
        #expect(ExpressionBench().check(mended).diagnostics.isEmpty)
    }

    @Test(arguments: ["n in [5..5]", "n in [1..5)", "flag or level is vip", "level is vip or flag", "n is 3 or n is 4"])
    func rightWays(_ source: String) { #expect(ExpressionBench().check(source).complaints.isEmpty) }

    /// Looking twice at each level would take for ever.
    @Test func nestedAlternativesEnd() {
        let depth = 60
        let nested =
            String(repeating: "(", count: depth) + "flag" + String(repeating: " is flag or flag)", count: depth)
        #expect(ExpressionBench().check(nested).complaints.isEmpty)
    }

    /// Types are quoted as the language writes them.
    @Test(arguments: [
        ("level > vip", "`Level` has no order"), ("name is 3", "cannot compare `text` and `integer`"),
        ("usd > 5", "`5` is a plain number, and the other side is `money(USD)`"),
        ("flag + 1", "`+` does not go with `boolean`"),
        ("usd > eur", "cannot compare `USD` and `EUR`: currencies do not mix"),
        ("if flag then d else now", "cannot choose between `date` and `instant`"),
        ("n.price", "`integer` has no `price`"),
        ("share rounded to d", "a quotient of `money(USD)` is not rounded to `date`"),
    ]) func quotesTypes(_ source: String, _ message: String) {
        #expect(ExpressionBench().check(source).diagnostics.first?.message == message)
    }

    @Test func withoutDefaults() {
        for (source, code) in [
            ("3 working days after d", "W0316"), ("2 days after now", "W0317"), ("date of now", "W0317"),
            ("d is working day", "W0316"),
        ] {
            #expect(ExpressionBench(hasDefaults: false).check(source).diagnostics.map(\.code.id) == [code])
        }
    }

    @Test func languages() {
        func complaints(_ source: String) -> [String] {
            ExpressionBench(languages: ["en", "zh"]).check(source).complaints
        }
        #expect(complaints("text en \"a\"") == ["W0324 en \"a\""])
        #expect(complaints("text en \"a\" \"rest\"") == [])
        #expect(complaints("text en \"a\" zh \"b\"") == [])
        #expect(complaints("text en \"a\" zh \"b\" fr \"c\"") == ["W0324 fr"])
    }

    private func expect(_ row: Row) {
        let checked = ExpressionBench().check(row.0)
        let wanted = row.1.isEmpty ? [] : row.1.split(separator: "|").map(String.init)
        #expect(checked.complaints == wanted, "\(row.0)")
        guard let help = row.2, let first = checked.diagnostics.first else { return }
        #expect(first.help?.contains(help) == true, "\(row.0): \(first.help ?? "no help")")
    }
}
