import WritEngine
import WritSemantics

/// What a policy answers in every case that there is. Facts are bounded and take few values.
struct BruteForceCases {
    let model: CheckedModel
    /// All cases, those with unknowns among them.
    let facts: [FactSet]
    /// By decision and case.
    private(set) var answers: [[Answer]] = []
    /// By decision, case and rule: whether the rule's condition was true, as far as the decision asked.
    private(set) var truths: [[[Bool]]] = []
    private let depth: EvaluationDepth

    /// Nil where there are more cases than this.
    init?(_ model: CheckedModel, limit: Int) {
        self.model = model
        depth = EvaluationDepth(model)
        var rows: [[Datum]] = [[]]
        for (index, fact) in model.facts.enumerated() {
            let values = Self.values(FactID(index), fact.slot, model)
            if rows.count * values.count > limit { return nil }
            rows = rows.flatMap { row in values.map { row + [$0] } }
        }
        facts = rows.map { FactSet(facts: $0) }
        for index in model.decisions.indices { decide(DecisionID(index)) }
    }

    private static func values(_ id: FactID, _ slot: Slot, _ model: CheckedModel) -> [Datum] {
        let unknown = Datum.unknown(.missing(FactPath(fact: id, name: model[id].heading.name)))
        let told: [Datum] =
            switch slot.type {
            case .boolean: [.boolean(false), .boolean(true)]
            case .variant(let type): model[type].cases.indices.map { .variant($0, []) }
            // The day and the hour of the case, which nothing reads here.
            default: slot.bounds?.map { .count($0) } ?? [.count(0)]
            }
        return slot.isOptional ? [unknown] + told : told
    }

    private mutating func decide(_ id: DecisionID) {
        var (given, seen): ([Answer], [[Bool]]) = ([], [])
        for facts in facts {
            var watch = BruteForceWatch(decision: id, truths: model[id].rules.map { _ in false })
            given.append(evaluator(facts).decide(id, observing: &watch))
            seen.append(watch.truths)
        }
        answers.append(given)
        truths.append(seen)
    }

    func evaluator(_ facts: FactSet) -> ReferenceEvaluator { ReferenceEvaluator(model, facts: facts, depth: depth) }

    /// What a term without locals comes to in every case.
    func values(of term: Term) -> [Datum] { facts.map { evaluator($0).evaluate(term) } }

    /// Whether the decision itself, and none that it reads, finds no rule.
    func isUncovered(_ answer: Answer) -> Bool {
        let heading = model[answer.decision].heading
        return answer.fault?.kind == .noRule && answer.fault?.detail == heading.name
    }
}

/// Notes which rules of a decision are true.
struct BruteForceWatch: EvaluationObserver {
    let decision: DecisionID
    var truths: [Bool]

    mutating func endedRule(_ rule: RuleReference, of decision: DecisionID, _ result: Datum) {
        if case .rule(let index) = rule, decision == self.decision, result == .boolean(true) { truths[index] = true }
    }
}
