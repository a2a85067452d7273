import Testing
import WritAnalysis

@Suite("Conditions that are always the same")
struct ConstantConditionCheckTests {
    private func found(_ condition: String, _ facts: String) throws -> [String] {
        try told(
            .constant_condition,
            "\(facts)\ndecision way : text\n  first\n  rule r\n    when \(condition)\n    then \"a\"\n  otherwise \"b\"\n"
        )
    }

    private let always = "this condition of `r` is always true"
    private let never = "this condition of `r` is never true"

    @Test("Bounds say it already")
    func bounds() throws {
        let facts = "fact n : integer between 1 and 20\nfact seen : boolean"
        #expect(try found("seen and n >= 1", facts) == [always])
        #expect(try found("seen or n > 20", facts) == [never])
        #expect(try found("seen and not (n < 1)", facts) == [never])
        #expect(try found("seen and n > 1", facts) == [])
        #expect(try found("n in [1..20]", facts) == [always])
        #expect(try found("n in [2..20]", facts) == [])
    }

    @Test("What is written with `is not` is one condition")
    func isNot() throws {
        let facts = "fact n : integer between 1 and 20\nfact seen : boolean"
        #expect(try found("seen and n is not 40", facts) == [always])
        #expect(try found("seen or n is not n", facts) == [never])
        #expect(try found("seen and n not in [1..20]", facts) == [never])
        #expect(try found("seen and n not in [30..40]", facts) == [always])
        #expect(try found("seen and n is not 4", facts) == [])
        // What an implication presumes is told as it is written.
        #expect(try found("seen and (n >= 1 implies n > 3)", facts) == [always])
        #expect(try found("seen and (n > 20 implies seen)", facts).contains(never))
        #expect(try found("seen and (n is not 40 implies n > 3)", facts) == [always])
    }

    @Test("Facts beside each other")
    func compared() throws {
        let facts = "fact sent : date between 2026-01-01 and 2026-12-31\nfact seen : boolean"
        #expect(try found("seen and 3 days after sent > sent", facts) == [always])
        #expect(try found("seen and today >= 7 days after sent", facts) == [])
        #expect(try found("sent is sent", facts) == [always])
    }

    @Test("What may be unknown is not always true")
    func unknowns() throws {
        #expect(try found("n >= 1", "fact n : integer? between 1 and 20") == [])
        #expect(try found("n < 1", "fact n : integer? between 1 and 20") == [never])
        #expect(try found("n is known", "fact n : integer? between 1 and 20") == [])
        #expect(try found("n is known", "fact n : integer between 1 and 20") == [always])
    }

    @Test("A param may change")
    func params() throws {
        let facts = "fact seen : boolean\nparam is_on : boolean = false\n  source house"
        #expect(try found("seen and is_on", facts) == [])
        #expect(try found("seen and shown", facts + "\ndefine shown = is_on") == [])
    }

    @Test("What another decision never gives")
    func nested() throws {
        let facts =
            "fact seen : boolean\ndecision inner : integer\n  first\n  rule a\n    when seen\n    then 2\n  otherwise 3\n"
        #expect(try found("inner > 3", facts) == [never])
        #expect(try found("inner >= 3", facts) == [])
    }
}
