import Testing
import WritAnalysis

@Suite("Periods that leave a hole or meet")
struct PeriodCheckTests {
    private func rules(_ periods: [String], mode: String = "first", condition: String = "vip", more: String = "")
        -> String
    {
        let rules = periods.enumerated().map { index, period in
            "  rule r\(index + 1)\n    in force \(period)\n    when \(condition)\n    then \(index + 1)\n"
        }
        let type = mode == "collect" ? "list of integer" : "integer"
        return "policy p\nfact vip : boolean\nfact placed : date\ndecision d : \(type)\n  \(mode)\n" + rules.joined()
            + more
            + (mode == "collect" ? "" : "  otherwise 0\n")
    }

    private func param(_ values: [String]) -> String {
        let dated = values.map { "  in force \($0)\n" }.joined()
        return "policy p\nfact placed : date\nparam fee : integer = 1\n  source house\n\(dated)"
            + "decision d : integer\n  first\n  otherwise fee\n"
    }

    // MARK: Holes

    @Test("A day between two rules")
    func day() throws {
        let found = try findings(
            .period_hole, in: rules(["from 2026-01-01 until 2026-06-29", "from 2026-07-01 until 2026-12-31"]))
        #expect(
            found.map(\.message) == [
                "the rules `r1` and `r2` differ only in their periods, and on 2026-06-30 neither is in force"
            ])
        #expect(found.first?.words == "r2")
        #expect(found.first?.otherWords == ["r1"])
    }

    @Test("Several days, whatever the order they are written in")
    func days() throws {
        let found = try findings(.period_hole, in: rules(["from 2026-08-01", "until 2026-06-30"]))
        #expect(
            found.map(\.message) == [
                "the rules `r2` and `r1` differ only in their periods, and from 2026-07-01 to 2026-07-31 neither is in force"
            ])
    }

    @Test("Rows of a table")
    func rows() throws {
        let found = try findings(
            .period_hole,
            in: """
                policy p
                fact vip : boolean
                decision d : integer
                  table unique
                  | rule | vip  || d | from       | until      |
                  | a    | true || 1 |            | 2026-03-30 |
                  | b    | true || 2 | 2026-04-01 |            |
                  | otherwise |  || 0 |           |            |

                """)
        #expect(
            found.map(\.message) == [
                "the rules `a` and `b` differ only in their periods, and on 2026-03-31 neither is in force"
            ])
    }

    @Test("The dated values of a param")
    func values() throws {
        let found = try findings(
            .period_hole, in: param(["from 2025-01-01 until 2025-12-31 = 2", "from 2026-02-01 until 2026-12-31 = 3"]))
        #expect(
            found.map(\.message) == [
                "the dated values of param `fee` leave a hole: from 2026-01-01 to 2026-01-31 the default applies"
            ])
    }

    @Test(
        "No hole: days that follow, seasons, a fallback, other dates",
        arguments: [
            ["until 2026-06-30", "from 2026-07-01"],
            ["from 2025-11-01 until 2026-01-10", "from 2026-11-01 until 2027-01-10"],
            ["until 2026-06-30", "by placed from 2026-08-01"],
        ])
    func none(_ periods: [String]) throws {
        #expect(try findings(.period_hole, in: rules(periods)).isEmpty)
        #expect(try findings(.period_hole, in: param(periods.map { $0 + " = 5" })).isEmpty)
    }

    @Test("A rule that always holds stands in")
    func fallback() throws {
        let text = rules(["until 2026-06-29", "from 2026-07-01"], more: "  rule ever\n    when vip\n    then 9\n")
        #expect(try findings(.period_hole, in: text).isEmpty)
    }

    @Test("Rules that ask different things are no series")
    func different() throws {
        let text = """
            policy p
            fact vip : boolean
            decision d : integer
              first
              rule a
                in force until 2026-06-29
                when vip
                then 1
              rule b
                in force from 2026-07-01
                when not vip
                then 2
              otherwise 0

            """
        #expect(try findings(.period_hole, in: text).isEmpty)
    }

    @Test("A second before midnight is no hole between moments")
    func moments() throws {
        let text = """
            policy p
            fact at : instant
            decision d : integer
              first
              rule a
                in force by at until 2026-06-30T23:59:59Z
                then 1
              rule b
                in force by at from 2026-07-01T00:00:00Z
                then 2
              otherwise 0

            """
        #expect(try findings(.period_hole, in: text).isEmpty)
        #expect(try findings(.period_hole, in: text.replacing("07-01T00", with: "07-01T02")).count == 1)
    }

    // MARK: Overlaps

    @Test("Two rules on the same days")
    func overlap() throws {
        let found = try findings(.period_overlap, in: rules(["until 2026-06-30", "from 2026-06-30"]))
        #expect(
            found.map(\.message) == [
                "the rules `r1` and `r2` differ only in their periods, and both are in force on 2026-06-30"
            ])
        #expect(found.first?.help?.hasPrefix("only `r1`, which stands first, ever answers then") == true)
        #expect(
            try findings(.period_overlap, in: rules(["until 2026-06-30", "from 2026-06-29"], mode: "collect")).isEmpty
                == false)
    }

    @Test("Under `unique` the overlap itself is found, with a case")
    func unique() throws {
        #expect(
            try findings(.period_overlap, in: rules(["until 2026-06-30", "from 2026-06-30"], mode: "unique")).isEmpty)
    }

    @Test("A rule that overrides the other outweighs it")
    func overriding() throws {
        let text = rules(["until 2026-06-30", "from 2026-06-30"]).replacing(
            "rule r2\n", with: "rule r2\n    overrides r1\n")
        #expect(try findings(.period_overlap, in: text).isEmpty)
    }

    @Test("Values that go by different dates can hold at once")
    func anchors() throws {
        let found = try findings(.period_overlap, in: param(["until 2026-06-30 = 2", "by placed from 2026-07-01 = 3"]))
        #expect(
            found.map(\.message) == [
                "two dated values of param `fee` go by different dates, `today` and `placed`, and can hold at once"
            ])
        #expect(try findings(.period_overlap, in: param(["until 2026-06-30 = 2", "from 2026-07-01 = 3"])).isEmpty)
    }
}
