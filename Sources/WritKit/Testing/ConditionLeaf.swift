import WritSemantics
import WritSource

/// A leaf of the boolean structure of a rule's condition.
struct ConditionLeaf {
    let location: SourceLocation
    /// Whether its author wrote the opposite: `x is not 3` asks whether it is 3, and turns the answer round.
    private(set) var isInverted = false

    /// Those of a rule's condition. Of a rule that overrides it they stand there as they are written with that rule.
    static func leaves(of rule: Int, in decision: Decision) -> [ConditionLeaf] {
        let overriding = Set(decision.rules.filter { $0.overrides.contains(rule) }.map(\.condition.location))
        return decision.rules[rule].condition.conjuncts.flatMap { conjunct in
            if let operand = conjunct.negatedInPlace, overriding.contains(conjunct.location) {
                return leaves(of: operand)
            }
            return leaves(of: conjunct)
        }
    }

    /// A constant is none.
    private static func leaves(of term: Term) -> [ConditionLeaf] {
        switch term.kind {
        case .and(let operands), .or(let operands): operands.flatMap { leaves(of: $0) }
        case .not(let operand): leaves(of: operand).map { $0.negated(at: term.location) }
        case .constant: []
        default: [ConditionLeaf(location: term.location)]
        }
    }

    /// A `not` that stands beside the leaf is not part of its words.
    private func negated(at location: SourceLocation) -> ConditionLeaf {
        var leaf = self
        if location == self.location { leaf.isInverted.toggle() }
        return leaf
    }
}

extension Term {
    /// What must hold together.
    var conjuncts: [Term] {
        if case .and(let operands) = kind { operands } else { [self] }
    }

    /// What is turned round where no `not` of its own is written.
    var negatedInPlace: Term? {
        if case .not(let operand) = kind, operand.location == location { operand } else { nil }
    }
}
