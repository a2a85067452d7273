import Testing
import WritAnalysis
import WritKit

/// Promises about tables of more rows than the checks of rows follow.
@Suite("Promises about large tables")
struct LargeTablePromiseTests {
    private func text(_ promise: String) -> String {
        let rows = (0..<500).map { "    | r\($0) | [\($0 * 10)..\($0 * 10 + 9)] || \($0 / 5) | house |\n" }.joined()
        return """
            policy p
            fact weight : integer between 0 and 6_000
            decision fee : integer
              table first
                | rule | weight || fee | source |
            \(rows)  otherwise 100
            \(promise)

            """
    }

    private func verdict(_ policy: Policy) throws -> String {
        switch try #require(Analyser(policy.model).proofs().first).verdict {
        case .proved: "proved"
        case .refuted: "refuted"
        case .undecided: "undecided"
        }
    }

    @Test("Are proved, and broken by a row, also where all is checked")
    func rows() throws {
        let policy = try Policy(text: text("never dear\n  fee > 100"))
        #expect(try verdict(policy) == "proved")
        #expect(!policy.analyse().findings.contains { $0.finding.kind == .undecided })
        let broken = try Policy(text: text("never ninety\n  fee is 90"))
        #expect(try verdict(broken) == "refuted")
        #expect(broken.analyse().findings.contains { $0.finding.kind == .broken_promise })
    }
}
