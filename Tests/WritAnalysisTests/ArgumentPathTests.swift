import Testing
import WritSemantics

@testable import WritAnalysis

/// Arguments of decisions of the same name.
@Suite("Arguments of decisions of one name")
struct ArgumentPathTests {
    @Test("Each is of its own type")
    func ownTypes() throws {
        let files = [
            BruteForcePolicy(
                name: "made.a",
                header: [
                    """
                    decision q(x : boolean) : integer
                      first
                      rule a
                        when x
                        then 1
                      otherwise 2
                    """
                ], decisions: [], promises: []),
            BruteForcePolicy(
                name: "made.b",
                header: [
                    """
                    type Colour = red | green | blue
                    decision q(x : Colour) : integer
                      first
                      rule a
                        when x is blue
                        then 1
                      otherwise 2
                    """
                ], decisions: [], promises: []),
        ]
        let questions = CaseQuestions(try BruteForcePolicies(files: files).model()) { CaseSearch(table: $0) }
        #expect(UnreachableCheck.findings(questions).map(\.message) == [])
    }
}
