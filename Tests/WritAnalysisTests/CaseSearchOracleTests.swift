import Testing
import WritTestSupport

@testable import WritAnalysis

@Suite("The search against trying every case")
struct CaseSearchOracleTests {
    @Test("Random tables with few values: found holds, none is none, and hardly anything is left undecided")
    func randomTables() throws {
        let count = CaseSearchSetting.tables(900)
        var tally = Tally()
        for seed in 0..<count { try check(seed: UInt64(seed), &tally) }
        #expect(tally.undecided * 100 <= tally.questions, "\(tally)")
        #expect(tally.found * 5 > tally.questions && tally.none * 10 > tally.questions, "\(tally)")
        if CaseSearchSetting.isLoud { print(tally) }
    }

    struct Tally {
        var questions = 0
        var found = 0
        var none = 0
        var undecided = 0
    }

    private func check(seed: UInt64, _ tally: inout Tally) throws {
        var tables = RandomTables(seed: seed)
        let search = CaseSearch(table: tables.table)
        var asked: [([Formula], SearchResult)] = []
        for _ in 0..<3 {
            for _ in 0..<8 {
                let goals = tables.goals()
                asked.append((goals, search.solve(goals, budget: .ordinary)))
            }
            tables.grow()
        }
        guard let all = BruteForce(tables.table, limit: 3000) else { return }
        // What is kept for later questions must hold in every case; a wrong reason shows here long before it shows in an answer.
        for clause in search.clauses.learned + search.assignment.trail.map({ [$0] }) {
            #expect(!all.isPossible(clause.map { !$0 }), "seed \(seed) learned \(clause)")
        }
        for (index, (goals, result)) in asked.enumerated() {
            tally.questions += 1
            switch result {
            case .found(let valuation):
                tally.found += 1
                for goal in goals {
                    #expect(tables.table.holds(goal, in: valuation), "seed \(seed), question \(index)")
                }
            case .none:
                tally.none += 1
                #expect(!all.isPossible(goals), "seed \(seed), question \(index)")
            case .undecided: tally.undecided += 1
            }
        }
    }
}
