import Testing
import WritDiagnostics
import WritEngine
@testable import WritKit
import WritSemantics

/// A plan that the verifier refuses is a mistake of Writ, and nobody shall think that all is well.
@Suite struct PlanFlawTests {
    @Test func aRefusedPlanIsAWarning() throws {
        let model = try Policy(text: SamplePolicies.refund).model
        var plan = Lowering.plan(of: model)
        plan.code = []
        let (verified, flaw) = DecisionEngine.verified(plan, of: model)
        #expect(verified == nil)
        #expect(flaw?.code == .planRefused && flaw?.severity == .warning)
        #expect(flaw?.message.hasPrefix("Writ made a plan for `returns` that it does not trust: ") == true)
    }

    @Test func aSoundPlanIsNone() throws {
        let policy = try Policy(text: SamplePolicies.refund)
        #expect(DecisionEngine.verified(Lowering.plan(of: policy.model), of: policy.model).1 == nil)
        #expect(policy.warnings.isEmpty)
    }
}
