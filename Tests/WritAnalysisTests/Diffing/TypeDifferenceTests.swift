import Testing
import WritSemantics

@testable import WritAnalysis

/// What a change does where types of one name are not one type.
@Suite("Differences about types of one name")
struct TypeDifferenceTests {
    private func file(_ name: String, _ text: String) -> BruteForcePolicy {
        BruteForcePolicy(name: name, header: [text], decisions: [], promises: [])
    }

    private func decision(_ value: String) -> String {
        """
        decision q : integer
          first
          rule a
            when f is \(value)
            then 1
          otherwise 2
        """
    }

    @Test("A value of a type is none of a type of that name in another policy, whatever their numbers are")
    func hiddenType() throws {
        let types = file("made.a", "type Colour = red | green | blue")
        let old = file("made.b", "use made.a\nfact f : Colour\n" + decision("red"))
        let own = "type Colour = blue | red | green\n"
        let new = file("made.b", "use made.a\n" + own + "fact f : Colour\n" + decision("blue"))
        #expect(try !difference([types, old], [types, new]).ways.isEmpty)
    }

    @Test("Of an argument whose type is another one nothing is said")
    func hiddenArgument() throws {
        let types = file("made.a", "type Colour = red | green | blue")
        func version(_ type: String, _ value: String) -> BruteForcePolicy {
            let text = decision(value).replacing("q :", with: "q(f : Colour) :")
            return file("made.b", "use made.a\n" + type + text)
        }
        let kind = try difference(
            [types, version("", "red")], [types, version("type Colour = blue | red | green\n", "blue")])
        guard case .retyped = kind else {
            Issue.record("\(kind)")
            return
        }
    }

    @Test("What one version only accepts as an argument is no case of both")
    func acceptedArguments() throws {
        func text(_ mark: String, _ value: Int) -> String {
            """
            record Line
              ok : boolean\(mark)
            decision q(x : Line) : integer
              first
              rule a
                when (x.ok or else true)
                then 1
              otherwise \(value)
            """
        }
        let kind = try difference(text("?", 2), text("", 2).replacing("(x.ok or else true)", with: "x.ok"))
        guard case .same = kind else {
            Issue.record("\(kind)")
            return
        }
        let other = try #require(difference(text("?", 2), text("", 3)).classes.first)
        #expect(other.oldExample.arguments == other.newExample.arguments)
    }
}
