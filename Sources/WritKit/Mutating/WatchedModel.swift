import WritEngine
import WritSemantics

/// A model in which promises, and what tests expect, are decisions too, so that one can look on while they are worked out.
struct WatchedModel {
    private let model: CheckedModel
    private let promises: PromiseReach
    /// The number of the decision that stands for the first promise.
    private let firstPromise: Int

    init(_ model: CheckedModel, promises: PromiseReach) {
        self.promises = promises
        firstPromise = model.decisions.count
        var watched = model
        watched.decisions += model.promises.map { Decision(asking: $0.condition, like: $0.heading) }
        self.model = watched
    }

    /// What a test comes to.
    func footprint(of test: TestCase) -> TestFootprint {
        var footprint = TestFootprint()
        switch test.kind {
        case .filed(let question, _): look(question, &footprint)
        case .written(let written, let facts, let params):
            var extended = model
            let terms = written.expectations.flatMap(\.terms)
            if let heading = model.decisions.first?.heading {
                extended.decisions += terms.map { Decision(asking: $0, like: heading) }
            }
            let evaluator = ReferenceEvaluator(extended, facts: facts, params: params, depth: .shallow)
            for number in model.decisions.count..<extended.decisions.count {
                _ = evaluator.decide(DecisionID(number), observing: &footprint)
            }
            for question in written.questions(evaluator, facts, params) { look(question, &footprint) }
        }
        return footprint
    }

    private func look(_ question: Question, _ footprint: inout TestFootprint) {
        let evaluator = ReferenceEvaluator(model, facts: question.facts, params: question.params, depth: .shallow)
        _ = evaluator.decide(question.decision, arguments: question.arguments, observing: &footprint)
        for promise in promises.promises(for: question.decision) {
            _ = evaluator.decide(DecisionID(firstPromise + promise), observing: &footprint)
        }
    }
}

extension EvaluationDepth {
    /// For who has a deep stack already: the evaluator then makes none of its own for each question.
    static let shallow = EvaluationDepth(CheckedModel(name: "", digest: ""))
}

extension Decision {
    /// One that answers what a term comes to.
    fileprivate init(asking term: Term, like heading: Heading) {
        self.init(
            heading: heading, type: term.type, mode: .first, rules: [],
            otherwise: Conclusion(value: term, location: term.location))
    }
}

extension Expectation {
    /// The terms that are worked out to compare with.
    fileprivate var terms: [Term] {
        let expected: [Term] =
            switch kind {
            case .outcome(_, let arguments, let value): arguments + [value]
            case .status(_, let arguments, _): arguments
            case .holds(let condition): [condition]
            }
        return expected + arguments + actions.flatMap { $0.arguments.compactMap(\.self) }
    }
}

extension Test {
    /// What it asks.
    func questions(_ evaluator: ReferenceEvaluator, _ facts: FactSet, _ params: ParamSet) -> [Question] {
        expectations.flatMap(\.asked).map { decision, arguments in
            Question(decision, facts: facts, params: params, arguments: arguments.map { evaluator.evaluate($0) })
        }
    }
}
