import WritEngine
import WritSemantics

/// A whole explanation of a decision, against the decision alone.
struct Explanations {
    func measure(_ table: inout FigureTable) throws {
        table.section("A whole explanation (1000 mixed cases, 17 rules)")
        let cases = try BoundCases<ResolutionCase>(1000)
        let facts = cases.hands.map { $0.factSet(of: cases.model) }
        let params = ParamSet(of: cases.model)
        let explainer = Explainer(cases.model)
        let count = Double(cases.count)
        let bare = Stopwatch(rounds: 5).nanoseconds { use(cases.decide()) } / count
        let explained = Stopwatch(rounds: 5).nanoseconds {
            for facts in facts {
                use(explainer.explain(cases.decision, facts: facts, params: params, changes: false))
            }
        }
        table.add(
            Figure(
                title: "rules tried, their tests, facts and params read", value: explained / count, unit: .nanoseconds,
                baseline: bare, against: "the decision, facts bound", goal: .ratio(atMost: 25)))
        let few = 50
        let changed = Stopwatch(rounds: 3).nanoseconds {
            for facts in facts.prefix(few) { use(explainer.explain(cases.decision, facts: facts, params: params)) }
        }
        table.add(
            Figure(
                title: "the same, and what would change the answer", value: changed / Double(few), unit: .nanoseconds,
                baseline: bare, against: "the decision, facts bound"))
    }
}
