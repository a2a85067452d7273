import Testing
import WritSemantics

@testable import WritAnalysis

/// In which words the cases of a change are told.
@Suite("Words for the cases of a change")
struct RegionTextTests {
    private func regions(_ old: String, _ new: String) throws -> [[[String]]] {
        try difference(old, new).classes.map(\.regions)
    }

    private func first(_ facts: String, _ condition: String) -> String {
        "\(facts)\ndecision q : integer\n  first\n  rule a\n    when \(condition)\n    then 1\n  otherwise 2\n"
    }

    @Test("Times end before the next one, not a millionth of a second earlier")
    func times() throws {
        func text(_ condition: String) -> String { first("fact at : time", condition) }
        #expect(try regions(text("at < 16:00"), text("at < 16:30")) == [[["at from 16:00 and before 16:30"]]])
        #expect(try regions(text("at <= 16:00"), text("at <= 16:30")) == [[["at after 16:00 up to 16:30"]]])
        #expect(try regions(text("at < 16:00"), text("at <= 16:00")) == [[["at is 16:00"]]])
    }

    @Test("A value that depends on the day is told as what it is on those days")
    func datedParams() throws {
        func text(_ last: String) -> String {
            first(
                "param p : integer = 3\n  source house\n  in force from 2026-05-01 until \(last) = 5\nfact n : integer",
                "n > p")
        }
        #expect(
            try regions(text("2026-05-31"), text("2026-06-02")).map { $0.map { $0.sorted() } }
                == [[["n from 4 to 5", "today from 2026-06-01 to 2026-06-02"]]])
    }

    @Test("Regions have no case in common, and say nothing of the value of what is unknown")
    func apart() throws {
        let facts = "fact x : integer?\nfact y : boolean?"
        func text(_ value: Int) -> String {
            "\(facts)\ndecision q : integer\n  first\n  rule a\n    when x > 3\n    then 1\n"
                + "  rule b\n    when y\n    then \(value)\n  otherwise 1\n"
        }
        let kind = try difference(text(1), text(2))
        #expect(kind.isComplete && kind.classes.allSatisfy(\.isWhole))
        let told = kind.classes.flatMap(\.regions)
        #expect(told.contains(["x is unknown", "y is unknown"]))
        for region in told where region.contains("x is unknown") {
            #expect(!region.contains { $0.hasPrefix("x from") || $0.hasPrefix("x up to") })
        }
    }

    @Test("A region is as wide as can be: of two bounds on one side the narrower one is left out")
    func widest() throws {
        func text(_ last: String) -> String {
            """
            fact amount : integer between 0 and 1_000
            decision q : integer
              first
              rule large
                when amount >= 500
                then 1
              rule middle
                when amount >= 100
                then \(last)
              otherwise 3
            decision read : integer
              first
              otherwise q
            """
        }
        #expect(try regions(text("2"), text("4")) == [[["amount from 100 to 499"]]])
    }

    @Test("Each set of rules that answer together is a class")
    func together() throws {
        func text(_ value: Int) -> String {
            """
            fact vip : boolean
            fact late : boolean
            decision q : integer
              sum
              rule v
                when vip
                then \(value)
              rule l
                when late
                then 2
            """
        }
        let kind = try difference(text(3), text(4))
        #expect(Set(kind.ways) == ["v > v", "v+l > v+l"])
        #expect(kind.isComplete)
        #expect(Set(kind.classes.flatMap(\.regions)) == [["vip", "late"], ["vip", "not late"]])
    }
}
