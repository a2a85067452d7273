import WritEngine
import WritSemantics

/// The parts of a policy that a test comes to: a change anywhere else cannot make it fail.
struct TestFootprint: EvaluationObserver {
    private(set) var sites: Set<EvaluationSite> = []
    /// What answered: a change there is noticed soonest.
    private(set) var answering: Set<EvaluationSite> = []
    /// Of each decision that is being made, whether one of its rules applies.
    private var applying: [Bool] = []

    mutating func began(_ scope: EvaluationScope) {
        if let site = EvaluationSite(scope) { sites.insert(site) }
        if case .decision = scope.kind { applying.append(false) }
    }

    mutating func beganRule(_ rule: RuleReference, of decision: DecisionID) {
        if case .rule(let index) = rule { sites.insert(.rule(decision, index)) }
    }

    mutating func endedRule(_ rule: RuleReference, of decision: DecisionID, _ result: Datum) {
        if result == .boolean(false) { return }
        sites.insert(.conclusion(decision, rule))
        if result == .boolean(true), !applying.isEmpty { applying[applying.count - 1] = true }
    }

    mutating func answered(_ answer: Answer) {
        if applying.last == false { sites.insert(.conclusion(answer.decision, .otherwise)) }
        if answer.status != .determined { sites.insert(.conclusion(answer.decision, .undetermined)) }
        for rule in answer.rules {
            answering.insert(.conclusion(answer.decision, rule))
            if case .rule(let index) = rule { answering.insert(.rule(answer.decision, index)) }
        }
    }

    mutating func ended(_ scope: EvaluationScope) {
        if case .decision = scope.kind { applying.removeLast() }
    }
}
