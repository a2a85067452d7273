import WritSource
import WritSemantics

/// Explains the answers of a model's decisions.
public struct Explainer: Sendable {
    public let model: CheckedModel
    /// How often a decision is made at most to find what would change an answer.
    public var runLimit = 2_000

    /// Nil until it is needed, if nobody has it already.
    private let promises: PromiseReach?
    private let depth: EvaluationDepth

    /// - Parameters:
    ///   - promises: which promises concern which decision, if it is known already.
    ///   - depth: how deep the model is, if that is known already.
    public init(_ model: CheckedModel, promises: PromiseReach? = nil, depth: EvaluationDepth? = nil) {
        self.model = model
        self.promises = promises
        self.depth = depth ?? EvaluationDepth(model)
    }

    /// How a decision was made about a case, and, unless not wanted, what would change its answer.
    public func explain(
        _ decision: DecisionID, arguments: [Datum] = [], facts: FactSet, params: ParamSet? = nil,
        changes wanted: Bool = true
    ) -> Explanation {
        let params = params ?? ParamSet(of: model)
        let evaluator = ReferenceEvaluator(model, facts: facts, params: params, promises: promises, depth: depth)
        var recorder = TraceRecorder(model, params)
        let answer = evaluator.decide(decision, arguments: arguments, observing: &recorder)
        let traces = recorder.traces
        let question = Question(model: model, decision: decision, arguments: arguments, facts: facts, params: params)
        let changes = wanted ? self.changes(question, answer, traces[0].facts, recorder.comparisons) : Changes()
        return Explanation(
            trace: traces[0], nested: Array(traces.dropFirst()), brokenPromises: evaluator.promises(for: decision),
            changes: changes)
    }

    private func changes(
        _ question: Question, _ answer: Answer, _ facts: [UsedFact], _ comparisons: [ObservedComparison]
    ) -> Changes {
        var finder = ChangeFinder(question, answer, facts, comparisons, runLimit: runLimit)
        return depth.isShallow ? finder.find() : DeepStack.run { finder.find() }
    }
}
