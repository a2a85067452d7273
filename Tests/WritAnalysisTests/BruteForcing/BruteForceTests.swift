import Testing

@testable import WritAnalysis

/// Small policies in which every case can be tried: what is found, proved and told apart is what the cases show.
@Suite("The analysis against trying every case")
struct BruteForceTests {
    @Test("Findings, proofs and differences of policies made up at random")
    func ownSearch() {
        var run = BruteForceRun([]) { CaseSearch(table: $0) }
        run.check(seeds: 0..<CaseSearchSetting.tables(250))
        run.expect()
    }

    @Test("The same, with a second solver that looks at every answer")
    func bothSolvers() {
        guard (try? SolverLocation.find()) != nil else { return }
        var run = BruteForceRun([]) { table in
            SolverPair(CaseSearch(table: table), SMTSolver(table: table), table: table, manner: .trapping)
        }
        run.check(seeds: 50_000..<50_000 + CaseSearchSetting.tables(30))
        run.expect()
    }

    @Test("With lists: what is said of all lists holds of the short ones, and what is shown replays")
    func lists() {
        var run = BruteForceRun(.lists) { CaseSearch(table: $0) }
        run.check(seeds: 100_000..<100_000 + CaseSearchSetting.tables(35))
        run.expect(mostOpen: 25)
    }

    @Test(
        "With rules and values that are in force for some days",
        arguments: [BruteForceFlavour.periods, [.periods, .files], [.periods, .records]])
    func periods(_ flavour: BruteForceFlavour) {
        var run = BruteForceRun(flavour) { CaseSearch(table: $0) }
        run.check(seeds: 200_000..<200_000 + CaseSearchSetting.tables(12))
        run.expect()
    }

    @Test("With two policies that have names in common")
    func files() {
        var run = BruteForceRun(.files) { CaseSearch(table: $0) }
        run.check(seeds: 300_000..<300_000 + CaseSearchSetting.tables(40))
        run.expect()
    }

    @Test("With facts that are parts of a record")
    func records() {
        var run = BruteForceRun(.records) { CaseSearch(table: $0) }
        run.check(seeds: 500_000..<500_000 + CaseSearchSetting.tables(40))
        run.expect()
    }

    @Test("Versions that have other facts and types", arguments: [BruteForceFlavour(), .files, .records, .lists])
    func factEdits(_ flavour: BruteForceFlavour) {
        var run = BruteForceRun(flavour) { CaseSearch(table: $0) }
        run.checkFactEdits(seeds: 400_000..<400_000 + CaseSearchSetting.tables(20))
        run.expect(mostOpen: flavour == .lists ? 25 : 1)
    }
}
