/// The second solver: `z3` as a child process, asked in SMT-LIB 2.
///
/// Takes what our own search cannot: sums of many values, products, quotients. What it finds is worked out again by the table before anybody
/// sees it, and what it does not say in so many words is undecided. For one thread.
final class SMTSolver: CaseSolver {
    let table: FormulaTable
    private let launch: Launch
    private var session: SMTSession?
    /// Failures in a row; the program is not started for ever.
    private var failures = 0
    private static let mostFailures = 5

    /// How the program is started.
    struct Launch: Sendable {
        var path: String
        var arguments = ["-in", "-memory:1024", "smt.arith.nl.nra=false"]
        /// The last resort where the solver does not count its steps: some of what it does is not counted.
        var patience = Duration.seconds(10)
    }

    /// The solver found on this machine; nil where there is none.
    convenience init?(table: FormulaTable) {
        guard let location = try? SolverLocation.find() else { return nil }
        self.init(table: table, launch: Launch(path: location.path))
    }

    init(table: FormulaTable, launch: Launch) {
        self.table = table
        self.launch = launch
    }

    /// As the program gives it, such as `4.8.12`; nil where it does not answer.
    var version: String? { try? started().version() }

    func solve(_ goals: [Formula], lemmas: [Formula], budget: SearchBudget) -> SearchResult {
        if goals.contains(.no) { return .none }
        guard failures < Self.mostFailures else { return .undecided(.solver("the solver failed too often")) }
        do throws(SolverFailure) {
            let result = try started().solve(goals + lemmas, steps: budget.steps)
            failures = 0
            return result
        } catch {
            failures += 1
            // What it holds to be true now is not known: the next question begins anew.
            session = nil
            return .undecided(.solver(error.description))
        }
    }

    private func started() throws(SolverFailure) -> SMTSession {
        if let session { return session }
        let process = try SolverProcess(path: launch.path, arguments: launch.arguments, patience: launch.patience)
        let session = SMTSession(process, table)
        self.session = session
        return session
    }
}
