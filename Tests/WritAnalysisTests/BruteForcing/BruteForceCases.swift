import WritEngine
import WritSemantics

/// What a policy answers in every case that there is, or in every small one. Facts are bounded and take few values.
struct BruteForceCases {
    let model: CheckedModel
    /// All cases, those with unknowns among them; of lists the short ones.
    let facts: [FactSet]
    /// Whether there are no others.
    let isWhole: Bool
    /// By decision and case; of a decision that takes arguments, each case with all of them.
    private(set) var answers: [[Answer]] = []
    /// By decision, case and rule: whether the rule's condition was true, as far as the decision asked.
    private(set) var truths: [[[Bool]]] = []
    private let depth: EvaluationDepth

    /// Nil where there are more cases than this.
    init?(_ model: CheckedModel, days: [Int128] = [0], limit: Int) {
        let domain = BruteForceDomain(model: model, days: days)
        var rows: [[Datum]] = [[]]
        for index in model.facts.indices {
            let values = domain.values(of: FactID(index))
            if rows.count * values.count > limit { return nil }
            rows = rows.flatMap { row in values.map { row + [$0] } }
        }
        self.init(model, rows.map { FactSet(facts: $0) }, isWhole: domain.isWhole)
    }

    /// Just these cases.
    init(_ model: CheckedModel, _ facts: [FactSet], isWhole: Bool) {
        self.model = model
        self.facts = facts
        self.isWhole = isWhole
        depth = EvaluationDepth(model)
        for index in model.decisions.indices { decide(DecisionID(index)) }
    }

    private mutating func decide(_ id: DecisionID) {
        var (given, seen): ([Answer], [[Bool]]) = ([], [])
        let arguments = arguments(of: model[id])
        for facts in facts {
            for arguments in arguments {
                var watch = BruteForceWatch(decision: id, truths: model[id].rules.map { _ in false })
                given.append(evaluator(facts).decide(id, arguments: arguments, observing: &watch))
                seen.append(watch.truths)
            }
        }
        answers.append(given)
        truths.append(seen)
    }

    /// All that a decision may be asked with; nothing, once, where it takes no arguments.
    private func arguments(of decision: Decision) -> [[Datum]] {
        let domain = BruteForceDomain(model: model)
        return decision.parameterSlots.reduce([[]]) { rows, slot in
            let values = domain.values(slot, .nowhere)
            return rows.flatMap { row in values.map { row + [$0] } }
        }
    }

    func evaluator(_ facts: FactSet) -> ReferenceEvaluator { ReferenceEvaluator(model, facts: facts, depth: depth) }

    /// What a term without locals comes to in every case.
    func values(of term: Term) -> [Datum] { facts.map { evaluator($0).evaluate(term) } }

    /// Whether the decision itself, and none that it reads, finds no rule.
    func isUncovered(_ answer: Answer) -> Bool {
        let heading = model[answer.decision].heading
        return answer.fault?.kind == .noRule && answer.fault?.location == heading.location
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
