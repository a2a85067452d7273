import Testing
import WritKit

/// How explanations say what a table's cell asks.
@Suite struct CellWordsTests {
    private func explanation(_ rows: String, mode: String = "first", facts: String = "") throws -> String {
        let policy = try Policy(
            text: """
                policy desk
                type Work = quote | repair | order
                type Size = small(n: integer) | large
                fact work : Work
                fact days : integer?
                fact name : text
                fact size : Size
                fact express : boolean?
                fact amount : money(USD)
                param limit : money(USD) = 5 USD
                  source house
                define left : integer = days + 1
                decision d : boolean
                  \(mode)
                  table
                    | rule | work | days | name | size | express | amount | left * 2 || d | from | until |
                    \(rows)
                  otherwise false

                """)
        let told = "{work: order, name: y, size: large, amount: 3 USD, today: 2026-01-01\(facts)}"
        return try policy.decide("d", yaml: told).explanationText
    }

    /// Cells under `work`, `days`, … with what is said of them.
    static let cells: [(String, String)] = [
        ("quote, repair |  |  |  |  |  |  || true | | |", "work in {quote, repair}  (work is order)"),
        ("quote |  |  |  |  |  |  || true | | |", "work is quote  (work is order)"),
        ("not order |  |  |  |  |  |  || true | | |", "work is not order  (work is order)"),
        ("not order, quote |  |  |  |  |  |  || true | | |", "work not in {order, quote}  (work is order)"),
        (" | > 5 |  |  |  |  |  || true | | |", "days > 5  (days is 3)"),
        (" | not < 5 |  |  |  |  |  || true | | |", "not (days < 5)  (days is 3)"),
        (" | 1, 2, > 5 |  |  |  |  |  || true | | |", "days in {1, 2} or days > 5  (days is 3)"),
        (" | not 1, <= 5 |  |  |  |  |  || true | | |", "not (days is 1 or days <= 5)  (days is 3)"),
        (" | [7..9) |  |  |  |  |  || true | | |", "days in [7..9)  (days is 3)"),
        (" | not [1..9] |  |  |  |  |  || true | | |", "days not in [1..9]  (days is 3)"),
        (" | unknown |  |  |  |  |  || true | | |", "days is unknown  (days is 3)"),
        (" | not known |  |  |  |  |  || true | | |", "days is unknown  (days is 3)"),
        (" | 1, unknown |  |  |  |  |  || true | | |", "days is 1 or days is unknown  (days is 3)"),
        (" |  | \"x\" |  |  |  |  || true | | |", "name is \"x\"  (name is \"y\")"),
        (" |  |  | small |  |  |  || true | | |", "size is small  (size is large)"),
        (" |  |  |  |  | > limit |  || true | | |", "amount > limit  (3.00 USD > 5.00 USD)"),
        (" |  |  |  |  |  | > 100 || true | | |", "left * 2 > 100  (left * 2 is 8; from days)"),
        (" |  |  |  |  |  |  || true | 2027-01-01 | 2028-01-01 |", "today >= 2027-01-01  (today is 2026-01-01)"),
        (" |  |  |  |  |  |  || true | | 2025-01-01 |", "today <= 2025-01-01  (today is 2026-01-01)"),
    ]

    @Test(arguments: cells) func aCellIsSaidOfItsColumn(row: String, words: String) throws {
        let text = try explanation("| r | \(row)", facts: ", days: 3")
        #expect(text.contains("  r: does not apply\n    not so: \(words)\n"), "\(text)")
    }

    @Test func anUnknownCellIsSaidOfItsColumnOnce() throws {
        let text = try explanation("| r |  | [1..5) |  |  | true |  |  || true | | |")
        #expect(
            text.contains(
                "  r: held, waits for days, express\n    unknown: days in [1..5)\n    unknown: express is true\n"),
            "\(text)")
    }

    @Test func theJSONSaysItToo() throws {
        let policy = try Policy(
            text: """
                policy desk
                fact days : integer
                decision d : boolean
                  first
                  table
                    | days     || d    |
                    | 1, 2     || true |
                  otherwise false

                """)
        let decided = try policy.decide("d", yaml: "days: 3")
        let json = AnswerJSON.text(decided, explained: true)
        #expect(json.contains("\"condition\":\"days in {1, 2}\""), "\(json)")
        #expect(json.contains("\"test\":\"days is 1\""), "\(json)")
        #expect(json.contains("\"text\":\"days\""), "\(json)")
    }

    @Test func aPeriodAndAnOverridingRuleAreSaidInWords() throws {
        let policy = try Policy(
            text: """
                policy desk
                fact days : integer
                decision d : integer
                  unique
                  rule one
                    in force from 2027-01-01 until 2028-01-01
                    when days > 1
                    then 1
                  rule two
                    overrides one
                    when days > 4
                    then 2
                  otherwise 3

                """)
        let text = try policy.decide("d", yaml: "{days: 5, today: 2026-01-01}").explanationText
        #expect(
            text.contains(
                """
                  one: does not apply
                    not so: in force from 2027-01-01 until 2028-01-01  (today is 2026-01-01)
                    not so: two does not apply  (days is 5)

                """), "\(text)")
    }
}
