import WritSource
import WritSemantics

/// The plain evaluator: says what a model means by walking its terms, as `docs/design/semantics.md` puts it.
///
/// It is kept clear, not fast; the other evaluators are tested against it.
public struct ReferenceEvaluator: Sendable {
    public let model: CheckedModel
    public let facts: FactSet
    public let params: ParamSet

    private let reach: PromiseReach?
    private let isShallow: Bool

    /// - Parameters:
    ///   - promises: which promises concern which decision, if it is known already; it is the same for every case.
    ///   - depth: how deep the model is, if that is known already. Else each question has a deep stack of its own.
    public init(
        _ model: CheckedModel, facts: FactSet, params: ParamSet? = nil, promises: PromiseReach? = nil,
        depth: EvaluationDepth? = nil
    ) {
        reach = promises
        isShallow = depth?.isShallow == true
        self.model = model
        self.facts = facts
        self.params = params ?? ParamSet(of: model)
    }

    /// Makes a decision; `arguments` in the order of its parameters.
    public func decide(_ decision: DecisionID, arguments: [Datum] = []) -> Answer {
        run { decideHere(decision, arguments: arguments) }
    }

    /// Makes a decision while `observer` looks on.
    public func decide<Observer: EvaluationObserver>(
        _ decision: DecisionID, arguments: [Datum] = [], observing observer: inout Observer
    ) -> Answer {
        let (answer, seen) = run { [observer] in
            let evaluation = CaseEvaluation(model, facts, params, observer: observer)
            let answer = evaluation.decision(decision, arguments.map { Evaluated($0) }).answer
            return (answer, evaluation.observer)
        }
        observer = seen
        return answer
    }

    /// The value of a term without locals that is no quotient: what a test expects, a promise's condition.
    public func evaluate(_ term: Term) -> Datum { run { unobserved.datum(term, Locals()) } }

    /// The promises (as indices into the model's) that concern a decision and are broken: false, or true for a `never`.
    public func promises(for decision: DecisionID) -> [Int] {
        if model.promises.isEmpty { return [] }
        return run {
            let evaluation = unobserved
            return (reach ?? PromiseReach(model)).promises(for: decision).filter { index in
                let promise = model.promises[index]
                return evaluation.datum(promise.condition, Locals()) == .boolean(promise.isNever)
            }
        }
    }

    private func run<Result>(_ work: () -> Result) -> Result { isShallow ? work() : DeepStack.run(work) }

    /// As ``decide(_:arguments:)``, for who has a deep stack already.
    func decideHere(_ decision: DecisionID, arguments: [Datum]) -> Answer {
        unobserved.decision(decision, arguments.map { Evaluated($0) }).answer
    }

    private var unobserved: CaseEvaluation<Unobserved> { CaseEvaluation(model, facts, params, observer: Unobserved()) }
}
