import Testing
import WritAnalysis

@Suite("Overrides that override nothing")
struct IdleOverrideCheckTests {
    private func policy(_ late: String, mode: String = "first") -> String {
        """
        type Region = us | eu | ca
        fact region : Region
        fact is_late : boolean
        decision reply : text
          \(mode)
          rule late
            when \(late)
            then "refuse"
          rule withdrawal
            overrides late
            when region is eu
            then "take back"
          otherwise "ask"

        """
    }

    private let idle = ["`withdrawal` overrides `late`, and the two never apply together"]

    @Test("Under first and unique", arguments: ["first", "unique"])
    func modes(_ mode: String) throws {
        #expect(try told(.idle_override, policy("is_late and region is us", mode: mode)) == idle)
        #expect(try told(.idle_override, policy("is_late", mode: mode)) == [])
        #expect(try told(.idle_override, policy("is_late and region is not us", mode: mode)) == [])
    }

    @Test("An override says what becomes of a case in which the other rule is held", arguments: ["first", "unique"])
    func held(_ mode: String) throws {
        func text(_ exception: String) -> String {
            """
            fact n : integer? between 0 and 9
            decision d : text
              \(mode)
              rule big
                when n > 5
                then "a"
              rule exception
                overrides big
                when \(exception)
                then "b"
              otherwise "c"

            """
        }
        #expect(try told(.idle_override, text("n is unknown")) == [])
        #expect(
            try told(.idle_override, text("n < 3"))
                == ["`exception` overrides `big`, and the two never apply together"])
    }

    @Test("Periods that do not meet")
    func periods() throws {
        let text = policy("is_late").replacing("  rule late\n", with: "  rule late\n    in force until 2026-03-31\n")
        let other = "    overrides late\n    in force from 2026-04-01\n"
        #expect(try told(.idle_override, text.replacing("    overrides late\n", with: other)) == idle)
        #expect(try told(.idle_override, text) == [])
    }

    @Test("An exception to the default is not asked about")
    func otherwise() throws {
        let text = policy("is_late").replacing("overrides late", with: "overrides otherwise")
        #expect(try told(.idle_override, text) == [])
    }
}
