import WritSemantics

/// The plain evaluator: says what a model means by walking its terms, as `docs/design/semantics.md` puts it.
///
/// It is kept clear, not fast; the other evaluators are tested against it.
public struct ReferenceEvaluator: Sendable {
    public let model: CheckedModel
    public let facts: FactSet
    public let params: ParamSet

    public init(_ model: CheckedModel, facts: FactSet, params: ParamSet? = nil) {
        self.model = model
        self.facts = facts
        self.params = params ?? ParamSet(of: model)
    }

    /// Makes a decision; `arguments` in the order of its parameters.
    public func decide(_ decision: DecisionID, arguments: [Datum] = []) -> Answer {
        unobserved.decision(decision, arguments.map { Evaluated($0) }).answer
    }

    /// Makes a decision while `observer` looks on.
    public func decide<Observer: EvaluationObserver>(
        _ decision: DecisionID, arguments: [Datum] = [], observing observer: inout Observer
    ) -> Answer {
        let evaluation = CaseEvaluation(model, facts, params, observer: observer)
        defer { observer = evaluation.observer }
        return evaluation.decision(decision, arguments.map { Evaluated($0) }).answer
    }

    /// The value of a term without locals that is no quotient: what a test expects, a promise's condition.
    public func evaluate(_ term: Term) -> Datum { unobserved.datum(term, Locals()) }

    /// The promises (as indices into the model's) that concern a decision and are broken: false, or true for a `never`.
    public func promises(for decision: DecisionID) -> [Int] {
        let evaluation = unobserved
        return PromiseReach(model).promises(for: decision).filter { index in
            let promise = model.promises[index]
            return evaluation.datum(promise.condition, Locals()) == .boolean(promise.isNever)
        }
    }

    private var unobserved: CaseEvaluation<Unobserved> { CaseEvaluation(model, facts, params, observer: Unobserved()) }
}
