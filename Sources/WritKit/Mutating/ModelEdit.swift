import WritSemantics
import WritSource

/// A change of a checked model that keeps all numbers of declarations, and of rules but for two that change places.
enum ModelEdit: Sendable {
    case param(ParamID, Term)
    case define(DefineID, Term)
    case column(DecisionID, Int, Term)
    case condition(DecisionID, Int, Term)
    case conclusion(DecisionID, RuleReference, Conclusion)
    /// A rule and the one after it.
    case swap(DecisionID, Int)
    /// A rule that never applies, so that the others keep their numbers.
    case remove(DecisionID, Int)

    /// The model with the change.
    func applied(to model: CheckedModel) -> CheckedModel {
        var changed = model
        switch self {
        case .param(let id, let term): changed.params[id.index].value = term
        case .define(let id, let term): changed.defines[id.index].body = term
        case .column(let id, let index, let term): changed.decisions[id.index].columns[index].value = term
        case .condition(let id, let index, let term):
            changed.decisions[id.index].rules[index].condition = term
            changed.decisions[id.index].carryOver(rule: index, from: model[id].rules[index].condition)
        case .conclusion(let id, .rule(let index), let conclusion):
            changed.decisions[id.index].rules[index].conclusion = conclusion
        case .conclusion(let id, .otherwise, let conclusion): changed.decisions[id.index].otherwise = conclusion
        case .conclusion(let id, .undetermined, let conclusion): changed.decisions[id.index].undetermined = conclusion
        case .swap(let id, let index): changed.decisions[id.index].rules.swapAt(index, index + 1)
        case .remove(let id, let index):
            let old = model[id].rules[index].condition
            changed.decisions[id.index].rules[index].condition = Term(
                .constant(.boolean(false)), .boolean, old.location)
            changed.decisions[id.index].carryOver(rule: index, from: old)
        }
        return changed
    }

    var isSwap: Bool {
        if case .swap = self { true } else { false }
    }

    /// The rule as the unchanged policy numbers it.
    func original(_ rule: RuleReference, of decision: DecisionID) -> RuleReference {
        guard case .swap(decision, let index) = self, case .rule(let number) = rule else { return rule }
        return number == index ? .rule(index + 1) : number == index + 1 ? .rule(index) : rule
    }
}

extension Decision {
    /// Outside `first`, the condition of a rule stands negated in those that it overrides too; there it changes along.
    fileprivate mutating func carryOver(rule: Int, from old: Term) {
        guard mode != .first else { return }
        let own = rules[rule].condition.withoutOverriding(but: old.location)
        for index in rules.indices where index != rule {
            let condition = rules[index].condition
            let carried = condition.conjuncts.map { conjunct -> Term in
                guard conjunct.negatedInPlace?.location == old.location else { return conjunct }
                return Term(.not(own), .boolean, conjunct.location)
            }
            guard condition.conjuncts.contains(where: { $0.negatedInPlace?.location == old.location }) else { continue }
            rules[index].condition = carried.count == 1 ? carried[0] : Term(.and(carried), .boolean, condition.location)
        }
    }
}

extension Term {
    /// Without the conditions of rules that override it, which are written elsewhere.
    fileprivate func withoutOverriding(but place: SourceLocation) -> Term {
        guard case .and(let conjuncts) = kind else { return self }
        let own = conjuncts.filter { conjunct in
            guard let operand = conjunct.negatedInPlace else { return true }
            return place.file === operand.location.file && place.range.lower <= operand.location.range.lower
                && operand.location.range.upper <= place.range.upper
        }
        return own.count == 1 ? own[0] : Term(.and(own), .boolean, location)
    }
}
