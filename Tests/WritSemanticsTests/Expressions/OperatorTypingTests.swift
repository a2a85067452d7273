import Testing

@testable import WritSemantics

/// What correct expressions mean: source, type, term.
@Suite struct OperatorTypingTests {
    @Test(arguments: [
        ("1_000.50", "number(2)", "1000.5"), ("12", "integer", "12"), ("150 USD", "money(USD)", "150.00 USD"),
        ("0.125 USD", "money(USD) with 3 decimals", "0.125 USD"), ("500 JPY", "money(JPY)", "500 JPY"),
        ("-3", "integer", "-3"), ("2026-01-19", "date", "2026-01-19"), ("09:30", "time", "09:30"),
        ("2026-01-19T08:00:00+08:00", "instant", "2026-01-19T00:00:00Z"), ("true", "boolean", "true"),
        ("\"a\"", "text", "\"a\""), ("007", "integer", "7"), ("0.10", "number(2)", "0.1"),
    ])
    func literal(_ source: String, _ type: String, _ term: String) { expect(source, type, term) }

    @Test(arguments: [
        ("n + x", "number(4)", "(+ (rescale n 4) x)"),
        ("usd - 0.125 USD", "money(USD) with 3 decimals", "(- (rescale usd 3) 0.125 USD)"),
        ("1 + x", "number(4)", "(+ 1 x)"), ("usd * n", "money(USD)", "(* usd n)"),
        ("x * usd", "money(USD) with 6 decimals", "(* x usd)"), ("x * x", "number(8)", "(* x x)"),
        ("10 %", "number(2)", "0.1"), ("10 % of usd", "money(USD) with 4 decimals", "(* 0.1 usd)"),
        ("x % of usd", "money(USD) with 8 decimals", "(* (* x 0.01) usd)"),
        ("x of usd", "money(USD) with 6 decimals", "(* x usd)"),
        ("usd / n", "a quotient of money(USD)", "(/ usd n)"), ("usd / limit", "a quotient of numbers", "(/ usd limit)"),
        ("wait_ / 1 hour", "a quotient of numbers", "(/ wait_ 1 hour)"), ("-usd", "money(USD)", "(- usd)"),
        ("usd / n rounded to 0.01 USD", "money(USD)", "(round (/ usd n) 0.01 USD halfUp)"),
        ("x rounded to 0.05 half even", "number(2)", "(round x 0.05 halfEven)"),
        ("x rounded to 1 down", "integer", "(round x 1 down)"),
        ("usd * x rounded to 1 USD up", "money(USD)", "(round (* usd x) 1.00 USD up)"),
        ("wait_ rounded to 15 minutes", "hours", "(round wait_ 15 minutes halfUp)"),
        ("span_ + 1 week", "days", "(+ span_ 7 days)"), ("span_ * n", "days", "(* span_ n)"),
        ("wait_ * x", "hours", "(* wait_ x)"),
        ("share rounded to 0.01 USD", "money(USD)", "(round share 0.01 USD halfUp)"),
        ("least of (n, x)", "number(4)", "(least (rescale n 4) x)"), ("latest of (d, e)", "date", "(greatest d e)"),
        ("if flag then n else x", "number(4)", "(if flag (rescale n 4) x)"), ("n or else 0", "integer", "(orElse n 0)"),
        ("n or else m or else x", "number(4)", "(orElse (orElse (rescale n 4) (rescale m 4)) x)"),
    ])
    func calculation(_ source: String, _ type: String, _ term: String) { expect(source, type, term) }

    @Test(arguments: [
        ("usd <= cap", "(<= usd cap)"), ("n > x", "(> n x)"), ("share >= 5 USD", "(>= share 5.00 USD)"),
        ("usd / limit < 0.5", "(< (/ usd limit) 0.5)"),
        ("d < 2026-01-01", "(< d 2026-01-01)"), ("span_ >= 3 days", "(>= span_ 3 days)"),
        ("flag and other or flag", "(or (and flag other) flag)"),
        ("flag implies other", "(or (not flag) other)"), ("not flag", "(not flag)"), ("level is vip", "(is level vip)"),
        ("vip is level", "(is vip level)"), ("level is not gold", "(not (is level gold))"),
        ("level is Level.gold", "(is level gold)"),
        ("remedy is refund", "(isCase remedy refund)"), ("remedy is nothing", "(isCase remedy nothing)"),
        ("remedy is Remedy.refund", "(isCase remedy refund)"),
        ("outcome is refund(amount: 3 USD)", "(is outcome refund(amount: 3.00 USD))"),
        ("n is x", "(is n x)"), ("name is known", "(known name)"), ("name is not known", "(not (known name))"),
        ("name is unknown", "(not (known name))"), ("level in {vip, gold}", "(or (is level vip) (is level gold))"),
        ("remedy in {refund, nothing}", "(or (isCase remedy refund) (isCase remedy nothing))"),
        ("level in {vip}", "(is level vip)"),
        ("n not in {1, 2}", "(not (or (is n 1) (is n 2)))"), ("n in [1..10)", "(and (>= n 1) (< n 10))"),
        ("d in (2026-01-01..e]", "(and (> d 2026-01-01) (<= d e))"), ("name in names", "(in name names)"),
        ("level in [gold, vip]", "(in level [gold, vip])"), ("n in [1, 2]", "(in n [1, 2])"),
        ("name starts with \"a\"", "(startsWith name \"a\")"),
        ("name like \"##-@\"", "(like name \"##-@\")"), ("name ends with \"a\"", "(endsWith name \"a\")"),
        ("name contains name", "(contains name name)"),
        ("lines is []", "(is lines [])"), ("place is \"Europe/Paris\"", "(is place \"Europe/Paris\")"),
        ("outcome.amount > 3 USD", "(> outcome.amount 3.00 USD)"),
        ("weekday of d in {saturday, sunday}", "(or (is (weekday d) saturday) (is (weekday d) sunday))"),
        ("cal is plant", "(is cal plant)"),
    ])
    func condition(_ source: String, _ term: String) {
        let checked = ExpressionBench().condition(source)
        #expect(checked.complaints == [])
        #expect(checked.text == term)
    }

    @Test(arguments: [
        ("3 working days after d", "date", "(after 3 working days d on: plant)"),
        ("3 days before d", "date", "(before 3 days d)"),
        ("n weeks after d", "date", "(after (* 7 days n) d)"), ("1 year after d", "date", "(after 1 year d)"),
        ("2 hours after now", "instant", "(after 2 hours now)"),
        ("1.5 hours after now", "instant", "(after 1 hour 30 minutes now)"),
        ("x hours after now", "instant", "(after (* 1 hour x) now)"),
        ("2 days after now", "instant", "(after 2 days now zone: \"America/New_York\")"),
        ("1 month after now in zone place", "instant", "(after 1 month now zone: place)"),
        (
            "4 working hours after now on cal excluding stops", "instant",
            "(after 4 working hours now on: cal excluding: stops)"
        ),
        ("2 hours after now excluding stops", "instant", "(after 2 hours now excluding: stops)"),
        ("work after d on cal", "date", "(after work d on: cal)"),
        ("days between d and e", "days", "(between days d e)"),
        ("working days between d and e", "working days", "(between workingDays d e on: plant)"),
        ("hours between now and then_", "hours", "(between elapsed now then_)"),
        ("months between d and e", "months", "(between months d e)"),
        ("working minutes between now and then_ on cal", "working hours", "(between workingTime now then_ on: cal)"),
        ("d at 09:00", "instant", "(at d 09:00 \"America/New_York\")"),
        ("d at t in zone \"Asia/Shanghai\"", "instant", "(at d t \"Asia/Shanghai\")"),
        ("date of now", "date", "(date now \"America/New_York\")"),
        ("time of now in zone place", "time", "(time now place)"),
        ("year of d", "integer", "(year d)"), ("month of now", "integer", "(month (date now \"America/New_York\"))"),
        ("weekday of d", "Weekday", "(weekday d)"),
        ("end of month of d", "date", "(endOfMonth d)"), ("start of year of d", "date", "(startOfYear d)"),
        ("first working day on or after d", "date", "(workingDayFrom d plant)"),
        ("last working day on or before d on cal", "date", "(workingDayUpTo d cal)"),
        ("d is working day", "boolean", "(isWorkingDay d plant)"),
        ("d is not working day on cal", "boolean", "(not (isWorkingDay d cal))"),
        ("length of name", "integer", "(length name)"), ("plain of name", "text", "(plain name)"),
        ("d <= 3 days after e", "boolean", "(<= d (after 3 days e))"),
    ])
    func time(_ source: String, _ type: String, _ term: String) { expect(source, type, term) }

    @Test(arguments: [
        ("any l in lines has l.qty > 2", "boolean", "(any l lines (> l.qty 2))"),
        ("no l in lines has l.sku is \"a\"", "boolean", "(no l lines (is l.sku \"a\"))"),
        ("every l in lines has (l.qty > 1 and flag)", "boolean", "(every l lines (and (> l.qty 1) flag))"),
        ("count l in lines", "integer", "(count l lines)"),
        ("count l in lines where l.qty > 1", "integer", "(count l lines where: (> l.qty 1))"),
        ("sum l.price * l.qty for l in lines", "money(USD)", "(bounded (sum l lines (* l.price l.qty)))"),
        (
            "max l.price for l in lines where l.qty > 1", "money(USD)",
            "(bounded (max l lines l.price where: (> l.qty 1)))"
        ),
        ("average l.qty for l in lines", "a quotient of numbers", "(average l lines l.qty)"),
        ("list l.sku for l in lines", "list of text", "(list l lines l.sku)"),
        ("list l.qty + 1 for l in lines", "list of integer", "(list l lines (bounded (+ l.qty 1)))"),
        (
            "first l in lines where l.qty > 1 by l.price descending", "Line",
            "(first l lines where: (> l.qty 1) byDescending: l.price)"
        ),
        ("first l in lines", "Line", "(first l lines)"), ("[1, 2.50]", "list of number(2)", "[1, 2.5]"),
        ("per_line(line)", "integer", "per_line(line)"),
        ("net(usd, 1.5)", "money(USD)", "net(usd, 1.5)"),
        (
            "net(factor: x rounded to 0.1, base: usd)", "money(USD)",
            "net(usd, (bounded (rescale (round x 0.1 halfUp) 2)))"
        ),
        ("Line(sku: \"A\", qty: 2, price: 3 USD)", "Line", "Line(sku: \"A\", qty: 2, price: 3.00 USD)"),
        ("refund(amount: usd + usd)", "Remedy", "refund(amount: (bounded (+ usd usd)))"),
        ("reship()", "Remedy", "reship()"),
        ("Remedy.credit(amount: usd, until: d)", "Remedy", "credit(amount: usd, until: d)"),
        ("line.price", "money(USD)", "line.price"),
        ("\"a {usd} b\"", "message", "(message \"a {usd} b\")"),
        ("text en \"a\" zh \"b\"", "message", "(message en \"a\" zh \"b\")"),
        ("if flag then name else \"{n}\"", "message", "(if flag (message \"{name}\") (message \"{n}\"))"),
    ])
    func form(_ source: String, _ type: String, _ term: String) { expect(source, type, term) }

    private func expect(_ source: String, _ type: String, _ term: String) {
        let checked = ExpressionBench().check(source)
        #expect(checked.complaints == [])
        #expect(checked.type == type)
        #expect(checked.text == term)
    }
}
