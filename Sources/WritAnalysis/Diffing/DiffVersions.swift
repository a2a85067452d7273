import WritSemantics

/// What of two versions is followed: all of it, or of large tables only some rows.
struct DiffVersions {
    let old: CheckedModel
    let new: CheckedModel
    /// Of decisions of which only some rules are left, their numbers in the whole.
    private(set) var numbers: (old: [DecisionID: [Int]], new: [DecisionID: [Int]]) = ([:], [:])
    /// Whose texts are looked at.
    private(set) var readers: [CheckedModel]
    /// Whether tables that are not followed are the same in both.
    private(set) var hasSameTables = false

    init(_ old: CheckedModel, _ new: CheckedModel) {
        (self.old, self.new) = (old, new)
        readers = [old, new]
    }

    /// The same with large tables cut down: some to the rows that are near those that changed, the others to those that did not.
    ///
    /// - Parameters:
    ///   - tables: all that can be cut down.
    ///   - isNear: which of them are cut down to the rows near a change.
    func cut(_ tables: [ChangedTable], ruleLimit: Int, isNear: (ChangedTable) -> Bool) -> DiffVersions {
        var (first, second) = (old, new)
        var numbers = numbers
        for table in tables where !table.isSame {
            let rows = isNear(table) ? table.near : table.alike
            first.keep(rows.old, of: table.old)
            second.keep(rows.new, of: table.new)
            numbers.old[table.old] = rows.old
            numbers.new[table.new] = rows.new
        }
        var cut = DiffVersions(first, second)
        cut.numbers = numbers
        cut.readers = [old, new]
        let near = Set(tables.filter(isNear).map(\.new))
        let large = second.decisions.indices.map { DecisionID($0) }.filter { second[$0].rules.count > ruleLimit }
        cut.hasSameTables = large.allSatisfy { id in
            tables.contains { $0.new == id && $0.old == id && $0.hasSameRest && !near.contains(id) }
        }
        return cut
    }
}

extension CheckedModel {
    /// Leaves out all rules of a decision but these.
    fileprivate mutating func keep(_ rows: [Int], of id: DecisionID) {
        decisions[id.index].rules = rows.map { row in
            var rule = self[id].rules[row]
            rule.overrides = []
            return rule
        }
    }
}
