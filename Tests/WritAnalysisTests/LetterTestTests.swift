import Testing
import WritEngine
import WritSemantics
import WritTestSupport
import WritValues

@testable import WritAnalysis

/// What is said of two tests of letters, against every short text.
@Suite("Tests of letters against each other")
struct LetterTestTests {
    /// A test with how the evaluator makes it.
    private struct Made {
        var test: LetterTest
        var words: String
        var holds: (String) -> Bool
    }

    private static let letters = ["a", "é", "B", "1", "-", "\\"]

    /// Every text of up to four of the letters.
    private static let texts: [String] = (0..<4).reduce(into: [[""]]) { lengths, _ in
        lengths.append(lengths.last!.flatMap { text in letters.map { text + $0 } })
    }.flatMap { $0 }

    private func made(_ random: inout SplitMix64) -> Made {
        let parts = ["a", "é", "B", "1", "-", "#", "@", "?", "*", "*", "\\*", "\\\\"]
        let written = (0..<Int.random(in: 0...4, using: &random)).map { _ in parts.randomElement(using: &random)! }
        if Bool.random(using: &random) {
            let pattern = PicturePattern(written.joined())
            return Made(test: LetterTest(pattern), words: "like \(pattern.text)") { pattern.matches($0) }
        }
        let plain = (0..<Int.random(in: 0...2, using: &random)).map { _ in Self.letters.randomElement(using: &random)! }
        let test = [Term.TextTest.startsWith, .endsWith, .contains].randomElement(using: &random)!
        let text = plain.joined()
        return Made(test: LetterTest(test, text), words: "\(test) \(text)") { test.holds($0, text) }
    }

    @Test("A text that passes both is there where there is one, and nothing else is said to follow")
    func pairs() {
        var random = SplitMix64(20_261_122)
        var (together, apart, following) = (0, 0, 0)
        for _ in 0..<400 {
            let (first, second) = (made(&random), made(&random))
            if let text = first.test.text(passing: second.test) {
                together += 1
                #expect(first.holds(text) && second.holds(text), "\(first.words), \(second.words): \(text)")
            } else {
                apart += 1
                #expect(!Self.texts.contains { first.holds($0) && second.holds($0) }, "\(first.words), \(second.words)")
            }
            if first.test.implies(second.test) {
                following += 1
                let other = Self.texts.first { first.holds($0) && !second.holds($0) }
                #expect(other == nil, "\(first.words), \(second.words)")
            }
            #expect(first.holds(first.test.sample), "\(first.words)")
        }
        #expect(together > 50 && apart > 50 && following > 20, "\(together), \(apart), \(following)")
    }

    @Test("Rules about letters that exclude each other do not overlap, and those that do not are shown by a text")
    func overlap() throws {
        func found(_ first: String, _ second: String) throws -> [String] {
            try findings(
                in: """
                    policy p
                    fact ref : text
                    decision k : integer
                      unique
                      rule a
                        when ref \(first)
                        then 1
                      rule b
                        when ref \(second)
                        then 2
                      otherwise 3
                    """
            ).map { "\($0.kind.rawValue): \($0.message)" }.filter {
                $0.contains("apply together") || $0.contains("both")
            }
        }
        #expect(try found("like \"######-###\"", "starts with \"RMA\"") == [])
        #expect(try found("starts with \"A\"", "starts with \"B\"") == [])
        #expect(
            try found("like \"######-###\"", "starts with \"20\"")
                == ["overlap: `a` and `b` both apply where ref is \"200000-000\""])
    }

    @Test("Both versions of a policy know what their tests of letters say of each other")
    func versions() throws {
        func text(_ part: String) -> String {
            "fact t : text\ndecision q : integer\n  first\n  rule a\n    when t contains \"\(part)\"\n    then 1\n  otherwise 2\n"
        }
        let kind = try difference(text("a1"), text("a12"))
        #expect(kind.ways == ["a > otherwise"])
        #expect({ if case .changed(_, isComplete: true) = kind { true } else { false } }())
    }
}
