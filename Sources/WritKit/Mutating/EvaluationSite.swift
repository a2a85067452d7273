import WritEngine
import WritSemantics

/// A part of a policy that is either looked at in a case or not, so that a change in it can matter only where it is.
enum EvaluationSite: Hashable, Sendable {
    case define(DefineID)
    case param(ParamID)
    case column(LocalID)
    /// A rule's condition.
    case rule(DecisionID, Int)
    /// What a rule that applies or is held answers, or `otherwise` and `when undetermined` when it comes to them.
    case conclusion(DecisionID, RuleReference)

    init?(_ scope: EvaluationScope) {
        switch scope.kind {
        case .define(let id): self = .define(id)
        case .param(let id): self = .param(id)
        case .column(let id): self = .column(id)
        case .decision: return nil
        }
    }
}
