import WritEngine
import WritSemantics

/// Evaluates a promise about two cases on two cases.
struct RelationReplay {
    let model: CheckedModel
    let promise: RelationalPromise
    private let depth: EvaluationDepth
    private let assignments: FactAssignments

    init(_ model: CheckedModel, _ promise: RelationalPromise) {
        self.model = model
        self.promise = promise
        depth = EvaluationDepth(model)
        assignments = FactAssignments(model)
    }

    /// Whether two cases, the second with the greater fact, break it.
    func isBroken(_ told: [[FactAssignment]]) -> Bool {
        let facts = told.map { assignments.facts($0) }
        let fact = promise.factTerm(in: model)
        guard let before = order(fact, facts[0]), let after = order(fact, facts[1]), before < after,
            let first = order(promise.value, facts[0]), let second = order(promise.value, facts[1])
        else { return false }
        if let condition = promise.condition {
            guard facts.allSatisfy({ evaluator($0).evaluate(condition) == .boolean(true) }) else { return false }
        }
        return promise.keepsOrder ? second < first : second > first
    }

    func isChanged(_ assignment: FactAssignment) -> Bool {
        assignment.fact == promise.fact && Array(assignment.fields.prefix(promise.fields.count)) == promise.fields
    }

    /// The case with the answer of the decision that the value comes from.
    func example(_ told: [FactAssignment]) -> ExampleCase {
        let facts = assignments.facts(told)
        let decision = promise.value.firstDecision
        return ExampleCase(
            assignments: told, facts: facts, decision: decision,
            answer: decision.map { evaluator(facts).decide($0) })
    }

    private func evaluator(_ facts: FactSet) -> ReferenceEvaluator {
        ReferenceEvaluator(model, facts: facts, depth: depth)
    }

    /// What values are ordered by; nil where it is unknown.
    private func order(_ term: Term, _ facts: FactSet) -> Int128? {
        switch evaluator(facts).evaluate(term) {
        case .count(let count): count
        case .boolean(let truth): truth ? 1 : 0
        case .variant(let index, _): Int128(index)
        default: nil
        }
    }
}

extension Term {
    /// The first decision that it asks without arguments.
    var firstDecision: DecisionID? {
        if case .decision(let id, let arguments) = kind, arguments.isEmpty { return id }
        var found: DecisionID?
        forEachOperand { if found == nil { found = $0.firstDecision } }
        return found
    }
}
