import Testing
import WritAnalysis

@Suite("Calculations that can fail")
struct PossibleFaultCheckTests {
    private let share = """
        fact total : money(USD) between 0 USD and 10_000 USD
        fact people : integer between 0 and 12
        decision share : money(USD)
          first
          rule alone
            when people is 1
            then total
          otherwise total / people rounded to 0.01 USD

        """

    @Test("A divisor that may be nothing")
    func division() throws {
        #expect(
            try told(.possible_fault, share)
                == [#"`share` can fail here: a division by zero, 100.00 USD / 0 {"total":"100.00 USD","people":0}"#])
        #expect(try told(.possible_fault, share.replacing("between 0 and 12", with: "between 1 and 12")) == [])
        #expect(try told(.possible_fault, share.replacing("people is 1", with: "people <= 1")) == [])
    }

    @Test("A failure that settles nothing is none")
    func idle() throws {
        let text = """
            fact n : integer between 0 and 9
            fact m : integer between 0 and 9
            decision even : boolean
              first
              rule small
                when n < 5 or n / m > 2
                then true
              otherwise true

            """
        #expect(try told(.possible_fault, text) == [])
    }

    @Test("Amounts that a desk sees do not overflow, products of them may")
    func overflow() throws {
        let sum = "fact a : money(USD)\nfact b : money(USD)\ndecision all : money(USD)\n  first\n  otherwise a + b\n"
        #expect(try told(.possible_fault, sum) == [])
        let product =
            "fact a : integer\ndecision all : integer\n  first\n  otherwise a * 100_000_000_000\n"
        #expect(try told(.possible_fault, product).count == 1)
    }

    @Test("No fact is 24:00, the end of a day")
    func endOfDay() throws {
        let text = """
            timezone "UTC"
            fact slot : time
            decision late : boolean
              first
              rule at_the_end
                when slot > 23:59:59.999999
                then true
              otherwise date of (2026-03-02 at slot) is 2026-03-02

            """
        #expect(try told(.possible_fault, text) == [])
        #expect(try told(.unreachable, text).count == 1)
    }

    @Test("A day outside the calendar")
    func calendars() throws {
        let text = """
            timezone "UTC"
            calendar office
              covers 2026-01-01 to 2026-12-31
              days monday to friday
            fact sent : date between 2026-01-01 and 2026-12-31
            decision due : date
              first
              otherwise 5 working days after sent on office

            """
        #expect(try told(.possible_fault, text).count == 1)
        #expect(try told(.possible_fault, text.replacing("and 2026-12-31", with: "and 2026-06-30")) == [])
    }
}
