import Testing
import WritAnalysis

@Suite("Cases that no rule covers")
struct GapCheckTests {
    private let types = "type Level = vip | normal | new\ntype Reply = yes | no\n"

    private func decision(_ rules: String, mode: String = "first") -> String {
        "decision reply : Reply\n  \(mode)\n" + rules
    }

    @Test("An enumeration of which one value is forgotten")
    func enumeration() throws {
        let rules = "  rule a\n    when level is vip\n    then yes\n  rule b\n    when level is new\n    then no\n"
        let found = try told(.gap, types + "fact level : Level\n" + decision(rules))
        #expect(found == [#"no rule of `reply` applies where level is normal {"level":"normal"}"#])
        let rest = "  rule c\n    when level not in {vip, new}\n    then no\n"
        #expect(try told(.gap, types + "fact level : Level\n" + decision(rules + rest)) == [])
    }

    @Test("A hole between two thresholds, shown at a value that somebody wrote")
    func thresholds() throws {
        func policy(_ upper: String) -> String {
            types + """
                fact amount : money(USD)
                param low : money(USD) = 100 USD
                  source house
                param high : money(USD) = 500 USD
                  source house

                """
                + decision(
                    "  rule small\n    when amount <= low\n    then yes\n  rule large\n    when amount >= \(upper)\n    then no\n"
                )
        }
        #expect(
            try told(.gap, policy("high"))
                == [#"no rule of `reply` applies where amount from 100.01 USD to 499.99 USD {"amount":"100.01 USD"}"#])
        #expect(try told(.gap, policy("low")) == [])
    }

    @Test("What no bound lets in is no gap")
    func bounds() throws {
        let rules = "  rule some\n    when count_of > 0\n    then yes\n"
        #expect(try told(.gap, types + "fact count_of : integer between 1 and 9\n" + decision(rules)) == [])
        #expect(
            try told(.gap, types + "fact count_of : integer between 0 and 9\n" + decision(rules))
                == [#"no rule of `reply` applies where count_of is 0 {"count_of":0}"#])
    }

    @Test("A held rule is no gap, an unknown that is asked for is one")
    func unknowns() throws {
        let fact = types + "fact seen : boolean?\n"
        let both = "  rule a\n    when seen\n    then yes\n  rule b\n    when not seen\n    then no\n"
        #expect(try told(.gap, fact + decision(both)) == [])
        let known =
            "  rule a\n    when seen is known and seen\n    then yes\n  rule b\n    when seen is known and not seen\n    then no\n"
        #expect(
            try told(.gap, fact + decision(known)) == ["no rule of `reply` applies where seen is unknown {}"])
    }

    @Test("Days beside today")
    func dates() throws {
        let rules = """
              rule early
                when today < 7 days after mailed_on
                then no
              rule late
                when today > 7 days after mailed_on
                then yes

            """
        let found = try told(.gap, types + "fact mailed_on : date\n" + decision(rules))
        #expect(
            found == [
                "no rule of `reply` applies where today is 7 days after mailed_on "
                    + #"{"today":"2026-01-15","mailed_on":"2026-01-08"}"#
            ])
        let mended = rules.replacing("today > 7", with: "today >= 7")
        #expect(try told(.gap, types + "fact mailed_on : date\n" + decision(mended)) == [])
    }

    @Test("A table's rows")
    func tables() throws {
        let table = """
            fact level : Level
            fact days : integer between 0 and 30
            decision reply : Reply
              table unique
              | rule | level   | days     || reply |
              | a    | vip     | any      || yes   |
              | b    | not vip | [0..10)  || yes   |
              | c    | not vip | > 10     || no    |

            """
        #expect(
            try told(.gap, types + table)
                == [#"no rule of `reply` applies where level is not vip, days is 10 {"level":"normal","days":10}"#])
        #expect(try told(.gap, types + table.replacing("[0..10) ", with: "[0..10] ")) == [])
    }

    @Test("Through another decision, and with arguments")
    func nested() throws {
        let text =
            types + """
                record Line
                  qty : integer between 0 and 5
                fact level : Level
                decision inner : Reply
                  first
                  rule vip
                    when level is vip
                    then yes
                  otherwise no
                decision outer(line: Line) : Reply
                  first
                  rule a
                    when inner is yes
                    then yes
                  rule b
                    when line.qty > 0
                    then no

                """
        let found = try told(.gap, text)
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix("no rule of `outer` applies where outer(line).qty is 0, level is not vip") == true)
        #expect(try told(.gap, text.replacing("line.qty > 0", with: "line.qty >= 0")) == [])
    }

    @Test("Where nothing applies under collect and sum there is an answer")
    func collecting() throws {
        let text = "fact seen : boolean\ndecision score : integer\n  sum\n  rule a\n    when seen\n    then 1\n"
        #expect(try told(.gap, text) == [])
        #expect(
            try told(.gap, text.replacing("sum", with: "max")) == [
                #"no rule of `score` applies where not seen {"seen":false}"#
            ])
    }

    @Test("The days outside a rule's period")
    func periods() throws {
        let rules = "  rule winter\n    in force until 2026-03-31\n    then yes\n"
        let found = try told(.gap, types + decision(rules))
        #expect(found == [#"no rule of `reply` applies where today from 2026-04-01 {"today":"2026-04-01"}"#])
        #expect(
            try told(.gap, types + decision(rules + "  rule later\n    in force from 2026-04-01\n    then no\n")) == [])
    }

    @Test("Of lists one gap is told, and the elements by the example")
    func lists() throws {
        let text = """
            record Line
              price : money(EUR) between 0 EUR and 10_000 EUR
            fact lines : list of Line
            fact is_vip : boolean
            decision answer : boolean
              first
              rule none
                when count line in lines is 0
                then true
              rule expensive
                when any line in lines has line.price > 1_000 EUR
                then true
              rule vip
                when is_vip
                then false

            """
        #expect(
            try told(.gap, text)
                == [
                    #"no rule of `answer` applies where the number of lines from 1, lines as in the example, not is_vip {"lines":[{"price":"100.00 EUR"}],"is_vip":false}"#
                ])
    }
}
