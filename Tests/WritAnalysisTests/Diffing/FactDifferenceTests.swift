import Testing
import WritSemantics

@testable import WritAnalysis

/// What a change does where the facts are others too.
@Suite("Differences about other facts")
struct FactDifferenceTests {
    @Test("A fact that must be told now, or no longer, keeps its values", arguments: [true, false])
    func toldNow(_ isOptionalBefore: Bool) throws {
        func text(_ mark: String, _ least: Int) -> String {
            """
            fact n : integer\(mark) between 0 and 4
            decision q : integer
              first
              rule a
                when n >= \(least)
                then 1
              otherwise 2
            """
        }
        let marks = isOptionalBefore ? ["?", ""] : ["", "?"]
        #expect(try difference(text(marks[0], 3), text(marks[1], 4)).ways == ["a > otherwise"])
    }

    @Test("So does a part of one")
    func toldPart() throws {
        func text(_ mark: String, _ value: String) -> String {
            """
            type Colour = red | green | blue
            fact parcel
              tone : Colour\(mark)
            decision q : integer
              first
              rule a
                when parcel.tone is \(value)
                then 1
              otherwise 2
            """
        }
        let kind = try difference(text("?", "green"), text("", "blue"))
        #expect(Set(kind.ways) == ["a > otherwise", "otherwise > a"])
    }
}
