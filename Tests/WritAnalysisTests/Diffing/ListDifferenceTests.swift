import Testing
import WritSemantics

@testable import WritAnalysis

/// What a change does where facts are lists.
@Suite("Differences about lists")
struct ListDifferenceTests {
    @Test("A class is shown by a case of that class, not by one of another")
    func ownExample() throws {
        let head = "record Line\n  ok : boolean?\nfact xs : list of Line\ndecision q : integer\n  count\n"
        let rule = "  rule a\n    when any x in xs has x.ok\n"
        let rest = "  rule b\n    when (count x in xs) > 5\n"
        let kind = try difference(head + rule + rest, head + rest)
        #expect(kind.ways.contains("a > rules") && kind.ways.contains("undetermined > rules"))
    }

    @Test("The elements of both examples are the same, also where the values of their type are in another order")
    func sameElements() throws {
        func text(_ type: String, _ rule: String) -> String {
            """
            \(type)
            fact xs : list of Colour
            decision q : integer
              first
              rule a
                when (count x in xs) > 0 \(rule)
                then 1
              otherwise 2
            """
        }
        let kind = try difference(
            text("type Colour = red | green", "and (count x in xs) > 1"), text("type Colour = green | red", ""))
        let example = try #require(kind.classes.first)
        #expect(example.oldExample.facts.facts.last == .list([.variant(1, [])]))
        #expect(example.newExample.facts.facts.last == .list([.variant(0, [])]))
    }

    @Test("Elements are such as both versions accept")
    func acceptedElements() throws {
        func text(_ bounds: String, _ least: Int) -> String {
            """
            record Line
              n : integer \(bounds)
            fact xs : list of Line
            decision q : integer
              first
              rule a
                when any x in xs has x.n < \(least)
                then 1
              otherwise 2
            """
        }
        let kind = try difference(text("between 0 and 5", 2), text("between 1 and 5", 3))
        let example = try #require(kind.classes.first)
        #expect(example.newExample.facts.facts.last == .list([.record([.count(2)])]))
        let other = try difference(text("between 0 and 5", 2), text("between 2 and 5", 0))
        #expect(other.ways.isEmpty)
    }

    @Test("An element that one version asks for is tried on what the other asks")
    func sharedElements() throws {
        func text(_ most: Int) -> String {
            """
            record Line
              n  : integer
              ok : boolean
            fact xs : list of Line
            decision q : integer
              first
              rule a
                when any x in xs has (x.n > \(most) and x.ok)
                then 1
              otherwise 2
            """
        }
        let kind = try difference(text(5), text(6))
        #expect(kind.ways == ["a > otherwise"])
        #expect({ if case .changed(_, isComplete: true) = kind { true } else { false } }())
    }
}
