import Testing
import WritSemantics

@testable import WritAnalysis

/// What is said of a condition of a rule that another overrides.
@Suite("Conditions of rules that are overridden")
struct OverriddenConditionTests {
    @Test("A condition that can be true is not said never to be, whatever keeps its rule from applying")
    func period() throws {
        let text = """
            fact n : integer between 0 and 5
            decision q : integer
              sum
              rule a
                in force from 2026-03-02 until 2026-03-03
                when n >= 3
                then 1
              rule b
                overrides a
                then 2
            """
        let model = try BruteForcePolicies(
            files: [BruteForcePolicy(header: [text], decisions: [], promises: [])]
        ).model()
        let found = ConstantConditionCheck.findings(CaseQuestions(model) { CaseSearch(table: $0) })
        #expect(found.map(\.place.location.text) == [])
    }
}
