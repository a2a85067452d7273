import WritSemantics

extension CaseEvaluation {
    /// Makes a decision. `when undetermined` has the last word.
    func resolve(_ id: DecisionID, _ arguments: [Evaluated]) -> Resolution {
        let decision = model[id]
        let locals = Locals(decision.parameters, arguments)
        for column in decision.columns { locals.columns[column.local] = column.value }
        let making = DecisionMaking(id: id, decision: decision, locals: locals)
        let resolution =
            switch decision.mode {
            case .first: makeFirst(making)
            case .unique: makeUnique(making)
            case .collect, .sum, .min, .max, .count: makeCollected(making)
            }
        return resolution
    }

    /// Tries a rule: true, false or, when held, unknown.
    func tryRule(_ index: Int, _ making: DecisionMaking) -> Datum {
        observer.beganRule(.rule(index), of: making.id)
        let result = condition(making.decision.rules[index].condition, making.locals)
        observer.endedRule(.rule(index), of: making.id, result)
        return result
    }

    func conclude(_ rule: RuleReference, _ making: DecisionMaking) -> Concluded? {
        let conclusion =
            switch rule {
            case .rule(let index): making.decision.rules[index].conclusion
            case .otherwise: making.decision.otherwise
            case .undetermined: making.decision.undetermined
            }
        return conclusion.map { conclude($0, rule, making.locals) }
    }

    /// The conclusion of a decision in which no rule applies and none says what then.
    func noRule(_ making: DecisionMaking) -> Concluded {
        let heading = making.decision.heading
        let fault = Fault(.noRule, at: heading.location, detail: heading.name)
        return Concluded(rule: .otherwise, actions: [], cause: .fault(fault))
    }

    /// The answer that these conclusions give together.
    func determined(_ outcome: Datum?, _ conclusions: [Concluded], held: [RuleReference], _ making: DecisionMaking)
        -> Resolution
    {
        let answer = Answer(
            decision: making.id, status: .determined, outcome: outcome, actions: conclusions.flatMap(\.actions),
            rules: conclusions.map(\.rule), because: conclusions.compactMap(\.because),
            sources: conclusions.compactMap(\.source), held: held)
        return Resolution(answer: answer, toReaders: outcome!)
    }

    /// The answer when something is open: faulted when a calculation went wrong, else undetermined, and then the decision
    /// may have a value for that.
    func open(
        _ open: OpenCauses, held: [RuleReference], certain: [Datum] = [], _ making: DecisionMaking
    ) -> Resolution {
        var (open, cause) = (open, open.merged)
        var answer = Answer(decision: making.id, status: .undetermined, certain: certain, held: held)
        if cause.fault == nil, let instead = conclude(.undetermined, making) {
            guard let unknown = instead.cause else {
                answer.needs = open.needs
                return undetermined(answer, instead)
            }
            open.append(unknown)
            cause = open.merged
        }
        answer.fault = cause.fault
        answer.status = cause.fault == nil ? .undetermined : .faulted
        if cause.fault == nil { answer.needs = open.needs }
        return Resolution(answer: answer, toReaders: .unknown(cause))
    }

    private func undetermined(_ open: Answer, _ instead: Concluded) -> Resolution {
        var answer = open
        answer.outcome = instead.value
        answer.actions = instead.actions
        answer.rules = [instead.rule]
        answer.because = [instead.because].compactMap(\.self)
        answer.sources = [instead.source].compactMap(\.self)
        return Resolution(answer: answer, toReaders: instead.value!)
    }
}

/// A decision being made, with its arguments and columns.
struct DecisionMaking {
    var id: DecisionID
    var decision: Decision
    var locals: Locals
}

/// What trying rules gave.
struct TriedRules {
    var applying: [Int] = []
    var held: [Int] = []
    /// Why the held ones are unknown, in order.
    var causes: [Cause] = []

    mutating func add(_ index: Int, _ result: Datum) {
        switch result {
        case .boolean(true): applying.append(index)
        case .unknown(let cause):
            held.append(index)
            causes.append(cause)
        default: break
        }
    }

    var heldRules: [RuleReference] { held.map { .rule($0) } }
}
