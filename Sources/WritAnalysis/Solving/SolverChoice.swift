/// Who answers questions about all cases.
public enum SolverChoice: Sendable, Hashable {
    /// Our own search alone: the same answers on every machine.
    case own
    /// Our own search, and for what it leaves undecided the solver found on this machine, if there is one.
    case ownThenOther

    func solver(for table: FormulaTable) -> any CaseSolver {
        let search = CaseSearch(table: table)
        switch self {
        case .own: return search
        case .ownThenOther: return SolverPair(search, SMTSolver(table: table), table: table)
        }
    }

    /// The other solver on this machine, for reports: its name and version, or why there is none.
    public static var otherSolver: String {
        do {
            let location = try SolverLocation.find()
            let solver = SMTSolver(table: FormulaTable(), launch: SMTSolver.Launch(path: location.path))
            return solver.version.map { "z3 \($0)" } ?? "\(location.path), which does not answer"
        } catch {
            return "none: \(error)"
        }
    }
}
