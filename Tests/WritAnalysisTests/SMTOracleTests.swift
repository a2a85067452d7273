import Testing
import WritTestSupport

@testable import WritAnalysis

/// The second solver's answers against a look at all values.
@Suite("The second solver on tables made up at random", .enabled(if: SMTSupport.isHere, SMTSupport.missing))
struct SMTOracleTests {
    /// How many tables; `WRIT_SOLVER_TABLES` asks for more.
    private static let count = SolverLocation.environment("WRIT_SOLVER_TABLES").flatMap { Int($0) } ?? 600
    private static let parts = 4

    @Test("finds values exactly where there are some", arguments: 0..<parts)
    func agreesWithAllValues(part: Int) throws {
        var (found, none, undecided) = (0, 0, 0)
        for seed in stride(from: part, to: Self.count, by: Self.parts) {
            var made = SMTRandomTable(seed: UInt64(seed))
            let questions = (0..<4).map { _ in (0..<(1 + seed % 3)).map { _ in made.formula(2) } }
            guard let valuations = made.valuations(atMost: 700) else { continue }
            let solver = try SMTSupport.solver(made.table)
            for goals in questions {
                let isThere = valuations.contains { valuation in
                    goals.allSatisfy { made.table.holds($0, in: valuation) }
                }
                switch solver.solve(goals, budget: .ordinary) {
                case .found(let valuation):
                    found += 1
                    #expect(isThere, "seed \(seed)")
                    #expect(goals.allSatisfy { made.table.holds($0, in: valuation) }, "seed \(seed)")
                case .none:
                    none += 1
                    #expect(!isThere, "seed \(seed) has values and the solver says there are none")
                case .undecided(let hardness):
                    undecided += 1
                    if case .solver(let why) = hardness, why.contains("says") { Issue.record("seed \(seed): \(why)") }
                }
            }
        }
        #expect(found > 50 && none > 50)
        #expect(undecided * 100 < found + none)
    }
}
