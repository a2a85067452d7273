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
    /// Nil where the plain evaluator alone is to explain.
    let engines: MadeOnce<ExplainingEngines>?
    let idle = IdleObject<ExplainingRun>()

    /// - Parameters:
    ///   - promises: which promises concern which decision, if it is known already.
    ///   - depth: how deep the model is, if that is known already.
    public init(_ model: CheckedModel, promises: PromiseReach? = nil, depth: EvaluationDepth? = nil) {
        self.init(model, promises: promises, depth: depth, isPlain: false)
    }

    /// - Parameter isPlain: whether the plain evaluator is to do everything, for tests to compare with.
    init(_ model: CheckedModel, promises: PromiseReach? = nil, depth: EvaluationDepth? = nil, isPlain: Bool) {
        self.model = model
        self.promises = promises
        self.depth = depth ?? EvaluationDepth(model)
        // What is deep is rare, and the compilers of the fast ways need not take it.
        engines = isPlain || !self.depth.isShallow ? nil : MadeOnce()
    }

    /// How a decision was made about a case, and, unless not wanted, what would change its answer.
    public func explain(
        _ decision: DecisionID, arguments: [Datum] = [], facts: FactSet, params: ParamSet? = nil,
        changes wanted: Bool = true
    ) -> Explanation {
        if !wanted, arguments.isEmpty, let trace = quickTrace(decision, facts, params) {
            return Explanation(trace: trace, nested: [], brokenPromises: [], changes: Changes())
        }
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

    /// How the decision was made, if the branching program can say it.
    private func quickTrace(_ decision: DecisionID, _ facts: FactSet, _ params: ParamSet?) -> DecisionTrace? {
        guard let engines, params?.overrides.allSatisfy({ $0 == nil }) ?? true else { return nil }
        let run = idle.take() ?? newRun(engines)
        defer { idle.leave(run) }
        return run.trace(decision, facts)
    }

    // By itself, so that all that the closure holds is not copied for each explanation.
    @inline(never)
    private func newRun(_ engines: MadeOnce<ExplainingEngines>) -> ExplainingRun {
        ExplainingRun(engines.get { ExplainingEngines(model) })
    }

    private func changes(
        _ question: Question, _ answer: Answer, _ facts: [UsedFact], _ comparisons: [ObservedComparison]
    ) -> Changes {
        let engines = engines?.get { ExplainingEngines(model) }
        if depth.isShallow { return find(question, answer, facts, comparisons, engines) }
        return DeepStack.run { find(question, answer, facts, comparisons, engines) }
    }

    private func find(
        _ question: Question, _ answer: Answer, _ facts: [UsedFact], _ comparisons: [ObservedComparison],
        _ engines: ExplainingEngines?
    ) -> Changes {
        var finder = ChangeFinder(question, answer, facts, comparisons, engines, runLimit: runLimit)
        return finder.find()
    }
}
