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
                title: "made: the answer, and what became of each condition", value: time / count, unit: .nanoseconds,
                baseline: bare, against: "the decision, facts bound", goal: .ratio(atMost: 25)))
        let told = Stopwatch(rounds: 5).nanoseconds { explained.tell() }
        table.add(
            Figure(
                title: "made and told: rules, tests with both sides, facts, params", value: told / count,
                unit: .nanoseconds, baseline: bare, against: "the decision, facts bound"))
        let few = 50
        let changed = Stopwatch(rounds: 3).nanoseconds { explained.explain(first: few, changes: true) }
        table.add(
            Figure(
                title: "with what would change the answer", value: changed / Double(few), unit: .nanoseconds,
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

    /// Explains all cases, and looks at everything that an explanation says.
    func tell() {
        for facts in facts {
            let trace = explainer.explain(decision, facts: facts, params: params, changes: false).trace
            use(trace.facts.count + trace.params.count)
            use(trace.rules)
        }
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
