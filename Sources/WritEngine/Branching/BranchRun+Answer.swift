import WritSemantics

extension BranchRun {
    /// The whole answer to a decision that takes no arguments; nil when the machine must give it.
    public mutating func answer(_ decision: DecisionID, _ row: CaseRow) -> Answer? {
        decide(decision, row) ? told(decision, row) : nil
    }

    /// The whole answer to a decision that was just made; nil when the machine must give it.
    mutating func told(_ decision: DecisionID, _ row: CaseRow) -> Answer? {
        guard let told = program.told[decision.index] else { return nil }
        let reached = Int(temporaries[Int(told.made.rule)])
        var answer: Answer
        if reached >= 0 {
            let conclusion = told.conclusions[reached]
            answer = Answer(
                decision: decision, status: .determined, outcome: conclusion.outcome, rules: conclusion.rules,
                sources: conclusion.sources)
            if !add(conclusion, row, &answer) { return nil }
        } else {
            answer = Answer(decision: decision, status: .determined)
            for number in numbers(of: told.made, row) {
                answer.rules += told.conclusions[number].rules
                answer.sources += told.conclusions[number].sources
                if !add(told.conclusions[number], row, &answer) { return nil }
            }
        }
        if answer.outcome == nil || reached < 0 {
            guard let outcome = wholeDatum(told.made.result, told.type, row) else { return nil }
            answer.outcome = outcome
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

    /// Adds what depends on the case; false when the machine must say it.
    private mutating func add(_ conclusion: ToldConclusion, _ row: CaseRow, _ answer: inout Answer) -> Bool {
        for action in conclusion.actions {
            var arguments: [Datum?] = []
            for value in action.arguments {
                guard let value else { arguments.append(nil); continue }
                guard let argument = wholeDatum(value.place, value.type, row) else { return false }
                arguments.append(argument)
            }
            answer.actions.append(AnsweredAction(action: action.action, arguments: arguments))
        }
        guard let because = conclusion.because else { return true }
        guard let message = message(because, row) else { return false }
        answer.because.append(message)
        return true
    }

    private mutating func message(_ reason: ToldConclusion.Reason, _ row: CaseRow) -> RenderedMessage? {
        guard reason.entry != BranchNode.bail, run(reason.entry, row) else { return nil }
        var message = reason.message
        for (text, holes) in reason.holes.enumerated() where !holes.isEmpty {
            for hole in holes {
                guard let value = wholeDatum(hole.value.place, hole.value.type, row) else { return nil }
                message.texts[text].segments[hole.segment] = .value(value, hole.value.type)
            }
        }
        return message
    }

    /// A value without unknown parts: why a part is unknown is not kept here.
    private func wholeDatum(_ place: CellPlace, _ type: WritType, _ row: CaseRow) -> Datum? {
        let datum = datum(place, type, row)
        return datum.hasUnknownPart ? nil : datum
    }

    /// The value in cells. What is unknown in it is only said to be so.
    func datum(_ place: CellPlace, _ type: WritType, _ row: CaseRow) -> Datum {
        let first = cells(place, row).pointee
        if type.isQuantity, first != CaseRow.unknown { return .count(Int128(first)) }
        let path = FactPath(fact: FactID(0), name: "")
        let (made, constants) = (lists.elements, program.constantElements)
        return row.datum(
            cells(place, row), type, program.model, path,
            elements: { UnsafePointer(BranchArena.elements($0, row.arena, made, constants)) }, texts: madeTexts)
    }
}
