import WritSemantics

extension BranchRun {
    /// The whole answer to a decision that takes no arguments; nil when the machine must give it.
    public mutating func answer(_ decision: DecisionID, _ row: CaseRow) -> Answer? {
        guard decide(decision, row), let made = program.decisions[decision.index] else { return nil }
        let number = conclusion(of: decision)
        let declared = program.model[decision]
        let conclusion = number < declared.rules.count ? declared.rules[number].conclusion : declared.otherwise!
        var answer = Answer(decision: decision, status: .determined)
        answer.rules = [number < declared.rules.count ? .rule(number) : .otherwise]
        guard let outcome = wholeDatum(made.result, declared.type, row) else { return nil }
        answer.outcome = outcome
        for (call, places) in zip(conclusion.actions, made.conclusions[number].arguments) {
            var arguments: [Datum?] = []
            for (term, place) in zip(call.arguments, places) {
                guard let term, let place else { arguments.append(nil); continue }
                guard let argument = wholeDatum(place, term.type, row) else { return nil }
                arguments.append(argument)
            }
            answer.actions.append(AnsweredAction(action: call.action, arguments: arguments))
        }
        if let because = conclusion.because {
            guard let message = message(because, made.conclusions[number], row) else { return nil }
            answer.because = [message]
        }
        answer.sources = conclusion.source.map { [$0] } ?? []
        return answer
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
