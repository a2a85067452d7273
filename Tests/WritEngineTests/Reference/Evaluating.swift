import WritEngine
import WritSemantics
import WritTestSupport

extension ModelBuilder {
    /// What a term is of these facts.
    func value(_ term: Term, _ facts: [String: Datum] = [:]) -> Datum {
        ReferenceEvaluator(model, facts: model.facts(facts)).evaluate(term)
    }

    func answer(_ decision: DecisionID, _ facts: [String: Datum] = [:], arguments: [Datum] = []) -> Answer {
        ReferenceEvaluator(model, facts: model.facts(facts)).decide(decision, arguments: arguments)
    }
}
