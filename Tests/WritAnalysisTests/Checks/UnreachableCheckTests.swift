import Testing
import WritAnalysis

@Suite("Rules that no case comes to")
struct UnreachableCheckTests {
    private func policy(_ conditions: [String], facts: String) -> String {
        let rules = conditions.enumerated().map { "  rule r\($0)\n    when \($1)\n    then \($0)\n" }.joined()
        return "\(facts)\ndecision way : integer\n  first\n" + rules + "  otherwise 9\n"
    }

    @Test("A rule behind a wider one")
    func hidden() throws {
        let facts = "fact amount : money(USD)\nparam low : money(USD) = 5 USD\n  source house"
        #expect(
            try told(.unreachable, policy(["amount > low", "amount > low + 1 USD"], facts: facts))
                == ["the rule `r1` can never apply: `r0` takes every case of it"])
        #expect(try told(.unreachable, policy(["amount > low + 1 USD", "amount > low"], facts: facts)) == [])
    }

    @Test("Several that are needed, and none that is not")
    func several() throws {
        let facts = "type Level = vip | normal | new\nfact level : Level\nfact seen : boolean"
        let found = try told(
            .unreachable,
            policy(["seen and level is new", "level is vip", "level is normal", "level is not new"], facts: facts))
        #expect(found == ["the rule `r3` can never apply: `r1` and `r2` take every case of it"])
    }

    @Test("A condition that is never true")
    func contradiction() throws {
        let facts = "fact n : integer between 0 and 9\nfact m : integer between 0 and 9"
        #expect(
            try told(.unreachable, policy(["n + m > 18"], facts: facts))
                == ["the rule `r0` can never apply: its condition is never true"])
        #expect(try told(.unreachable, policy(["n + m >= 18"], facts: facts)) == [])
        #expect(try told(.unreachable, policy(["n < m and m < n"], facts: facts)).count == 1)
        #expect(try told(.unreachable, policy(["n < m and m <= n + 1"], facts: facts)) == [])
    }

    @Test("A held rule before it takes nothing")
    func unknowns() throws {
        let facts = "fact seen : boolean?"
        // It takes no case, and leaves those open in which it would say something else.
        let open = "wherever it applies `r0` and `r1` are left open, and may say something else"
        #expect(
            try told(.unreachable, policy(["seen", "not seen", "seen is unknown"], facts: facts))
                == ["the rule `r2` never answers: \(open)"])
        #expect(try told(.unreachable, policy(["seen is unknown", "seen", "not seen"], facts: facts)) == [])
        #expect(
            try told(.unreachable, policy(["seen is known", "seen is unknown", "seen"], facts: facts))
                == ["the rule `r2` can never apply: `r0` takes every case of it"])
    }

    @Test("A row of a table")
    func rows() throws {
        let table = """
            fact days : integer between 0 and 30
            decision way : text
              table first
              | rule | days     || way |
              | a    | [0..10]  || "a" |
              | b    | [5..10)  || "b" |
              | c    | any      || "c" |

            """
        #expect(try told(.unreachable, table) == ["the row `b` can never apply: `a` takes every case of it"])
        #expect(try told(.unreachable, table.replacing("[5..10) ", with: "[5..11] ")) == [])
    }

    @Test("Periods that are over before the rule begins")
    func periods() throws {
        let text = """
            fact seen : boolean
            decision way : text
              first
              rule usual
                in force from 2026-01-01
                when seen
                then "a"
              rule spring
                in force from 2026-03-01 until 2026-05-31
                when seen
                then "b"
              otherwise "c"

            """
        #expect(
            try told(.unreachable, text) == ["the rule `spring` can never apply: `usual` takes every case of it"])
        #expect(try told(.unreachable, text.replacing("from 2026-01-01", with: "from 2026-04-01")) == [])
    }

    @Test("Through another decision")
    func nested() throws {
        let text = """
            fact seen : boolean
            decision inner : boolean
              first
              rule a
                when seen
                then true
              otherwise false
            decision outer : text
              first
              rule b
                when inner
                then "b"
              rule c
                when seen
                then "c"
              otherwise "d"

            """
        #expect(try told(.unreachable, text) == ["the rule `c` can never apply: `b` takes every case of it"])
        #expect(try told(.unreachable, text.replacing("when inner\n", with: "when not inner\n")) == [])
    }

    @Test("A rule that is come to and never answers", arguments: ["first", "unique"])
    func neverAnswers(_ mode: String) throws {
        func text(_ answer: String, _ condition: String = "u is unknown") -> String {
            """
            fact t : integer?
            fact u : integer?
            decision way : text
              \(mode)
              rule same
                when t is u
                then "a"
              rule open
                when \(condition)
                then \(answer)
              otherwise "c"

            """
        }
        let why = "wherever it applies `same` is left open, and may say something else"
        #expect(try told(.unreachable, text("\"b\"")) == ["the rule `open` never answers: \(why)"])
        #expect(try told(.unreachable, text("\"a\"")) == [])
        #expect(try told(.unreachable, text("\"b\"", "u < 0 and t > 0")) == [])
    }

    @Test("A rule whose answer is never known")
    func neverKnown() throws {
        let text = """
            fact n : integer?
            decision way : integer
              first
              rule open
                when n is unknown
                then n + 1
              otherwise 0

            """
        #expect(
            try told(.unreachable, text) == ["the rule `open` never answers: what it says is never known"])
    }
}
