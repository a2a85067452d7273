import WritDiagnostics
import WritEngine
import WritSemantics
import WritSource

/// The machine for answers, the reference evaluator for what must be looked at more closely.
struct DecisionEngine: Sendable {
    let model: CheckedModel
    /// What the machine runs. Nil only if the verifier finds a flaw in it, a mistake of Writ, which `flaw` then says; the
    /// reference evaluator, which means the same, answers.
    let plan: VerifiedPlan?
    let flaw: Diagnostic?
    private let promises: PromiseReach
    private let depth: EvaluationDepth

    init(_ model: CheckedModel) {
        self.model = model
        (plan, flaw) = Self.verified(Lowering.plan(of: model), of: model)
        promises = PromiseReach(model)
        depth = EvaluationDepth(model)
    }

    /// The plan if nothing is wrong with it, and otherwise what is.
    static func verified(_ plan: Plan, of model: CheckedModel) -> (VerifiedPlan?, Diagnostic?) {
        do { return (try PlanVerifier.verify(plan), nil) } catch {
            let file = model.files.first ?? SourceFile(path: "policy.writ", text: "")
            let place = error.place.map { " at instruction \($0)" } ?? ""
            let detail = error.detail.isEmpty ? "" : ", \(error.detail)"
            let flaw = Diagnostic(
                .planRefused, .warning,
                "Writ made a plan for `\(model.name)` that it does not trust: \(error.kind.rawValue)\(place)\(detail)",
                at: Label(SourceLocation(file, .at(0))),
                help: "this is a mistake in Writ, please report it with the policy; its answers are right, but slow")
            return (nil, flaw)
        }
    }

    func reference(_ question: Question) -> ReferenceEvaluator {
        ReferenceEvaluator(model, facts: question.facts, params: question.params, promises: promises, depth: depth)
    }

    /// The answer, and the promises that concern the decision and are broken.
    func answer(_ question: Question, _ frame: inout Frame) -> (Answer, [Promise]) {
        var machine = Machine(observing: NoObserver())
        frame.load(question.facts, question.params)
        let answer = machine.decide(question.decision, arguments: question.arguments, &frame)
        var broken: [Promise] = []
        for index in promises.promises(for: question.decision) {
            let promise = model.promises[index]
            if machine.promise(index, &frame) == .boolean(promise.isNever) { broken.append(promise) }
        }
        return (answer, broken)
    }

    /// The same, by the reference evaluator.
    func referenceAnswer(_ question: Question) -> (Answer, [Promise]) {
        let evaluator = reference(question)
        let answer = evaluator.decide(question.decision, arguments: question.arguments)
        return (answer, evaluator.promises(for: question.decision).map { model.promises[$0] })
    }

    func explain(_ question: Question) -> Explanation {
        Explainer(model, promises: promises, depth: depth).explain(
            question.decision, arguments: question.arguments, facts: question.facts, params: question.params)
    }

    var planText: String { PlanPrinter(Lowering.plan(of: model), model: model).text() }
}
