import WritSemantics

/// What makes a decision quickly for an explanation, made when it is first needed and kept: the branching program, and for
/// what it leaves the machine's plan.
final class ExplainingEngines: Sendable {
    let program: BranchProgram
    /// By decision; nil for those that the plain evaluator must explain.
    let templates: [TraceTemplate?]
    /// What the facts are, by number.
    let kinds: [CellKind]
    private let lowered = MadeOnce<LoweredPlan>()

    private final class LoweredPlan: Sendable {
        let plan: VerifiedPlan?
        init(_ plan: VerifiedPlan?) { self.plan = plan }
    }

    init(_ model: CheckedModel) {
        let program = BranchProgram(model, params: ParamSet(of: model), isTracing: true)
        self.program = program
        kinds = model.facts.map { CellKind($0.slot.type) }
        templates = model.decisions.indices.map { TraceTemplate(DecisionID($0), in: program) }
    }

    /// Nil only if the verifier finds a flaw in it; then the plain evaluator does its work.
    var plan: VerifiedPlan? {
        lowered.get { LoweredPlan(try? PlanVerifier.verify(Lowering.plan(of: program.model))) }.plan
    }
}
