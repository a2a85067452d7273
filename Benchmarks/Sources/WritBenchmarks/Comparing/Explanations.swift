import WritEngine
import WritSemantics

/// A whole explanation of a decision, against the decision alone.
struct Explanations {
    func measure(_ table: inout FigureTable) throws {
        table.section("A whole explanation (1000 mixed cases, 17 rules)")
        let cases = try BoundCases<ResolutionCase>(1000)
        let explained = ExplainedCases(cases)
        let count = Double(cases.count)
        let bare = Stopwatch(rounds: 5).nanoseconds { use(cases.decide()) } / count
        let time = Stopwatch(rounds: 5).nanoseconds { explained.explain() }
        table.add(
            Figure(
                title: "rules tried, their tests, facts and params read", value: time / count, unit: .nanoseconds,
                baseline: bare, against: "the decision, facts bound", goal: .ratio(atMost: 25)))
        let few = 50
        let changed = Stopwatch(rounds: 3).nanoseconds { explained.explain(first: few, changes: true) }
        table.add(
            Figure(
                title: "the same, and what would change the answer", value: changed / Double(few), unit: .nanoseconds,
                baseline: bare, against: "the decision, facts bound"))
    }
}

/// Cases of the resolution policy, to be explained.
struct ExplainedCases {
    private let facts: [FactSet]
    private let decision: DecisionID
    private let params: ParamSet
    private let explainer: Explainer

    init(_ cases: BoundCases<ResolutionCase>) {
        facts = cases.hands.map { $0.factSet(of: cases.model) }
        decision = cases.decision
        params = ParamSet(of: cases.model)
        explainer = Explainer(cases.model)
    }

    /// - Parameters:
    ///   - first: how many; all when nil.
    ///   - changes: whether to look for what would change the answer too.
    func explain(first: Int? = nil, changes: Bool = false) {
        for facts in facts.prefix(first ?? facts.count) {
            use(explainer.explain(decision, facts: facts, params: params, changes: changes))
        }
    }
}
