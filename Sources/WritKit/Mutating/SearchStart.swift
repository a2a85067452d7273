import WritEngine
import WritSemantics

/// A case to start looking from, and what it is called.
struct SearchStart: Sendable {
    var question: Question
    var test: TestCase?
}

extension TestCase {
    /// What it asks of a policy.
    func questions(_ model: CheckedModel) -> [Question] {
        switch kind {
        case .filed(let question, _): return [question]
        case .written(let test, let facts, let params):
            return test.questions(
                ReferenceEvaluator(model, facts: facts, params: params, depth: .shallow), facts, params)
        }
    }
}
