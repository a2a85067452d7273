import WritSemantics
import WritValues

/// Makes a found case one that a person could have written: facts told rather than unknown, ordinary values before the policy's own
/// constants, these before one unit beside them. Asks only whether there is a case, so any solver can drive it, and all of them end at
/// the same case.
struct CaseSnapper {
    let evaluation: SymbolicEvaluation
    let solver: any CaseSolver
    let ordinary: OrdinaryValues
    let budget: SearchBudget

    private var table: FormulaTable { evaluation.table }

    /// The values of everything that the goals depend on. Nil when the goals cannot be met after all, or it was not settled.
    func snap(_ goals: [Formula], _ first: Valuation) -> Valuation {
        var search = Search(goals: goals, found: first, solver: solver, budget: budget)
        let cone = table.cone(of: goals)
        let constants = constants(goals)
        for variable in ordered(cone) {
            for candidate in candidates(variable, constants[variable] ?? []) {
                if search.fix(variable, candidate, table) { break }
            }
            // Nothing written anywhere will do: what was found stays.
            if search.fixed[variable] == nil { search.keep(variable, table) }
        }
        return Valuation(values: search.fixed)
    }

    /// Whether facts are told comes before what they are; else the order of the model.
    private func ordered(_ cone: [Variable]) -> [Variable] {
        func rank(_ variable: Variable) -> Int {
            switch table[variable].origin {
            case .known: 0
            case .shape: 1
            default: 2
            }
        }
        return cone.sorted { (rank($0), $0) < (rank($1), $1) }
    }

    // MARK: Candidates

    private func candidates(_ variable: Variable, _ constants: [Int128]) -> [Int128] {
        let record = table[variable]
        switch (record.origin, record.domain) {
        case (.known, _): return [1, 0]
        case (_, .finite(let count)): return finite(record, count)
        case (_, .whole):
            let own = ordinary.count(record.name, type(at: record.name) ?? .integer, bounds: nil)
            return [own] + constants
        }
    }

    private func finite(_ record: VariableRecord, _ count: Int) -> [Int128] {
        let all = (0..<count).map { Int128($0) }
        let own: Int128? =
            switch type(at: record.name) {
            case .boolean?: ordinary.truth(record.name) ? 1 : 0
            case .variant?: Int128(ordinary.variant(record.name, count: count))
            case .text?: evaluation.universe.number(of: ordinary.text(record.name, .text)).map { Int128($0) }
            default: nil
            }
        return (own.map { [$0] } ?? []) + all.filter { $0 != own }
    }

    /// The type of the fact, or the field of one, at a path.
    private func type(at path: String) -> WritType? { evaluation.roots.type(at: path, in: evaluation.model) }

    /// What the goals compare each variable with, and one unit to either side, the nearest to the ordinary first written first.
    private func constants(_ goals: [Formula]) -> [Variable: [Int128]] {
        var found: [Variable: [Int128]] = [:]
        table.forEachAtom(of: goals) { atom in
            switch atom {
            case .member: break
            case .atMost(let variable, let bound):
                for base in table.bases(of: variable) {
                    // `< 100` and `<= 100` are both a bound; of the two values at it the rounder one was written.
                    let counts = [bound, bound + 1].compactMap { base.solve($0) }
                    found[base.variable, default: []] += counts.sorted { Self.noughts($0) > Self.noughts($1) }
                }
            case .difference: break
            }
        }
        return found.mapValues { values in
            var seen = Set<Int128>()
            let wide = values.flatMap { [$0, $0 - 1, $0 + 1] }
            return (values + wide).filter { seen.insert($0).inserted }
        }
    }

    private static func noughts(_ count: Int128) -> Int {
        var (count, noughts) = (count, 0)
        while count != 0, count % 10 == 0 { (count, noughts) = (count / 10, noughts + 1) }
        return noughts
    }

    /// The search while values are fixed one after another.
    private struct Search {
        var goals: [Formula]
        var found: Valuation
        let solver: any CaseSolver
        let budget: SearchBudget
        var fixed: [Variable: Int128] = [:]
        /// Where nothing is settled any more, what was found stays as it is.
        var unsettled = 0
        static let mostUnsettled = 4

        /// Gives a variable a value, if there is a case with it.
        mutating func fix(_ variable: Variable, _ value: Int128, _ table: FormulaTable) -> Bool {
            let goal = table.isValue(variable, equalTo: value)
            if goal == .no { return false }
            if found[variable] != value {
                guard unsettled < Self.mostUnsettled else { return false }
                switch solver.solve(goals + [goal], budget: budget) {
                case .found(let next): found = next
                case .none: return false
                case .undecided:
                    unsettled += 1
                    return false
                }
            }
            goals.append(goal)
            fixed[variable] = value
            return true
        }

        mutating func keep(_ variable: Variable, _ table: FormulaTable) {
            let value = found[variable] ?? table.interval(of: variable).low
            if !fix(variable, value, table) { fixed[variable] = value }
        }
    }
}

extension FormulaTable {
    func isValue(_ variable: Variable, equalTo value: Int128) -> Formula {
        switch self[variable].domain {
        case .finite(let count): value >= 0 && value < Int128(count) ? isValue(variable, Int(value)) : .no
        case .whole(let range): range.contains(value) ? isCount(variable, value) : .no
        }
    }

    /// The variables behind a defined one, as far as it is a plain multiple of one told variable, more or less a constant.
    func bases(of variable: Variable) -> [LinearBase] {
        switch self[variable].definition {
        case nil: return [LinearBase(variable: variable, coefficient: 1, constant: 0)]
        case .linear(let parts, let constant)? where parts.count == 1 && self[parts[0].variable].definition == nil:
            return [LinearBase(variable: parts[0].variable, coefficient: parts[0].coefficient, constant: constant)]
        default: return []
        }
    }

    /// Calls `visit` with each atom that formulas depend on, once, in the order of the table.
    func forEachAtom(of formulas: [Formula], _ visit: (Atom) -> Void) {
        forEachNumberedAtom(of: formulas) { if case .atom(let atom) = nodes[$0] { visit(atom) } }
    }
}

/// A variable as a multiple of another, more or less a constant.
struct LinearBase {
    var variable: Variable
    var coefficient: Int128
    var constant: Int128

    /// The value of the base for a value of the multiple; nil where there is none.
    func solve(_ value: Int128) -> Int128? {
        let (rest, isOver) = value.subtractingReportingOverflow(constant)
        if isOver || coefficient == 0 { return nil }
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: coefficient)
        return remainder == 0 ? quotient : nil
    }
}
