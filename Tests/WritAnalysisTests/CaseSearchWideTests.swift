import Testing

@testable import WritAnalysis

@Suite("The search where not every case can be tried")
struct CaseSearchWideTests {
    @Test("Questions about few values, asked as questions about very many")
    func transcripts() {
        var tally = CaseSearchOracleTests.Tally()
        for seed in 0..<CaseSearchSetting.tables(300) { check(seed: UInt64(seed) + 1_000_000, &tally) }
        #expect(tally.undecided * 100 <= tally.questions, "\(tally)")
        if CaseSearchSetting.isLoud { print("wide: \(tally)") }
    }

    private func check(seed: UInt64, _ tally: inout CaseSearchOracleTests.Tally) {
        var tables = RandomTables(seed: seed)
        tables.grow()
        let questions = (0..<16).map { _ in tables.goals() }
        guard let all = BruteForce(tables.table, limit: 3000) else { return }
        var transcript = Transcript(of: tables.table)
        let search = CaseSearch(table: transcript.table)
        for goals in questions {
            let copies = goals.map { transcript.copy($0) } + transcript.box
            tally.questions += 1
            switch search.solve(copies, budget: .ordinary) {
            case .found(let valuation):
                tally.found += 1
                #expect(copies.allSatisfy { transcript.table.holds($0, in: valuation) }, "seed \(seed)")
            case .none:
                tally.none += 1
                #expect(!all.isPossible(goals), "seed \(seed)")
            case .undecided: tally.undecided += 1
            }
        }
    }
}
