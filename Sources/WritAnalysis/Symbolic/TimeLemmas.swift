import WritSemantics

/// What is true of the calendar whatever the dates: none after an amount of none or more is earlier, and so on.
enum TimeLemmas {
    typealias Lemma = (FormulaTable, _ value: Variable, _ operands: [Variable]) -> Formula

    static func lemma(of term: Term) -> Lemma {
        switch term.kind {
        case .shift(let shift) where goesForward(shift): return shifted(isBefore: shift.isBefore)
        case .between: return between
        case .rollToWorkingDay(_, let forward, _): return rolled(forward: forward)
        case .edge(let edge, _): return rolled(forward: edge == .endOfMonth || edge == .endOfYear)
        default: return { _, _, _ in .yes }
        }
    }

    /// On an instant days keep the local time, and of a repeated one that is the first: none after it may be an hour earlier.
    private static func goesForward(_ shift: Term.Shift) -> Bool {
        switch (shift.kind, shift.anchor.type) {
        case (.days, .instant), (.months, .instant): false
        default: true
        }
    }

    private static func shifted(isBefore: Bool) -> Lemma {
        { table, value, operands in
            let (amount, anchor) = (operands[0], operands[1])
            let isLater = table.difference(anchor, value, atMost: 0)
            let isEarlier = table.difference(value, anchor, atMost: 0)
            return table.all([
                table.implies(table.atLeast(amount, 0), isBefore ? isEarlier : isLater),
                table.implies(table.atMost(amount, 0), isBefore ? isLater : isEarlier),
            ])
        }
    }

    private static func between(_ table: FormulaTable, _ value: Variable, _ operands: [Variable]) -> Formula {
        let (start, end) = (operands[0], operands[1])
        return table.all([
            table.implies(table.difference(start, end, atMost: 0), table.atLeast(value, 0)),
            table.implies(table.difference(end, start, atMost: 0), table.atMost(value, 0)),
        ])
    }

    private static func rolled(forward: Bool) -> Lemma {
        { table, value, operands in
            forward
                ? table.difference(operands[0], value, atMost: 0) : table.difference(value, operands[0], atMost: 0)
        }
    }
}
