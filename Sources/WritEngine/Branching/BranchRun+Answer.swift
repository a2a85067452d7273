import WritSemantics

extension BranchRun {
    /// The whole answer to a decision that takes no arguments; nil when the machine must give it.
    public mutating func answer(_ decision: DecisionID, _ row: CaseRow) -> Answer? {
        guard decide(decision, row), let made = program.decisions[decision.index] else { return nil }
        var answer = Answer(decision: decision, status: .determined)
        guard let outcome = wholeDatum(made.result, program.model[decision].type, row) else { return nil }
        answer.outcome = outcome
        for number in numbers(of: made, row) {
            if !conclude(number, decision, made, row, &answer) { return nil }
        }
        return answer
    }

    /// The outcome of a decision that was just made. What is unknown in it is only said to be so, not why.
    public func outcome(_ decision: DecisionID, _ row: CaseRow) -> Datum? {
        program.decisions[decision.index].map { datum($0.result, program.model[decision].type, row) }
    }

    /// The conclusions that the answer is made of, by number.
    func numbers(of made: BranchDecision, _ row: CaseRow) -> [Int] {
        let reached = Int(temporaries[Int(made.rule)])
        if reached >= 0 { return [reached] }
        let fired = temporaries[Int(made.fired.index)]
        let first = elements(fired, row)
        return (0..<CaseRow.count(of: fired)).map { Int(first[$0]) }
    }

    /// Adds what a conclusion says; false when the machine must say it.
    private mutating func conclude(
        _ number: Int, _ decision: DecisionID, _ made: BranchDecision, _ row: CaseRow, _ answer: inout Answer
    ) -> Bool {
        let declared = program.model[decision]
        let conclusion = declared.allConclusions[number]
        answer.rules.append(number < declared.rules.count ? .rule(number) : .otherwise)
        for (call, places) in zip(conclusion.actions, made.conclusions[number].arguments) {
            var arguments: [Datum?] = []
            for (term, place) in zip(call.arguments, places) {
                guard let term, let place else { arguments.append(nil); continue }
                guard let argument = wholeDatum(place, term.type, row) else { return false }
                arguments.append(argument)
            }
            answer.actions.append(AnsweredAction(action: call.action, arguments: arguments))
        }
        if let because = conclusion.because {
            guard let message = message(because, made.conclusions[number], row) else { return false }
            answer.because.append(message)
        }
        if let source = conclusion.source { answer.sources.append(source) }
        return true
    }

    private mutating func message(
        _ template: MessageTemplate, _ shown: BranchConclusion, _ row: CaseRow
    ) -> RenderedMessage? {
        guard let entry = shown.because, run(entry, row) else { return nil }
        var texts: [RenderedMessage.Text] = []
        for (text, places) in zip(template.texts, shown.holes) {
            var places = places[...]
            var segments: [RenderedMessage.Segment] = []
            for segment in text.segments {
                switch segment {
                case .text(let text): segments.append(.text(text))
                case .hole(let term):
                    guard let value = wholeDatum(places.removeFirst(), term.type, row) else { return nil }
                    segments.append(.value(value, term.type))
                }
            }
            texts.append(RenderedMessage.Text(language: text.language, segments: segments))
        }
        return RenderedMessage(texts: texts, zone: template.zone)
    }

    /// A value without unknown parts: why a part is unknown is not kept here.
    private func wholeDatum(_ place: CellPlace, _ type: WritType, _ row: CaseRow) -> Datum? {
        let datum = datum(place, type, row)
        return datum.hasUnknownPart ? nil : datum
    }

    /// The value in cells. What is unknown in it is only said to be so.
    func datum(_ place: CellPlace, _ type: WritType, _ row: CaseRow) -> Datum {
        let path = FactPath(fact: FactID(0), name: "")
        let (made, constants) = (lists.elements, program.constantElements)
        return row.datum(
            cells(place, row), type, program.model, path,
            elements: { UnsafePointer(BranchArena.elements($0, row.arena, made, constants)) }, texts: madeTexts)
    }
}
