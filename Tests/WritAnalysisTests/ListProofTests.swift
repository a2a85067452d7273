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
}
