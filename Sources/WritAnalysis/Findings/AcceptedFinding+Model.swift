import WritSemantics

extension AcceptedFinding {
    /// What the policy's files accept in place.
    public static func all(in model: CheckedModel) -> [AcceptedFinding] {
        model.acceptances.map { acceptance in
            AcceptedFinding(
                acceptance.kind, rule: acceptance.rule, decision: acceptance.decision, in: acceptance.scope,
                reason: acceptance.reason,
                until: acceptance.until, at: acceptance.location)
        }
    }
}
