import WritSemantics

/// Looks on while a decision is made and writes down what its explanation needs.
struct TraceRecorder: EvaluationObserver {
    /// What happened in one scope.
    private struct Recording {
        var facts = FirstUses<UsedFact>()
        var params = FirstUses<ReadParam>()
        /// The numbers of the scopes of the decisions that were read.
        var decisions = FirstUses<Int>()
        /// The scopes whose uses are among these already, here and in `pending`.
        var merged: Set<Int> = []
        var mergedPending: Set<Int> = []
        /// What was read since the rule began, or since its last condition.
        var pending = FirstUses<UsedFact>()
        /// What the last test was made of.
        var weighed: [ObservedComparison.Side] = []
        /// The leaves of the condition at hand, in order.
        var tests: [TriedTest] = []
        var conditions: [TriedCondition] = []
        var rules: [TriedRule] = []
        var answer: Answer?
    }

    struct ReadParam: Hashable {
        var param: ParamID
        var value: Datum
    }

    private let model: CheckedModel
    private let overrides: ParamSet
    /// Whether only conditions are asked for, one by one, and not what was read and compared for them all.
    private let looksAtConditions: Bool
    private var open: [Recording] = [Recording()]
    private var closed: [Int: Recording] = [:]
    private var decisions: [EvaluationScope] = []
    private(set) var comparisons: [ObservedComparison] = []
    /// More comparisons than this have no more to say.
    private static let comparisonLimit = 4096

    init(_ model: CheckedModel, _ params: ParamSet, looksAtConditions: Bool = false) {
        self.model = model
        overrides = params
        self.looksAtConditions = looksAtConditions
    }

    // MARK: Scopes

    mutating func began(_ scope: EvaluationScope) {
        open.append(Recording())
        if case .decision = scope.kind { decisions.append(scope) }
    }

    mutating func ended(_ scope: EvaluationScope) {
        closed[scope.number] = open.removeLast()
        recalled(scope)
    }

    /// What was read in a scope was read by who needed it.
    mutating func recalled(_ scope: EvaluationScope) {
        guard let inner = closed[scope.number] else { return }
        let last = open.count - 1
        // A define over a long list may be recalled for each of its elements.
        if open[last].mergedPending.insert(scope.number).inserted {
            open[last].pending.append(contentsOf: inner.facts)
        }
        if last == 0, looksAtConditions { return }
        guard open[last].merged.insert(scope.number).inserted else { return }
        open[last].facts.append(contentsOf: inner.facts)
        open[last].params.append(contentsOf: inner.params)
        if case .decision = scope.kind {
            open[last].decisions.append(scope.number)
        } else {
            open[last].decisions.append(contentsOf: inner.decisions)
        }
    }

    // MARK: Events

    mutating func read(_ path: FactPath, _ value: Datum, _ type: WritType) {
        let fact = UsedFact(path: path, value: value, type: type)
        let last = open.count - 1
        // What was read in a define or a column is needed whole by who asks for it.
        if last > 0 || !looksAtConditions { open[last].facts.append(fact) }
        open[last].pending.append(fact)
    }

    mutating func read(_ param: ParamID, _ value: Datum) {
        open[open.count - 1].params.append(ReadParam(param: param, value: value))
    }

    mutating func compared(_ comparison: ObservedComparison) {
        if !looksAtConditions, comparisons.count < Self.comparisonLimit { comparisons.append(comparison) }
    }

    mutating func beganRule(_ rule: RuleReference, of decision: DecisionID) {
        open[open.count - 1].pending = FirstUses()
        open[open.count - 1].mergedPending = []
        open[open.count - 1].conditions = []
        open[open.count - 1].tests = []
    }

    mutating func weighed(_ sides: [ObservedComparison.Side]) { open[open.count - 1].weighed = sides }

    mutating func tested(_ condition: Term, _ result: Datum) {
        let last = open.count - 1
        let sides = zip(condition.weighedOperands, open[last].weighed).map { term, side in
            TestedSide(term: term, value: side.value, type: side.type, isRounded: side.isRounded, path: side.path)
        }
        open[last].tests.append(TriedTest(term: condition, value: result, sides: sides))
        open[last].weighed = []
    }

    mutating func triedConjunct(_ conjunct: Term, _ result: Datum) {
        let last = open.count - 1
        var decisive = DecisiveTests(open[last].tests)
        open[last].conditions.append(
            TriedCondition(
                term: conjunct, value: result, facts: open[last].pending.elements, tests: decisive.find(in: conjunct)))
        open[last].pending = FirstUses()
        open[last].mergedPending = []
        open[last].tests = []
    }

    mutating func endedRule(_ rule: RuleReference, of decision: DecisionID, _ result: Datum) {
        guard case .rule(let index) = rule else { return }
        let declared = model[decision].rules[index]
        let fate = TriedRule.Fate(result)
        let stopping = open[open.count - 1].conditions.filter { fate != .fired && TriedRule.Fate($0.value) == fate }
        open[open.count - 1].rules.append(
            TriedRule(rule: rule, name: declared.name, location: declared.location, fate: fate, stoppedBy: stopping))
    }

    mutating func answered(_ answer: Answer) { open[open.count - 1].answer = answer }

    // MARK: Results

    /// The condition that was tried last, for who tries one by one.
    mutating func takeCondition() -> TriedCondition {
        open[open.count - 1].conditions.removeLast()
    }

    /// The traces of all decisions, in the order in which they were begun; the first is the one asked for.
    var traces: [DecisionTrace] {
        let places = Dictionary(uniqueKeysWithValues: decisions.dropFirst().enumerated().map { ($1.number, $0) })
        return decisions.map { scope in
            guard case .decision(_, let arguments) = scope.kind, let recording = closed[scope.number] else {
                preconditionFailure("every decision that was begun has ended")
            }
            return DecisionTrace(
                answer: recording.answer!, arguments: arguments,
                recorded: RecordedTrace(
                    facts: recording.facts.elements, params: recording.params.elements.map(used),
                    rules: recording.rules, decisions: recording.decisions.elements.compactMap { places[$0] }))
        }
    }

    private func used(_ read: ReadParam) -> UsedParam {
        UsedParam(
            param: read.param, value: read.value, source: model[read.param].source,
            isOverridden: overrides[read.param] != nil)
    }
}

extension TriedRule.Fate {
    init(_ result: Datum) {
        switch result {
        case .boolean(true): self = .fired
        case .unknown: self = .held
        default: self = .passedOver
        }
    }
}
