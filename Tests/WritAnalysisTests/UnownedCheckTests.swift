import Testing
import WritAnalysis

@Suite("Thresholds without an owner")
struct UnownedCheckTests {
    private let head = """
        policy p
        fact amount : money(USD)
        fact count_of_claims : integer
        fact delivered : date
        fact moment : instant
        param limit : money(USD) = 100 USD
          source house
        param grace : integer = 2
          source house

        """

    private func found(_ condition: String, source: String = "") throws -> [Finding] {
        try findings(
            .unowned,
            in: head + "decision d : text\n  first\n  rule r\n    when \(condition)\n    then \"a\"\n\(source)"
                + "  otherwise \"b\"\n    source house\n")
    }

    @Test(
        "Numbers in conditions",
        arguments: [
            ("amount > 500 USD", "500 USD"), ("amount is 500 USD", "500 USD"), ("count_of_claims >= 3", "3"),
            ("today >= 7 days after delivered", "7 days"), ("today < 2026-02-01", "2026-02-01"),
            ("amount > limit * 1.5", "1.5"), ("not (amount <= 20 USD)", "20 USD"), ("count_of_claims in {2, 3}", "2"),
            ("amount > -5 USD", "-5 USD"), ("amount + 7 USD > limit", "7 USD"),
        ])
    func numbers(_ condition: String, _ words: String) throws {
        let found = try found(condition)
        #expect(found.count == 1, "\(condition)")
        #expect(found.first?.words == words)
    }

    @Test("Several in one rule are told once, with all places")
    func several() throws {
        let found = try found("amount > 20 USD and count_of_claims >= 3 or amount > 900 USD")
        #expect(found.count == 1)
        #expect(found[0].words == "20 USD")
        #expect(found[0].otherWords == ["3", "900 USD"])
        #expect(found[0].message == "rule `r` compares with 20 USD, and nothing says whose number that is")
    }

    @Test(
        "What is no threshold",
        arguments: [
            "amount > limit", "amount > 0 USD", "count_of_claims >= 1", "count_of_claims is 0",
            "moment < grace hours before moment", "today >= grace days after delivered", "amount is known",
        ])
    func none(_ condition: String) throws { #expect(try found(condition).isEmpty) }

    @Test("A source owns the numbers of its rule")
    func source() throws {
        #expect(try found("amount > 500 USD", source: "    source \"Manual, page 4\"\n").isEmpty)
    }

    @Test("A period in force is none")
    func period() throws {
        #expect(try found("amount > limit\n    in force from 2026-01-01 until 2026-12-31").isEmpty)
        #expect(try found("amount > limit\n    in force by delivered from 2026-01-01").isEmpty)
    }

    @Test("A table's numbers are seen in the table")
    func table() throws {
        let found = try findings(
            .unowned,
            in: head + """
                decision d : text
                  table unique
                  | rule  | amount     || d   |
                  | big   | > 500 USD  || "a" |
                  | small | <= 500 USD || "b" |

                """)
        #expect(found.isEmpty)
    }

    @Test("A define has no source to own its numbers")
    func define() throws {
        let found = try findings(
            .unowned, in: head + "define big = amount > 500 USD\ndecision d : boolean\n  first\n  otherwise big\n")
        #expect(found.map(\.words) == ["500 USD"])
        #expect(found.first?.message == "define `big` compares with 500 USD, and nothing says whose number that is")
    }

    @Test("A rule that another overrides is not blamed for the other's numbers")
    func overridden() throws {
        let found = try findings(
            .unowned,
            in: head + """
                decision d : list of text
                  collect
                  rule base
                    when amount > limit
                    then "a"
                  rule special
                    overrides base
                    when amount > 500 USD
                    then "b"

                """)
        #expect(found.map(\.message) == ["rule `special` compares with 500 USD, and nothing says whose number that is"])
    }
}
