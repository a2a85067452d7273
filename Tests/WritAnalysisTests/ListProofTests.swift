import Testing
import WritSemantics

@testable import WritAnalysis

/// Promises about lists that short lists break: none of them may be proved.
@Suite("Promises about lists")
struct ListProofTests {
    private let types = """
        type Colour = red | green
        record Line
          ok   : boolean?
          n    : integer between 0 and 2
          tone : Colour?
        fact xs : list of Line
        fact ys : list of Line
        param zero : integer = 0
          source house

        """

    /// What is said of the only promise of a policy: `proved`, `refuted` or `undecided`.
    private func verdict(_ promise: String) throws -> String {
        let policy = BruteForcePolicy(header: [types + promise], decisions: [], promises: [])
        let questions = CaseQuestions(try BruteForcePolicies(files: [policy]).model()) { CaseSearch(table: $0) }
        let proof = try #require(PromiseProver(questions).prove().first)
        switch proof.verdict {
        case .proved: return "proved"
        case .refuted: return "refuted"
        case .undecided: return "undecided"
        }
    }

    @Test("A first that is held for other elements is another question")
    func heldElsewhere() throws {
        let first = "first x in xs where (x.ok)"
        for part in [
            "(x.tone is red and x.tone is not red)", "x.n / (x.n - x.n) > 1",
            "(x.tone is red) and not (x.tone is red)", "x.n / zero > 1", "(if x.tone is red then false else false)",
        ] {
            let other = "first x in xs where (x.ok or \(part))"
            #expect(
                try verdict("always v\n  ((\(first)) is known) implies ((\(other)) is known)") == "refuted", "\(part)")
        }
    }

    @Test("The first of derived values may be unknown itself")
    func unknownFirst() throws {
        let first = "first y in (list x.tone for x in xs)"
        #expect(try verdict("always v\n  ((count x in xs) > 0) implies ((\(first)) is known)") == "refuted")
    }

    @Test("Whether two lists are the same may hang on what is unknown of their elements")
    func openEquality() throws {
        #expect(try verdict("always v\n  (xs is ys) is known") == "refuted")
        #expect(
            try verdict("always v\n  ((list x.tone for x in xs) is (list y.tone for y in ys)) is known") == "refuted")
    }

    @Test("The first element of a kind is known where nothing is open, and what its filter says of it holds")
    func firstOfKnown() throws {
        let first = "first x in xs where (x.tone is red) by x.n descending"
        #expect(
            try verdict("always v\n  ((\(first)) is known) implies ((\(first)).tone is red)") == "proved")
        let told = "every x in xs has x.ok is known"
        let some = "any x in xs has x.ok"
        #expect(
            try verdict("always v\n  ((\(told)) and (\(some))) implies ((first x in xs where x.ok) is known)")
                == "proved")
        #expect(try verdict("always v\n  (\(some)) implies ((first x in xs where x.ok) is known)") == "refuted")
    }

    @Test("A part of the elements is at most all of them, and a share between 0 and 1")
    func shares() throws {
        let part = "(count x in xs where x.ok is known and x.n > 0)"
        let all = "(count x in xs where x.n > 0)"
        let share = "(\(part) / \(all) rounded to 0.01)"
        #expect(try verdict("always v\n  \(all) > 0 implies (\(share) >= 0 and \(share) <= 1)") == "proved")
        #expect(try verdict("always v\n  \(all) > 0 implies (\(share) > 0 and \(share) <= 1)") == "refuted")
    }

    @Test("What is concluded of every element is known of every element")
    func concluded() throws {
        let text = """
            define tones = list x.tone for x in xs where x.n > 0
            decision d : list of Colour
              first
              rule a
                when any x in xs has x.n is 2
                then tones
              otherwise []
            never v
              d is known and any x in xs has (x.n is 2 and x.tone is unknown)
            """
        #expect(try verdict(text) == "proved")
        #expect(try verdict(text.replacing("x.n is 2 and x.tone", with: "x.n is 0 and x.tone")) == "refuted")
    }
}
