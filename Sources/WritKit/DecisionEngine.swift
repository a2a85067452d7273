import WritEngine
import WritFacts
import WritSemantics

/// The machine for answers, the reference evaluator for what must be looked at more closely.
struct DecisionEngine: Sendable {
    let model: CheckedModel
    /// What the machine runs. Nil only if the verifier finds a flaw in it, a mistake of Writ; the reference evaluator, which
    /// means the same, then answers.
    let plan: VerifiedPlan?
    /// For each decision the promises that concern it: those that read it, and those that read no decision.
    private let promises: [[Int]]

    init(_ model: CheckedModel) {
        self.model = model
        plan = try? PlanVerifier.verify(Lowering.plan(of: model))
        let reads = model.promises.map { ReachedFacts.decisions(readBy: $0.condition, in: model) }
        promises = model.decisions.indices.map { decision in
            reads.indices.filter { reads[$0].isEmpty || reads[$0].contains(DecisionID(decision)) }
        }
    }

    func reference(_ question: Question) -> ReferenceEvaluator {
        ReferenceEvaluator(model, facts: question.facts, params: question.params)
    }

    /// The answer, and the promises that concern the decision and are broken.
    func answer(_ question: Question, _ frame: inout Frame) -> (Answer, [Promise]) {
        var machine = Machine(observing: NoObserver())
        frame.load(question.facts, question.params)
        let answer = machine.decide(question.decision, arguments: question.arguments, &frame)
        var broken: [Promise] = []
        for index in promises[question.decision.index] {
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
        Explainer(model).explain(
            question.decision, arguments: question.arguments, facts: question.facts, params: question.params)
    }

    var planText: String { PlanPrinter(Lowering.plan(of: model), model: model).text() }
}
