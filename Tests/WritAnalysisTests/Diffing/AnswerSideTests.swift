import Testing
import WritSemantics

@testable import WritAnalysis

/// In which way a decision answers.
@Suite("Ways of answering")
struct AnswerSideTests {
    @Test("A decision that reads one without a rule is faulted: it has rules itself")
    func readsUncovered() throws {
        func text(_ value: Int) -> String {
            """
            fact isThere : boolean
            decision r : integer
              first
              rule a
                when isThere
                then 1
            decision q : integer
              first
              rule a
                when not isThere
                then r
              otherwise \(value)
            """
        }
        let kind = try difference(text(2), text(2).replacing("then r", with: "then 3"))
        #expect(kind.ways == ["faulted > a"])
    }
}
