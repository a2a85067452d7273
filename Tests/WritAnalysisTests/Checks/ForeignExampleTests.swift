import Testing
import WritSemantics

@testable import WritAnalysis

/// What shows a finding about a decision shows it of that decision, and not of one that it reads.
@Suite("Examples of decisions that read others")
struct ForeignExampleTests {
    @Test("An overlap is shown by a case of its own, also where rules of another decision have the same names")
    func overlap() throws {
        let text = """
            type Reply = o1 | o2 | o3
            fact n : integer between 0 and 5
            fact k : integer? between 0 and 5
            fact m : integer between 0 and 5
            decision a : Reply
              unique
              rule r1
                when n > 0
                then o1
              rule r2
                when k is unknown
                then o2
              otherwise o3
            decision b : Reply
              unique
              rule r1
                when a is o1 and m > 1
                then o2
              rule r2
                when m > 2
                then o3
              otherwise o1
            """
        let model = try BruteForcePolicies(
            files: [BruteForcePolicy(header: [text], decisions: [], promises: [])]).model()
        let found = OverlapCheck.findings(CaseQuestions(model) { CaseSearch(table: $0) })
        // The fault of `b` stands at `b`: without a known `k` it is that of `a`.
        for finding in found {
            let decision = try #require(finding.decision)
            #expect(finding.example?.answer?.fault?.location == model[decision].heading.location)
        }
    }

    @Test("A gap is shown by a case of its own, also where another decision has the same name")
    func gap() throws {
        func file(_ name: String, _ text: String) -> BruteForcePolicy {
            BruteForcePolicy(name: name, header: [text], decisions: [], promises: [])
        }
        let first = """
            fact n : integer between 0 and 5
            decision q : integer
              first
              rule r
                when n > 2
                then 1
            decision s : integer
              first
              rule r
                when q is 1
                then 1
              otherwise 2
            """
        let second = """
            use made.a
            fact m : integer between 0 and 5
            decision q : integer
              first
              rule r
                when s is 1 and m > 2
                then 1
            """
        let model = try BruteForcePolicies(files: [file("made.a", first), file("made.b", second)]).model()
        let found = GapCheck.findings(CaseQuestions(model) { CaseSearch(table: $0) })
        #expect(found.count == 2)
        for finding in found {
            let decision = try #require(finding.decision)
            #expect(finding.example?.answer?.fault?.location == model[decision].heading.location)
        }
    }
}
