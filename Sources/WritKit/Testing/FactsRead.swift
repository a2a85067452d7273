import WritEngine
import WritSemantics

/// The facts that a decision looked at, with their values: what one wants to see of a test that fails.
struct FactsRead: EvaluationObserver {
    private var writer: ValueWriter
    private(set) var shown: [(path: String, value: String)] = []
    private var seen: Set<FactPath> = []

    init(by question: Question, _ policy: Policy) {
        writer = ValueWriter(model: policy.model, language: nil)
        var reading = self
        _ = policy.engine.reference(question)
            .decide(question.decision, arguments: question.arguments, observing: &reading)
        self = reading
    }

    mutating func read(_ path: FactPath, _ value: Datum, _ type: WritType) {
        guard seen.insert(path).inserted else { return }
        shown.append((path.description, writer.literal(value, type)))
    }
}
