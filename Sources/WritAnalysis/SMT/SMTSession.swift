/// A conversation with one process, to which the table is told as far as the questions need it.
final class SMTSession {
    private let process: SolverProcess
    private let table: FormulaTable
    private var translation: SMTTranslation
    private var steps: Int?

    /// How much z3 counts for one of our steps: 20,000 steps are about a second, if it counts what it does.
    private static let unitsPerStep = 250
    /// How often what was found is sent back because a function has another value there.
    private static let mostRounds = 60

    init(_ process: SolverProcess, _ table: FormulaTable) {
        self.process = process
        self.table = table
        translation = SMTTranslation(table)
    }

    func version() throws(SolverFailure) -> String {
        let answer = try process.ask("(get-info :version)").joined(separator: " ")
        guard case .list(let items) = SExpression(answer[...]), items.count == 2, case .word(let text) = items[1] else {
            throw .garbled(SolverFailure.firstLine(answer))
        }
        return text.filter { $0 != "\"" }
    }

    func solve(_ goals: [Formula], steps: Int) throws(SolverFailure) -> SearchResult {
        try limit(to: steps)
        for _ in 0..<Self.mostRounds {
            let query = translation.query(goals)
            let (verdict, valuation) = try ask(query)
            guard let valuation else { return verdict }
            if goals.allSatisfy({ table.holds($0, in: valuation) }) { return .found(valuation) }
            guard learn(from: valuation, about: query.applications) else {
                return .undecided(.calculation(hardest(of: query)))
            }
        }
        return .undecided(.calculation(hardest(of: translation.query(goals))))
    }

    /// Resources, not time: the same question is given up at the same place on every machine.
    private func limit(to steps: Int) throws(SolverFailure) {
        if self.steps == steps { return }
        let units = max(min(steps, Int(UInt32.max) / Self.unitsPerStep) * Self.unitsPerStep, 1)
        guard try process.ask("(set-option :rlimit \(units))").isEmpty else { throw .garbled("to an option") }
        self.steps = steps
    }

    // MARK: One question

    private func ask(_ query: SMTTranslation.Query) throws(SolverFailure) -> (SearchResult, Valuation?) {
        let assertions = query.assertions.map { "(assert \($0))" }
        let commands = query.declarations + ["(push 1)"] + assertions + ["(check-sat)"]
        let answer = try process.ask(commands.joined(separator: "\n"))
        let result: (SearchResult, Valuation?)
        switch answer {
        case ["unsat"]: result = (.none, nil)
        case ["sat"]: result = (.none, try values(of: query.unknowns))
        case ["unknown"]: result = (.undecided(.solver(try reason())), nil)
        default: throw .garbled(SolverFailure.firstLine(answer.joined(separator: "\n")))
        }
        guard try process.ask("(pop 1)").isEmpty else { throw .garbled("to (pop 1)") }
        return result
    }

    private func reason() throws(SolverFailure) -> String {
        let answer = try process.ask("(get-info :reason-unknown)").joined(separator: " ")
        let isLimit = ["canceled", "resource", "limit"].contains { answer.contains($0) }
        return isLimit ? "the solver reached its limit" : "the solver does not know: \(SolverFailure.firstLine(answer))"
    }

    private func values(of unknowns: [(name: String, variable: Variable)]) throws(SolverFailure) -> Valuation {
        var valuation = Valuation()
        if unknowns.isEmpty { return valuation }
        let names = unknowns.map(\.name).joined(separator: " ")
        let answer = try process.ask("(get-value (\(names)))").joined(separator: " ")
        guard let pairs = SExpression(answer[...])?.assignments, pairs.count == unknowns.count else {
            throw .garbled(SolverFailure.firstLine(answer))
        }
        for (unknown, pair) in zip(unknowns, pairs) {
            guard pair.name == unknown.name, let value = pair.value.number,
                table.interval(of: unknown.variable).contains(value)
            else { throw .garbled(SolverFailure.firstLine(answer)) }
            valuation.values[unknown.variable] = value
        }
        return valuation
    }

    // MARK: Functions

    /// Asks the functions at the values found; whether that told anything new.
    private func learn(from valuation: Valuation, about applications: [Variable]) -> Bool {
        var isNew = false
        for variable in applications {
            guard case .function(let function) = table[variable].definition else { continue }
            let arguments = table.values(of: function.arguments.map(\.variable), in: valuation)
            if translation.functions.refine(function, at: arguments) { isNew = true }
        }
        return isNew
    }

    /// The calculation to name for what could not be settled: the last that only asking can tell.
    private func hardest(of query: SMTTranslation.Query) -> String {
        query.applications.last.map { table[$0].name } ?? "a calculation"
    }
}
