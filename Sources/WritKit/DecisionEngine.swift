import WritEngine
import WritSemantics

/// The machine for answers, the reference evaluator for what must be looked at more closely.
struct DecisionEngine: Sendable {
    let model: CheckedModel

    init(_ model: CheckedModel) { self.model = model }

    func answer(_ question: Question) -> Answer {
        reference(question).decide(question.decision, arguments: question.arguments)
    }

    var planText: String { "" }

    func reference(_ question: Question) -> ReferenceEvaluator {
        ReferenceEvaluator(model, facts: question.facts, params: question.params)
    }

    /// The promises that concern the decision and are broken.
    func brokenPromises(_ question: Question) -> [Promise] {
        if model.promises.isEmpty { return [] }
        return reference(question).promises(for: question.decision).map { model.promises[$0] }
    }
}
