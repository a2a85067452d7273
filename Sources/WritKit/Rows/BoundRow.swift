import WritSemantics

/// A case that is bound for a prepared decision: its facts in cells, ready to be decided about without being read again.
///
/// It is for sessions of the ``PreparedDecision`` whose session bound it. Safe on any thread.
public struct BoundRow: Sendable {
    /// The cells, where they can say it.
    let row: CaseRow?
    /// The facts, where they cannot.
    let facts: FactSet?

    init(_ row: CaseRow) {
        self.row = row
        facts = nil
    }

    init(_ facts: FactSet) {
        row = nil
        self.facts = facts
    }

    /// What the case calls itself.
    public var id: String? { facts?.id ?? row.flatMap { $0.name < 0 ? nil : $0.text($0.name) } }
}
