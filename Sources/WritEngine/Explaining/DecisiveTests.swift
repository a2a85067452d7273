import WritSemantics

/// Finds among the leaves of a condition those that made it what it is.
struct DecisiveTests {
    /// Those not yet met, in the order in which the condition has them.
    private var leaves: ArraySlice<TriedTest>

    init(_ leaves: [TriedTest]) { self.leaves = leaves[...] }

    mutating func find(in condition: Term) -> [TriedTest] { result(of: condition).tests }

    private mutating func result(of term: Term) -> (value: Datum, tests: [TriedTest]) {
        switch term.kind {
        case .not(let operand):
            let (value, tests) = result(of: operand)
            if case .boolean(let truth) = value { return (.boolean(!truth), tests) }
            return (value, tests)
        case .and(let operands): return result(of: operands, decidedBy: false)
        case .or(let operands): return result(of: operands, decidedBy: true)
        default: return leaves.popFirst().map { ($0.value, [$0]) } ?? (.boolean(true), [])
        }
    }

    /// Those that decide, if any do; else those that are unknown, if any are; else all of them.
    private mutating func result(
        of operands: [Term], decidedBy deciding: Bool
    ) -> (value: Datum, tests: [TriedTest]) {
        let results = operands.map { result(of: $0) }
        let deciders = results.filter { $0.value == .boolean(deciding) }
        if !deciders.isEmpty { return (.boolean(deciding), deciders.flatMap(\.tests)) }
        let open = results.filter { TriedRule.Fate($0.value) == .held }
        if let first = open.first { return (first.value, open.flatMap(\.tests)) }
        return (.boolean(!deciding), results.flatMap(\.tests))
    }
}

extension Term {
    /// The operands that a test weighs, in the order in which the evaluator tells of them.
    var weighedOperands: [Term] {
        switch kind {
        case .compare(_, let left, let right), .equal(let left, let right), .text(_, let left, let right),
            .memberOf(let left, let right):
            [left, right]
        case .isCase(let operand, _), .like(let operand, _), .isKnown(let operand), .quantifier(_, _, let operand, _):
            [operand]
        default: []
        }
    }
}
