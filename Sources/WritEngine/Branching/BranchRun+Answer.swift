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
        return reached >= 0 ? answer(told, told.conclusions[reached], row) : answer(told, row)
    }

    /// The answer of one conclusion. Put together at the end: an answer has so many parts that each copy is felt.
    private mutating func answer(_ told: ToldDecision, _ conclusion: ToldConclusion, _ row: CaseRow) -> Answer? {
        guard let actions = actions(conclusion, row), let because = because(conclusion, row),
            let outcome = conclusion.outcome ?? wholeDatum(told.made.result, told.type, row)
        else { return nil }
        return Answer(
            decision: told.decision, status: .determined, outcome: outcome, actions: actions, rules: conclusion.rules,
            because: because, sources: conclusion.sources)
    }

    /// The answer of all conclusions that a collecting mode reached.
    private mutating func answer(_ told: ToldDecision, _ row: CaseRow) -> Answer? {
        guard let outcome = wholeDatum(told.made.result, told.type, row) else { return nil }
        var answer = Answer(decision: told.decision, status: .determined, outcome: outcome)
        for number in numbers(of: told.made, row) {
            let conclusion = told.conclusions[number]
            guard let actions = actions(conclusion, row), let because = because(conclusion, row) else { return nil }
            answer.rules += conclusion.rules
            answer.sources += conclusion.sources
            answer.actions += actions
            answer.because += because
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

    /// Nil when the machine must say them.
    private func actions(_ conclusion: ToldConclusion, _ row: CaseRow) -> [AnsweredAction]? {
        if conclusion.actions.isEmpty { return [] }
        var actions: [AnsweredAction] = []
        for action in conclusion.actions {
            var arguments: [Datum?] = []
            for value in action.arguments {
                guard let value else { arguments.append(nil); continue }
                guard let argument = wholeDatum(value.place, value.type, row) else { return nil }
                arguments.append(argument)
            }
            actions.append(AnsweredAction(action: action.action, arguments: arguments))
        }
        return actions
    }

    /// The reason, if there is one; nil when the machine must say it.
    private mutating func because(_ conclusion: ToldConclusion, _ row: CaseRow) -> [RenderedMessage]? {
        guard let reason = conclusion.because else { return [] }
        guard reason.entry != BranchNode.bail, run(reason.entry, row) else { return nil }
        if reason.isFixed { return reason.messages }
        var message = reason.messages[0]
        for (text, holes) in reason.holes.enumerated() where !holes.isEmpty {
            for hole in holes {
                guard let value = wholeDatum(hole.value.place, hole.value.type, row) else { return nil }
                message.texts[text].segments[hole.segment] = .value(value, hole.value.type)
            }
        }
        return [message]
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
