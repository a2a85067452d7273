import WritSemantics
import WritValues

extension Machine {
    /// Makes a decision about the frame's case; `arguments` in the order of the decision's parameters.
    public mutating func decide(_ decision: DecisionID, arguments: [Datum] = [], _ frame: inout Frame) -> Answer {
        evaluate(decision, arguments: arguments, &frame)
        let index = decision.index
        let run = frame.runs[index]
        var answer = Answer(decision: decision, status: run.status)
        let decisionPlan = frame.plan.plan.decisions[index]
        answer.held = frame.heldNotes(index).map { .rule(Int(frame.notes[$0].rule)) }
        if run.status == .determined || run.isReplaced { answer.outcome = frame.datum(decisionPlan.result) }
        if run.status != .determined { describeOpen(&answer, index, &frame) }
        for number in answering(index, frame) { conclude(number, index, &answer, &frame) }
        frame.notes.removeSubrange(run.firstNote...)
        return answer
    }

    /// Runs the rules of a decision without making an answer of what they said; what it came to.
    @discardableResult
    public mutating func evaluate(_ decision: DecisionID, arguments: [Datum] = [], _ frame: inout Frame) -> AnswerStatus
    {
        let block = frame.prepare(decision.index, arguments)
        run(block, &frame)
        return frame.runs[decision.index].status
    }

    /// Whether a promise of the model is kept: not known to be false.
    public mutating func promise(_ index: Int, _ frame: inout Frame) -> Datum {
        let promise = frame.plan.plan.promises[index]
        run(promise.block, &frame)
        return frame.datum(Place(slot: promise.result, shape: ShapeTable.boolean))
    }

    /// The numbers of the conclusions that the answer is made of.
    private func answering(_ decision: Int, _ frame: borrowing Frame) -> [Int] {
        let run = frame.runs[decision]
        let decisionPlan = frame.plan.plan.decisions[decision]
        if run.isReplaced { return [decisionPlan.rules.count + 1] }
        guard run.status == .determined else { return [] }
        if decisionPlan.mode.isCollecting, run.applyingCount > 0 {
            return frame.applyingNotes(decision).map { Int(frame.notes[$0].rule) }
        }
        return run.reached >= 0 ? [Int(run.reached)] : []
    }

    /// The rule, the actions, the reason and the source of a conclusion.
    private mutating func conclude(_ number: Int, _ decision: Int, _ answer: inout Answer, _ frame: inout Frame) {
        let decisionPlan = frame.plan.plan.decisions[decision]
        let conclusion = decisionPlan.conclusion(number)
        answer.rules.append(decisionPlan.reference(number))
        if !conclusion.actions.isEmpty {
            run(conclusion.block, &frame)
            for action in conclusion.actions {
                var arguments: [Datum?] = []
                for place in action.arguments { arguments.append(place.map { frame.datum($0) }) }
                answer.actions.append(AnsweredAction(action: action.action, arguments: arguments))
            }
        }
        if let because = conclusion.because {
            run(because.block, &frame)
            answer.because.append(frame.render(frame.plan.plan.messages[Int(because.message)]))
        }
        if let source = conclusion.source { answer.sources.append(source) }
    }

    private mutating func describeOpen(_ answer: inout Answer, _ decision: Int, _ frame: inout Frame) {
        let run = frame.runs[decision]
        let open = OpenCauses(frame.openStates(decision).map { frame.causes.cause($0) })
        switch run.status {
        case .faulted: answer.fault = open.merged.fault
        default: answer.needs = open.needs
        }
        let decisionPlan = frame.plan.plan.decisions[decision]
        guard decisionPlan.mode == .collect else { return }
        for note in frame.applyingNotes(decision) where frame.notes[note].conclusionState == 0 {
            let conclusion = decisionPlan.conclusion(Int(frame.notes[note].rule))
            guard let value = conclusion.value else { continue }
            self.run(conclusion.block, &frame)
            answer.certain.append(frame.datum(value))
        }
    }
}

extension Frame {
    /// Puts the arguments of a decision where its block reads them; the block.
    mutating func prepare(_ decision: Int, _ arguments: [Datum]) -> Int32 {
        precondition(
            arguments.count == tables.decisions[decision].parameterCount,
            "a decision has as many arguments as parameters")
        for index in arguments.indices { store(arguments[index], plan.plan.decisions[decision].parameters[index]) }
        return tables.decisions[decision].block
    }

    /// The outcome of the decision that was evaluated last, and what is known of it without a look at the reasons.
    public func outcome(_ decision: DecisionID) -> Datum { datum(plan.plan.decisions[decision.index].result) }

    /// The rule that answered; nil when none did.
    public func reachedRule(_ decision: DecisionID) -> Int? {
        let reached = Int(runs[decision.index].reached)
        return reached >= 0 && reached < Int(tables.decisions[decision.index].ruleCount) ? reached : nil
    }
}
