import Testing
import WritKit
import WritTestSupport

@testable import WritAnalysis

/// Small policies in which every case can be tried: what is found, proved and told apart is what the cases show.
@Suite("The analysis against trying every case")
struct BruteForceTests {
    /// Cases of one policy.
    private static let mostCases = 240

    @Test("Findings, proofs and differences of policies made up at random")
    func ownSearch() { check(seeds: 0..<CaseSearchSetting.tables(700)) { CaseSearch(table: $0) } }

    @Test("The same, with a second solver that looks at every answer")
    func bothSolvers() {
        guard (try? SolverLocation.find()) != nil else { return }
        check(seeds: 50_000..<50_000 + CaseSearchSetting.tables(50)) { table in
            SolverPair(CaseSearch(table: table), SMTSolver(table: table), table: table, manner: .trapping)
        }
    }

    private struct Sum {
        var policies = 0
        var refused: [String] = []
        var settled = 0
        var undecided = 0
        var missed: [String] = []
        var wrong: [String] = []

        mutating func add(_ tally: BruteForceTally, _ text: String) {
            settled += tally.settled
            undecided += tally.undecided
            missed += tally.missed.map { "\(text): \($0)" }
            wrong += tally.wrong.map { "\(text): \($0)" }
        }
    }

    private func check(seeds: Range<Int>, _ makeSolver: @escaping (FormulaTable) -> any CaseSolver) {
        var sum = Sum()
        for seed in seeds where sum.wrong.count < 5 { check(UInt64(seed), &sum, makeSolver) }
        #expect(sum.wrong.isEmpty, "\(sum.wrong.joined(separator: "\n"))")
        #expect(sum.undecided * 100 <= sum.settled, "\(sum.undecided) of \(sum.settled)")
        #expect(sum.missed.count * 100 <= sum.settled, "\(sum.missed.prefix(3).joined(separator: "\n"))")
        #expect(
            sum.policies * 10 > seeds.count * 4, "\(sum.policies): \(sum.refused.prefix(3).joined(separator: "\n"))")
        if CaseSearchSetting.isLoud {
            print(sum.policies, sum.settled, sum.undecided, sum.missed.count, sum.refused.count)
            print(sum.missed.prefix(4).joined(separator: "\n"))
            print(sum.refused.prefix(10).joined(separator: "\n"))
        }
    }

    private func check(_ seed: UInt64, _ sum: inout Sum, _ makeSolver: @escaping (FormulaTable) -> any CaseSolver) {
        var writer = BruteForceWriter(seed: seed)
        let policy = writer.policy()
        guard let cases = cases(policy, &sum) else { return }
        sum.policies += 1
        var findings = BruteForceFindings(cases, makeSolver)
        findings.compare()
        sum.add(findings.tally, "seed \(seed)\n\(policy.text)")
        var random = SplitMix64(seed &* 31)
        let edited = policy.edited(&random)
        guard let others = self.cases(edited, &sum) else { return }
        var differences = BruteForceDifferences(old: cases, new: others, makeSolver: makeSolver)
        differences.compare()
        sum.add(differences.tally, "seed \(seed), edited\n\(policy.text)\n\(edited.text)")
    }

    private func cases(_ policy: BruteForcePolicy, _ sum: inout Sum) -> BruteForceCases? {
        do {
            return BruteForceCases(try Policy(text: policy.text).model, limit: Self.mostCases)
        } catch {
            sum.refused.append("\(error)\n\(policy.text)")
            return nil
        }
    }
}
