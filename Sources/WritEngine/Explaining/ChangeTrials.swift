import WritSemantics

/// Makes a decision about one case over and over, each time with one part of a fact changed.
///
/// The branching program answers the ordinary cases and the machine the others. Where there is neither, the plain evaluator
/// does. All three mean the same.
final class ChangeTrials {
    private let question: Question
    private let engines: ExplainingEngines?
    private let rows: RowTrials?
    /// Made for the first case that the program leaves.
    private var frame: Frame?

    /// - Parameter engines: nil when the plain evaluator is to do it all.
    init(_ question: Question, _ answer: Answer, _ engines: ExplainingEngines?) {
        self.question = question
        self.engines = engines
        frame = nil
        let isOwn = question.arguments.isEmpty && question.params.overrides.allSatisfy { $0 == nil }
        rows = engines.flatMap { engines in
            isOwn ? RowTrials(engines.program, question.decision, question.facts, answer) : nil
        }
    }

    /// The answer with another value at a path; nil when it is sure to be of the same kind as the one without.
    func answer(with value: Datum, at path: FactPath) -> Answer? {
        switch rows?.attempt(value, at: path) {
        case .alike: nil
        case .answered(let answer): answer
        case .open, nil: carefulAnswer(question.facts(with: value, at: path))
        }
    }

    private func carefulAnswer(_ facts: FactSet) -> Answer {
        if frame == nil, let plan = engines?.plan { frame = Frame(plan) }
        guard var frame = frame.take() else { return question.plainAnswer(facts) }
        var machine = Machine(observing: NoObserver())
        frame.load(facts, question.params)
        let answer = machine.decide(question.decision, arguments: question.arguments, &frame)
        self.frame = consume frame
        return answer
    }
}
