import WritSemantics

/// Some of the cases that two versions are compared in, and what of the versions has to be followed there.
struct DiffPart {
    let wide: DiffSpace
    let makeNarrow: () -> DiffSpace
    /// Which cases these are.
    let limits: (DiffSpace) -> [Formula]

    /// What a case of this part is.
    func goals(_ space: DiffSpace) -> [Formula] { space.shared + limits(space) }
}

/// The parts in which two versions are compared: one, unless a large table changed.
final class DiffParts {
    private let versions: DiffVersions
    private let ruleLimit: Int
    private let makeSolver: (FormulaTable) -> any CaseSolver
    private let tables: [ChangedTable]
    private var known: [Set<DecisionID>: DiffVersions] = [:]
    private var spaces: [Set<DecisionID>: DiffSpace] = [:]
    private lazy var reach = DecisionReach(versions.new)
    private lazy var oldReach = DecisionReach(versions.old)

    /// More changed tables than these that one decision reads are followed as they are.
    private static let mostTables = 2

    init(
        _ old: CheckedModel, _ new: CheckedModel, ruleLimit: Int,
        makeSolver: @escaping (FormulaTable) -> any CaseSolver
    ) {
        versions = DiffVersions(old, new)
        self.ruleLimit = ruleLimit
        self.makeSolver = makeSolver
        tables = Self.tables(versions, ruleLimit, makeSolver)
    }

    private static func tables(
        _ versions: DiffVersions, _ ruleLimit: Int, _ makeSolver: @escaping (FormulaTable) -> any CaseSolver
    ) -> [ChangedTable] {
        let pairs = DecisionPairs(versions.old, versions.new)
        let large = pairs.pairs.compactMap { pair -> (DecisionID, DecisionID)? in
            guard let before = pair.old, let after = pair.new, pairs.retyping(before, after) == nil,
                max(versions.old[before].rules.count, versions.new[after].rules.count) > ChangedTable.fewest
            else { return nil }
            return (before, after)
        }
        if large.isEmpty { return [] }
        let space = DiffSpace(versions, .wide, ruleLimit: .max, makeSolver)
        return large.compactMap { ChangedTable($0, $1, in: space) }.filter {
            max($0.near.old.count, $0.near.new.count) <= ruleLimit
        }
    }

    /// The parts in which two decisions are compared, which together are all cases.
    func parts(_ before: DecisionID, _ after: DecisionID) -> [DiffPart] {
        if tables.contains(where: { $0.new == after && $0.isSame && $0.hasSameRest }) { return [] }
        let changed = tables.filter { table in
            !table.isSame
                && (reach.of(after).contains(table.new) || oldReach.of(before).contains(table.old))
        }
        if changed.count > Self.mostTables { return [whole()] }
        let subsets = changed.reduce([[ChangedTable]()]) { sets, table in sets + sets.map { $0 + [table] } }
        return subsets.compactMap { near in
            // Where none of its own rows is another one, a table answers as before.
            if changed.contains(where: { $0.new == after && $0.hasSameRest }),
                !near.contains(where: { $0.new == after })
            {
                return nil
            }
            return part(near, far: changed.filter { table in !near.contains { $0.new == table.new } })
        }
    }

    private func whole() -> DiffPart { part(of: versions, key: nil) { _ in [] } }

    private func part(_ near: [ChangedTable], far: [ChangedTable]) -> DiffPart {
        let key = Set(near.map(\.new))
        let cut = known[key] ?? versions.cut(tables, ruleLimit: ruleLimit) { key.contains($0.new) }
        known[key] = cut
        let whole = versions
        return part(of: cut, key: key) { space in
            near.map { Self.touched($0, whole, space) } + far.map { !Self.touched($0, whole, space) }
        }
    }

    private func part(
        of versions: DiffVersions, key: Set<DecisionID>?, limits: @escaping (DiffSpace) -> [Formula]
    ) -> DiffPart {
        let (ruleLimit, makeSolver) = (ruleLimit, makeSolver)
        // No decision has the number -1.
        let place = key ?? [DecisionID(-1)]
        let wide = spaces[place] ?? DiffSpace(versions, .wide, ruleLimit: ruleLimit, makeSolver)
        spaces[place] = wide
        return DiffPart(
            wide: wide,
            makeNarrow: { DiffSpace(versions, .narrow(listLength: 2), ruleLimit: ruleLimit, makeSolver) },
            limits: limits)
    }

    /// Where a row applies, or is held, that only one version has.
    private static func touched(_ table: ChangedTable, _ whole: DiffVersions, _ space: DiffSpace) -> Formula {
        func formulas(_ rows: [Int], _ decision: Decision, _ evaluation: SymbolicEvaluation) -> [Formula] {
            let locals = decision.symbolicLocals
            return rows.map { !evaluation.truth(decision.rules[$0].condition, locals).isFalse }
        }
        return space.table.any(
            formulas(table.apart.old, whole.old[table.old], space.old)
                + formulas(table.apart.new, whole.new[table.new], space.new))
    }
}
