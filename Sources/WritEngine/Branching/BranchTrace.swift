import WritSemantics

/// How a decision that goes from rule to rule tells, for an explanation, what became of the rules before the one reached:
/// every operand of their conditions is worked out, whatever the others are.
struct BranchTrace: Sendable {
    /// By the number of the conclusion reached: where the rules before it are gone through, the last of them first.
    var entries: [Int32]
    /// The temporary that holds the result of the first operand of the first rule; the others follow in order.
    var first: Int32
    /// By rule: the place of its first operand among the results; at the end how many there are.
    var starts: [Int]

    /// What an operand came to.
    enum Result: Int64 { case no, yes, unknown }
}

extension BranchCompiler {
    /// So many operands at most are worked out for an explanation.
    private static let mostOperands = 1 << 12

    /// Nil for what only the plain evaluator explains: decisions of other modes and with arguments, and large tables.
    mutating func trace(_ decision: Decision, _ end: Label) throws(Obstacle) -> BranchTrace? {
        guard isTracing, decision.mode == .first, decision.parameters.isEmpty else { return nil }
        var starts = [0]
        for rule in decision.rules { starts.append(starts.last! + rule.condition.conjuncts.count) }
        guard starts.last! <= Self.mostOperands else { return nil }
        let results = temporary(max(1, starts.last!))
        var trace = BranchTrace(entries: [end], first: results.index, starts: starts)
        var label = end
        for (index, rule) in decision.rules.enumerated() {
            for (number, operand) in rule.condition.conjuncts.enumerated() {
                label = try note(operand, in: results.advanced(by: starts[index] + number), next: label)
            }
            trace.entries.append(label)
        }
        return trace
    }

    private mutating func note(_ operand: Term, in place: CellPlace, next: Label) throws(Obstacle) -> Label {
        try condition(
            operand,
            BranchTargets(
                yes: set(place, BranchTrace.Result.yes.rawValue, next: next),
                no: set(place, BranchTrace.Result.no.rawValue, next: next),
                unknown: set(place, BranchTrace.Result.unknown.rawValue, next: next)))
    }
}

extension Term {
    /// The operands of a condition, as explanations show them.
    var conjuncts: [Term] {
        if case .and(let operands) = kind { operands } else { [self] }
    }
}
